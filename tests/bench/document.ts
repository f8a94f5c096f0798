import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { signDocument } from '../../electron/backend/formats/pdf/sign-pdf.ts';
import { renderDocument } from '../../electron/backend/papers/render-html.ts';
import { documentModel } from '../../shared/domain/documents/document-model.ts';
import { documentTitles } from '../../shared/domain/documents/kind.ts';
import { launchApp } from '../e2e/support/launch.ts';
import { makePrintApp } from '../e2e/support/print-app.ts';
import { signedContext } from '../fixtures/document-contexts.ts';
import { sampleAct, sampleIdentity } from '../fixtures/document-samples.ts';
import { type Figure, figure, median } from './statistics.ts';

interface Printing {
  readonly toPdf: (job: unknown) => Promise<string>;
}

/** The signed result record (render, print, sign, embed) against a bare printToPDF of the same page, medians in ms. */
export const measureDocument = async (rounds: number): Promise<Figure> => {
  const appFolder = await makePrintApp();
  const app = await launchApp({ appFolder });
  try {
    const own: number[] = [];
    const bare: number[] = [];
    const identity = await sampleIdentity();
    for (let round = -2; round < rounds; round += 1) {
      const started = performance.now();
      const job = renderDocument(documentModel('resultRecord', signedContext('resultRecord')));
      const rendered = performance.now() - started;
      const printed = await app.electron.evaluate(async (_electron, given) => {
        const began = performance.now();
        const base64 = await (globalThis as unknown as { printing: Printing }).printing.toPdf(given);
        return { took: performance.now() - began, base64 };
      }, job);
      const signing = performance.now();
      await signDocument({
        pdf: new Uint8Array(Buffer.from(printed.base64, 'base64')),
        act: sampleAct(),
        title: documentTitles.resultRecord,
        at: new Date(),
        identity,
      });
      const signed = performance.now() - signing;
      const plain = await app.electron.evaluate(async ({ BrowserWindow }, given) => {
        const began = performance.now();
        const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, partition: 'bare' } });
        await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(given.html).toString('base64')}`);
        await window.webContents.printToPDF({
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          displayHeaderFooter: true,
          headerTemplate: given.headerTemplate,
          footerTemplate: given.footerTemplate,
        });
        window.destroy();
        return performance.now() - began;
      }, job);
      if (round < 0) continue;
      own.push(rendered + printed.took + signed);
      bare.push(plain);
    }
    return figure('document.signedResult', 'ms', median(own), median(bare), 1.5);
  } finally {
    await app.close();
    await rm(dirname(appFolder), { recursive: true, force: true });
  }
};
