import type { Buffer } from 'node:buffer';
import { countOf, streamContent } from './pdf-streams.ts';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfObject, PdfScanner } from './pdf-values.ts';

/** Where an object lies: nowhere, at an offset, or inside an object stream. */
export type PdfPlace =
  | 'free'
  | { readonly offset: number; readonly generation: number }
  | { readonly container: number; readonly index: number };

/** One cross-reference section with its trailer. */
export interface PdfSection {
  readonly places: ReadonlyMap<number, PdfPlace>;
  readonly trailer: PdfDictionary;
  /** The object that the section is; null for a table. */
  readonly object: PdfObject | null;
  /** Offset after the section. */
  readonly end: number;
}

const range = /[\0\t\n\f\r ]*(\d{1,9}) (\d{1,7})[ \r\n]+/y;
const row = /(\d{10}) (\d{5}) ([nf])[ \r\n]+/y;
const maxObjects = 1_000_000;

const tableAt = (scanner: PdfScanner): PdfSection => {
  const places = new Map<number, PdfPlace>();
  for (let found = scanner.take(range); found !== null; found = scanner.take(range)) {
    const first = Number(found[1]);
    for (let number = first; number < first + Number(found[2]); number += 1) {
      const [, offset, generation, kind] = scanner.take(row) ?? scanner.refuse();
      if (places.has(number) || places.size > maxObjects) scanner.refuse();
      places.set(number, kind === 'f' ? 'free' : { offset: Number(offset), generation: Number(generation) });
    }
  }
  const trailer = scanner.takes('trailer') ? scanner.value() : scanner.refuse();
  if (!isDictionary(trailer) || trailer.has('XRefStm')) scanner.refuse();
  return { places, trailer: trailer as PdfDictionary, object: null, end: scanner.at };
};

const numberAt = (bytes: Buffer, at: number, width: number): number => {
  let number = 0;
  for (let i = 0; i < width; i += 1) number = number * 256 + (bytes[at + i] ?? 0);
  return number;
};

const placeOf = (kind: number, second: number, third: number): PdfPlace => {
  if (kind === 1) return { offset: second, generation: third };
  if (kind === 2) return { container: second, index: third };
  if (kind !== 0) throw new TypeError('a kind of reference that nobody knows');
  return 'free';
};

/** The section that a cross-reference stream is (ISO 32000-1, 7.5.8). Throws TypeError when it is none. */
export const sectionOfStream = (bytes: Buffer, object: PdfObject): PdfSection => {
  const trailer = object.value;
  const widths = isDictionary(trailer) ? trailer.get('W') : undefined;
  if (!isDictionary(trailer) || nameOf(trailer.get('Type')) !== 'XRef' || !isArray(widths) || widths.length !== 3)
    throw new TypeError('no cross-reference stream');
  const [one, two, three] = widths.map((width) =>
    typeof width === 'number' && width >= 0 && width < 7 ? width : 0,
  ) as [number, number, number];
  const content = streamContent(bytes, object);
  const given = trailer.get('Index') ?? [0, countOf(trailer, 'Size')];
  const index = isArray(given) ? given.map(Number) : [];
  const places = new Map<number, PdfPlace>();
  let at = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    for (let number = first; number < first + count; number += 1) {
      if (at >= content.length || places.has(number)) throw new TypeError('a cross-reference stream that is cut');
      const kind = one === 0 ? 1 : numberAt(content, at, one);
      places.set(number, placeOf(kind, numberAt(content, at + one, two), numberAt(content, at + one + two, three)));
      at += one + two + three;
    }
  }
  return { places, trailer, object, end: object.end };
};

/** The cross-reference section at an offset: a table or a stream. Throws TypeError when there is none. */
export const sectionAt = (bytes: Buffer, text: string, offset: number): PdfSection => {
  const scanner = new PdfScanner(text, offset);
  // Programs name the line before the table, too; readers skip the spaces.
  if (scanner.takes('xref')) return tableAt(scanner);
  return sectionOfStream(bytes, scanner.object());
};
