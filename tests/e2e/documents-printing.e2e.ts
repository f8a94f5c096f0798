import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signDocument } from '../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../electron/backend/formats/pdf/verify.ts';
import { renderDocument } from '../../electron/backend/papers/render-html.ts';
import { blankContext } from '../../shared/domain/documents/context.ts';
import { documentModel } from '../../shared/domain/documents/document-model.ts';
import { type DocumentKind, documentKinds, documentTitles } from '../../shared/domain/documents/kind.ts';
import type { DocumentForm, DocumentModel } from '../../shared/domain/documents/model.ts';
import { noFacts } from '../../shared/domain/documents/office/facts.ts';
import { officePaperKinds } from '../../shared/domain/documents/office/kinds.ts';
import { printableModel, printableTitle } from '../../shared/domain/documents/printable.ts';
import { stepFormTypes } from '../../shared/domain/documents/step-form-kind.ts';
import { signedContext } from '../fixtures/document-contexts.ts';
import { institution, people, sampleAct, sampleIdentity } from '../fixtures/document-samples.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { makePrintApp } from './support/print-app.ts';

// Papers as they come out of the printer: tagged, on A4, with label and page numbers, signed and accepted by other
// programs.

interface Printing {
  readonly toPdf: (job: unknown) => Promise<string>;
}

let appFolder: string;
let app: RunningApp;
let folder: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-document-print-'));
  appFolder = await makePrintApp();
  app = await launchApp({ appFolder });
});

test.afterAll(async () => {
  await app?.close();
  for (const path of [dirname(appFolder), folder]) await rm(path, { recursive: true, force: true });
});

const toPdf = async (model: DocumentModel): Promise<Uint8Array> => {
  const job = renderDocument(model);
  const base64 = await app.electron.evaluate(
    (_electron, given) => (globalThis as unknown as { printing: Printing }).printing.toPdf(given),
    job,
  );
  return new Uint8Array(Buffer.from(base64, 'base64'));
};
const print = (kind: DocumentKind, form: DocumentForm): Promise<Uint8Array> =>
  toPdf(documentModel(kind, { ...signedContext(kind), form }));

const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const said = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });
const pagesOf = (path: string): string[] => said('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);

for (const kind of documentKinds) {
  test(`prints ${kind} blank and signed`, async () => {
    for (const form of ['blank', 'signed'] as const) {
      const path = file(`${form}-${kind}.pdf`, await print(kind, form));
      const info = said('pdfinfo', path);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Page size:.*\(A4\)/);
      const pages = pagesOf(path);
      pages.forEach((text, index) => {
        expect(text.trimStart()).toMatch(/^(RAHASIA|BIASA)/);
        expect(text).toContain(`Halaman ${index + 1} dari ${pages.length}`);
      });
      expect(pages[0]).toContain(institution.name.toUpperCase());
      expect(pages.length).toBeLessThanOrEqual(3);
      const structure = said('pdfinfo', '-struct', path);
      expect(structure).toMatch(/\bH1\b/);
    }
  });
}

test('prints the form of each step and each paper of the office on few pages', async () => {
  const context = { ...signedContext('resultRecord'), form: 'prefilled' as const, act: null, qrText: null };
  for (const kind of [...stepFormTypes, ...officePaperKinds])
    for (const filled of [false, true]) {
      const given = filled ? context : blankContext(institution, 'secret');
      const pdf = await toPdf(printableModel(kind, given, noFacts));
      const pages = pagesOf(file(`${kind}-${filled ? 'filled' : 'blank'}.pdf`, pdf));
      expect(pages.length, kind).toBeLessThanOrEqual(kind === 'rightsSheet' ? 1 : 2);
      expect(pages[0], kind).toContain(printableTitle(kind).split(' ')[0]?.toUpperCase());
    }
});

test('has headings, table headers and the text of the QR for a screen reader', async () => {
  const path = file('tagged.pdf', await print('behaviourReport', 'signed'));
  const structure = said('pdfinfo', '-struct-text', path);
  expect(structure.match(/\bH2\b/g)?.length).toBeGreaterThanOrEqual(6);
  expect(structure).toMatch(/\/Scope \/Column/);
  expect(structure).toMatch(/\/Scope \/Row/);
  expect(structure).toContain('Kode pemeriksa keutuhan, bukan TTE tersertifikasi');
});

test('is accepted by pdfsig when signed, stays tagged, and shows a changed byte', async () => {
  const act = sampleAct();
  const identity = sampleIdentity(people.counsellor.name);
  const pdf = await print('resultRecord', 'signed');
  const at = new Date();
  const signed = await signDocument({ pdf, act, title: documentTitles.resultRecord, at, identity });
  const path = file('signed.pdf', signed);
  const report = said('pdfsig', '-nocert', path);
  expect(report).toContain('Signature is Valid');
  expect(report).toContain('Total document signed');
  expect(said('pdfinfo', path)).toMatch(/Tagged:\s+yes/);
  expect(said('pdfdetach', '-list', path)).toContain('langkah.json');
  expect(pagesOf(path)).toEqual(pagesOf(file('unsigned.pdf', pdf)));
  expect(verifyDocument(signed, at.getTime(), [])).toMatchObject({ content: 'whole', act: { hash: act.hash } });
  const changed = Uint8Array.from(signed);
  const middle = Math.floor(signed.length / 3);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  expect(verifyDocument(changed, at.getTime(), []).content).toBe('damaged');
  expect(said('pdfsig', '-nocert', file('changed.pdf', changed))).toContain('Digest Mismatch');
});
