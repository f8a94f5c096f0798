/** A PDF of one page with a line of text, as the viewer reads it. */
export const pdf = ((): Uint8Array<ArrayBuffer> => {
  const drawn = 'BT /F1 18 Tf 72 740 Td (Contoh dokumen) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
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
