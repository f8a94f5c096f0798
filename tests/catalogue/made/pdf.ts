import { pdfOf } from '../../fixtures/odd-pdfs.ts';

/** A PDF of one page with a line of text, as the viewer reads it. */
export const pdf = ((): Uint8Array<ArrayBuffer> => {
  const drawn = 'BT /F1 18 Tf 72 740 Td (Contoh dokumen) Tj ET';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
})();

interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** A piece of these bytes, as the calls that read bytes answer. */
export const pieceOf = (bytes: Uint8Array, { offset, length }: Piece) => ({
  bytes: bytes.slice(offset, offset + length),
  size: bytes.length,
});

/** A piece of that page. */
export const readPdf = (piece: Piece) => pieceOf(pdf, piece);
