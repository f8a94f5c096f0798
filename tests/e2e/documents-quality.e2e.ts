import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { describePdf } from '../../electron/backend/formats/pdf/attach-file.ts';
import { signAgain, signDocument } from '../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../electron/backend/formats/pdf/verify.ts';
import { renderDocument } from '../../electron/backend/papers/render-html.ts';
import { documentModel } from '../../shared/domain/documents/document-model.ts';
import {
  type DocumentKind,
  documentKinds,
  documentTitles,
  isNeutralPaper,
} from '../../shared/domain/documents/kind.ts';
import { signedContext } from '../fixtures/document-contexts.ts';
import { people, sampleAct, sampleIdentity } from '../fixtures/document-samples.ts';
import { nastyText, spoiled } from '../fixtures/nasty-texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { makePrintApp } from './support/print-app.ts';

// Each paper as a file, whatever is written in it, as other programs judge it: sound structure, tags, fonts, metadata.

let appFolder: string;
let app: RunningApp;
let folder: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-document-quality-'));
  appFolder = await makePrintApp();
  app = await launchApp({ appFolder });
});

test.afterAll(async () => {
  await app?.close();
  for (const path of [dirname(appFolder), folder]) await rm(path, { recursive: true, force: true });
});

interface Printing {
  readonly toPdf: (job: unknown) => Promise<string>;
}

const print = async (job: unknown): Promise<Uint8Array> => {
  const base64 = await app.electron.evaluate(
    (_electron, given) => (globalThis as unknown as { printing: Printing }).printing.toPdf(given),
    job,
  );
  return new Uint8Array(Buffer.from(base64, 'base64'));
};

const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const said = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

/** Expects a sound PDF, tagged, its fonts inside, its metadata without a name. */
const expectGood = (pdf: Uint8Array, title: string): string => {
  const path = file('paper.pdf', pdf);
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).not.toMatch(/warning/i);
  const info = said('pdfinfo', path);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Metadata Stream:\s+yes/);
  expect(info).toMatch(new RegExp(`Title:\\s+${title}\\n`));
  expect(info).toMatch(/Creator:\s+Bilik\nProducer:\s+Bilik\n/);
  const fonts = said('pdffonts', path).trimEnd().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/\byes (yes|no) +(yes|no) +\d+ +\d+$/);
  const xmp = said('pdfinfo', '-meta', path);
  expect(xmp).toContain(`<rdf:li xml:lang="x-default">${title}</rdf:li>`);
  expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>id</rdf:li></rdf:Bag></dc:language>');
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang \(id\)/);
  for (const { name } of Object.values(people)) expect(xmp + info).not.toContain(name);
  return xmp;
};

const signed = async (kind: DocumentKind, addition: string): Promise<Uint8Array> => {
  const context = spoiled(signedContext(kind), addition) as ReturnType<typeof signedContext>;
  const pdf = await print(renderDocument(documentModel(kind, context)));
  const act = isNeutralPaper(kind) ? null : sampleAct();
  return signDocument({ pdf, act, title: documentTitles[kind], at: new Date(), identity: sampleIdentity() });
};

for (const [at, kind] of documentKinds.entries()) {
  test(`makes a sound file of ${kind}, whatever stands in it`, async () => {
    const blank = await print(renderDocument(documentModel(kind, { ...signedContext(kind), form: 'blank' })));
    expectGood(describePdf(blank, { title: documentTitles[kind], at: new Date() }), documentTitles[kind]);
    for (const addition of fc.sample(nastyText, { seed: at, numRuns: 1 })) {
      const paper = await signed(kind, addition);
      const xmp = expectGood(paper, documentTitles[kind]);
      const names = isNeutralPaper(kind) ? 0 : 1;
      expect(xmp.match(/<rdf:li>langkah\.json<\/rdf:li>/g) ?? []).toHaveLength(names);
      expect(/\/AF \[\d+ 0 R\]/.test(Buffer.from(paper).toString('latin1'))).toBe(names === 1);
    }
  });
}

test('stays sound when several sign, each signature on the revision before', async () => {
  const first = await signed('resultRecord', ' ');
  const identities = [people.counsellor.name, people.head.name].map((name) => sampleIdentity(name));
  const all = identities.reduce((pdf, identity) => signAgain(pdf, { at: new Date(), identity }), first);
  expect(Buffer.from(all.subarray(0, first.length)).equals(first)).toBe(true);
  expectGood(all, documentTitles.resultRecord);
  const report = said('pdfsig', '-nocert', join(folder, 'paper.pdf'));
  expect(report.match(/Signature is Valid/g)).toHaveLength(3);
  expect(verifyDocument(all, Date.now(), [])).toMatchObject({ content: 'extended', maker: 'bilik' });
});
