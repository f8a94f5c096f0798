import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { launchApp, type RunningApp } from './support/launch.ts';
import { makePrintApp } from './support/print-app.ts';

// Documents are printed in a hidden window without scripts and without a way out (ARCHITECTURE.md, "Processes").

interface Job {
  readonly html: string;
  readonly assets: readonly { readonly name: string; readonly mimeType: string; readonly base64: string }[];
  readonly headerTemplate: string;
  readonly footerTemplate: string;
}

interface Printing {
  readonly toPdf: (job: Job) => Promise<string>;
  readonly stop: () => void;
  readonly windows: () => number;
}

let appFolder: string;
let app: RunningApp;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  appFolder = await makePrintApp();
  app = await launchApp({ appFolder });
});

test.afterAll(async () => {
  await app?.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

const print = async (job: Partial<Job>): Promise<Buffer> => {
  const whole: Job = { html: '', assets: [], headerTemplate: '', footerTemplate: '', ...job };
  const base64 = await app.electron.evaluate(
    (_electron, given) => (globalThis as unknown as { printing: Printing }).printing.toPdf(given),
    whole,
  );
  return Buffer.from(base64, 'base64');
};

const page = (body: string, style = ''): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Uji</title><style>@page { size: A4; margin: 25mm } ${style}</style></head><body>${body}</body></html>`;

const textOf = async (pdf: Buffer): Promise<string[]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const texts = await Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    }),
  );
  await document.destroy();
  return texts;
};

test('a document becomes a tagged A4 PDF with its margins filled in', async () => {
  const margin = (text: string) => `<div style="font-size: 9px; margin-left: 25mm">${text}</div>`;
  const pdf = await print({
    html: page('<h1>Laporan</h1><p style="break-after: page">satu</p><p>dua</p>'),
    headerTemplate: margin('RAHASIA'),
    footerTemplate: margin('Halaman <span class="pageNumber"></span> dari <span class="totalPages"></span>'),
  });
  const document = await PDFDocument.load(pdf);
  expect(document.getPages().map((one) => [Math.round(one.getWidth()), Math.round(one.getHeight())])).toEqual([
    [595, 842],
    [595, 842],
  ]);
  expect(document.catalog.toString()).toMatch(/\/MarkInfo/);
  expect(document.catalog.toString()).toMatch(/\/StructTreeRoot/);
  const [first, second] = await textOf(pdf);
  expect(first).toContain('RAHASIA');
  expect(first).toContain('Halaman 1 dari 2');
  expect(second).toContain('Halaman 2 dari 2');
});

test('without margin texts Chromium prints none of its own', async () => {
  const pdf = await print({ html: page('<p>isi</p>') });
  expect((await textOf(pdf)).map((text) => text.trim())).toEqual(['isi']);
});

test('the document uses its own assets and nothing else', async () => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const square = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20"><text y="9">gambar</text></svg>';
  const pdf = await print({
    html: page(
      `<img src="own.svg"><img src="${origin}/a.png"><img src="file:///etc/hostname"><img src="app://bilik/a.png"><iframe src="${origin}/"></iframe><p>isi</p>`,
      `@import url("${origin}/a.css"); p { background: url("${origin}/b.png") }`,
    ),
    assets: [{ name: 'own.svg', mimeType: 'image/svg+xml', base64: Buffer.from(square).toString('base64') }],
  });
  server.close();
  expect(reached).toBe(0);
  expect((await textOf(pdf)).join('')).toContain('gambar');
});

test('no script of a document runs', async () => {
  const pdf = await print({
    html: page(
      '<p id="a">isi</p><script>document.getElementById("a").textContent = "ganti"</script><img src="x" onerror="document.body.textContent = 1"><noscript>tanpa skrip</noscript>',
    ),
  });
  const text = (await textOf(pdf)).join('');
  expect(text).toContain('isi');
  expect(text).toContain('tanpa skrip');
  expect(text).not.toContain('ganti');
});

test('several documents print at once, each for itself', async () => {
  const texts = await Promise.all(
    ['satu', 'dua', 'tiga'].map(async (text) =>
      (await textOf(await print({ html: page(`<p>${text}</p>`) }))).join('').trim(),
    ),
  );
  expect(texts).toEqual(['satu', 'dua', 'tiga']);
});

test('nothing is left when a job ends, or when it is stopped', async () => {
  const left = () => app.electron.evaluate(() => (globalThis as unknown as { printing: Printing }).printing.windows());
  expect(await left()).toBe(0);
  const stopped = await app.electron.evaluate(async (_electron, html) => {
    const { printing } = globalThis as unknown as { printing: Printing };
    const job = printing.toPdf({ html, assets: [], headerTemplate: '', footerTemplate: '' }).then(
      () => 'printed',
      () => 'stopped',
    );
    printing.stop();
    return { outcome: await job, windows: printing.windows() };
  }, page('<p>isi</p>'));
  expect(stopped).toEqual({ outcome: 'stopped', windows: 0 });
});

test('a job cannot be reached after it, nor by another name', async () => {
  const answers = await app.electron.evaluate(async ({ session }) => {
    const target = session.fromPartition('bilik-print', { cache: false });
    const outcome = (url: string) =>
      target.fetch(url).then(
        ({ status }) => String(status),
        () => 'refused',
      );
    return Promise.all(['app://print-0/', 'app://bilik/lock.html', 'https://example.org/'].map(outcome));
  });
  expect(answers).toEqual(['404', '404', 'refused']);
});
