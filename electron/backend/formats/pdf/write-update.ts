import { Buffer } from 'node:buffer';

/** A moment as PDF writes it (ISO 32000-1, 7.9.4), in UTC. */
export const pdfDate = (date: Date): string => `(D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`;

/** What an update goes on from. */
export interface UpdateTrailer {
  /** `Size` of the revision before. */
  readonly size: number;
  /** Offset of its newest cross-reference section, as it names it. */
  readonly previous: number;
  /** Further keys of the trailer: `Root`, `Info` … */
  readonly keys: string;
}

/**
 * A PDF with an incremental update (ISO 32000-1, 7.5.6) that writes these objects, each what stands between `obj` and
 * `endobj`. Its cross-reference table begins exactly where `startxref` says.
 */
export const writeUpdate = (
  pdf: Uint8Array,
  objects: readonly (readonly [number, Uint8Array])[],
  { size, previous, keys }: UpdateTrailer,
): Buffer => {
  const parts: Uint8Array[] = [pdf, Buffer.from('\n')];
  let offset = pdf.length + 1;
  const rows: string[] = [];
  for (const [id, body] of [...objects].sort(([one], [other]) => one - other)) {
    rows.push(`${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    const object = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(object);
    offset += object.length;
  }
  const newSize = Math.max(size, ...objects.map(([id]) => id + 1));
  const trailer = `/Size ${newSize} ${keys} /Prev ${previous}`;
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n${rows.join('')}trailer\n<< ${trailer} >>\nstartxref\n${offset}\n%%EOF`),
  ]);
};
