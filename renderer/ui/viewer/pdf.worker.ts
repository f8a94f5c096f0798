// The worker in which PDF.js reads a PDF. What it leaves out it only writes into the console; here that is told to the
// page that shows it, by the kind of it alone: the lines may have words of the document in them.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
import { lossOf } from './losses.ts';

console.log = (line: unknown): void => {
  const loss = lossOf(String(line));
  if (loss !== null) self.postMessage({ loss });
};
