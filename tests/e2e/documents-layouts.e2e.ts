import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { renderDocument } from '../../electron/backend/papers/render-html.ts';
import type { DocumentContext } from '../../shared/domain/documents/context.ts';
import { documentModel } from '../../shared/domain/documents/document-model.ts';
import { documentKinds } from '../../shared/domain/documents/kind.ts';
import type { DocumentModel } from '../../shared/domain/documents/model.ts';
import { signedContext } from '../fixtures/document-contexts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { makePrintApp } from './support/print-app.ts';

// Signed papers of random length and office, as the printer makes them and another program reads them.

interface Printing {
  readonly toPdf: (job: unknown) => Promise<string>;
}

let appFolder: string;
let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-layouts-'));
  appFolder = await makePrintApp();
  app = await launchApp({ appFolder });
});

test.afterAll(async () => {
  await app?.close();
  for (const path of [dirname(appFolder), folder]) await rm(path, { recursive: true, force: true });
});

/** The same value with its sentences lengthened or its optional texts emptied; codes, days and names stay. */
const lengthened = (value: unknown, words: string): unknown => {
  if (typeof value === 'string') return /[a-z] .*[.;]$/s.test(value) ? `${value} ${words}`.trim() : value;
  if (Array.isArray(value)) return value.map((entry) => lengthened(entry, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, lengthened(entry, words)]));
};

const paper = fc.record({
  kind: fc.constantFrom(...documentKinds),
  sentences: fc.integer({ min: 0, max: 60 }),
  attached: fc.integer({ min: 0, max: 12 }),
  unit: fc.constantFrom('', 'Bagian Kepegawaian', 'Bagian Kepegawaian, Organisasi, dan Tata Laksana Sekretariat Badan'),
  office: fc.constantFrom('', 'Plt. Kepala Bagian Umum', 'a.n. Kepala Badan, Sekretaris, u.b. Kepala Bagian Umum'),
  style: fc.constantFrom('central' as const, 'regional' as const),
  classification: fc.constantFrom('topSecret' as const, 'secret' as const, 'restricted' as const, 'ordinary' as const),
  layout: fc.constantFrom('memo' as const, 'decision' as const),
  isBare: fc.boolean(),
});
type Paper = typeof paper extends fc.Arbitrary<infer T> ? T : never;

const contextOf = (given: Paper): DocumentContext => {
  const base = signedContext(given.kind);
  const words = 'Hal itu dicatat bersama dan ditinjau kembali setiap pekan.'.concat(' ').repeat(given.sentences).trim();
  const attachments = Array.from({ length: given.attached }, (_, index) => ({
    name: `Berkas bukti ke-${index + 1}.pdf`,
    mediaType: 'application/pdf',
    size: (index + 1) * 40_000,
  }));
  const content = lengthened(base.act?.content, words) as Record<string, unknown>;
  return {
    ...base,
    classification: given.classification,
    institution: { ...base.institution, unit: given.unit, style: given.style },
    deciding: { counselling: given.layout, followUp: given.layout, authority: '' },
    act: base.act && { ...base.act, authorOffice: given.office, attachments, content },
    // Of a bare paper nothing is known but the act.
    ...(given.isBare && { related: {}, period: '', assessor: null }),
  };
};

/** Pages as another program sees them: line by line as they stand, or (`raw`) text by text as it was written. */
const pagesOf = (path: string, how: 'layout' | 'raw'): string[] =>
  execFileSync('pdftotext', [`-${how}`, path, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1);

const printed = async (model: DocumentModel): Promise<{ pages: string[]; raw: string[] }> => {
  const base64 = await app.electron.evaluate(
    (_electron, job) => (globalThis as unknown as { printing: Printing }).printing.toPdf(job),
    renderDocument(model),
  );
  const path = join(folder, 'paper.pdf');
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return { pages: pagesOf(path, 'layout'), raw: pagesOf(path, 'raw') };
};

const squeezed = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** Every text of the parts of a paper. */
const textsOf = (model: DocumentModel): string[] =>
  [...model.sections, ...model.enclosed].flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      switch (block.block) {
        case 'field':
          return [block.value ?? ''];
        case 'text':
        case 'headline':
          return [block.text];
        case 'list':
          return [...block.items];
        case 'table':
          return [];
        case 'clauses':
          return block.items.map(({ text }) => text ?? '');
        default:
          return [];
      }
    }),
  );

/** Lines of a page without its margins: label above, title, page and codes below. */
const bodyLines = (page: string): string[] => {
  const lines = page.split('\n').filter((line) => line.trim() !== '');
  const foot = lines.findIndex((line) => /Halaman \d+ dari \d+/.test(line));
  return lines.slice(1, foot === -1 ? undefined : foot);
};

const asksForCount = ['topSecret', 'secret'];

test('prints signed papers of every length without an empty box, a lone signature or a cut text', async () => {
  test.setTimeout(120_000);
  await fc.assert(
    fc.asyncProperty(paper, async (given) => {
      const model = documentModel(given.kind, contextOf(given));
      const { pages, raw } = await printed(model);
      const [first = ''] = pages;
      const whole = pages.join('\n');

      // No empty box, no dash in the place of a value.
      expect(whole).not.toContain('☐');
      expect(whole).not.toMatch(/:\s*[–-]\s*$/m);
      expect(renderDocument(model).html).not.toMatch(/class="empty"|<td><\/td>|<div class="rule"><\/div>/);

      // Whoever signs does so below the end of the text, on the same page.
      const own = model.copy === null ? model.signatures.at(-1) : model.signatures[0];
      if (own?.name && own.nip) {
        const signed = pages.find((page) => page.includes(`NIP ${own.nip}`) && page.includes(own.name ?? ''));
        const [top = ''] = [...(own.placeAndDate ?? '').split('\n'), own.titles[0] ?? ''].filter((line) => line !== '');
        const at = bodyLines(signed ?? '').findLastIndex((line) => line.includes(top.slice(0, 24)));
        expect(at, `${given.kind}: lines before the signature`).toBeGreaterThanOrEqual(1);
      }

      // No text is cut off: each stands there, line breaks and page margins aside.
      const body = raw.map(squeezed);
      for (const text of textsOf(model).filter((said) => said.length > 0)) {
        const ends = [text.slice(0, 24), text.slice(-24)].map(squeezed);
        for (const end of ends)
          expect(
            body.some((page) => page.includes(end)),
            `${given.kind}: ${text}`,
          ).toBe(true);
      }

      // The copy is counted where the label asks for it.
      const { code } = model.classification;
      const isCopy = model.copy !== null;
      expect(/Salinan Nomor \d/.test(first)).toBe(asksForCount.includes(code) || isCopy);

      // Each attachment stands there once.
      for (const { name } of model.attachments ?? []) expect(whole.split(name).length - 1, name).toBe(1);

      // Hash and key stand in the foot of each page, and nowhere else.
      for (const page of pages) expect(page.match(/Kode keamanan a7a7/g)).toHaveLength(1);
    }),
    { numRuns: 40, seed: 20_261_130, endOnFailure: true },
  );
});
