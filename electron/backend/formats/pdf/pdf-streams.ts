import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfObject, type PdfValue } from './pdf-values.ts';

/** The most that a stream of cross-references or objects may hold (bytes). */
const limit = 64 * 1024 * 1024;

const refuse = (): never => {
  throw new TypeError('a stream that is not read here');
};

/** Undoes the PNG predictors None, Sub and Up (ISO 32000-1, 7.4.4.4), the ones that tables of references use. */
const unpredicted = (bytes: Buffer, columns: number): Buffer => {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    if (kind > 2) refuse();
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = kind === 1 && column > 0 ? (out[at - 1] ?? 0) : 0;
      const above = kind === 2 && row > 0 ? (out[at - columns] ?? 0) : 0;
      out[at] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + left + above;
    }
  }
  return out;
};

const only = (value: PdfValue | undefined): PdfValue | undefined =>
  isArray(value) && value.length === 1 ? value[0] : value;

/** What a stream holds: unpacked when FlateDecode packed it. Throws TypeError for any other packing. */
export const streamContent = (bytes: Buffer, { value, stream }: PdfObject): Buffer => {
  if (stream === null || !isDictionary(value)) return refuse();
  const raw = bytes.subarray(stream.from, stream.from + stream.length);
  const filter = only(value.get('Filter'));
  if (filter === undefined) return raw;
  if (nameOf(filter) !== 'FlateDecode') return refuse();
  const unpacked = inflateSync(raw, { maxOutputLength: limit });
  const parameters = only(value.get('DecodeParms'));
  if (!isDictionary(parameters) || (parameters.get('Predictor') ?? 1) === 1) return unpacked;
  const columns = parameters.get('Columns');
  return typeof columns === 'number' && columns >= 1 ? unpredicted(unpacked, columns) : refuse();
};

/** A whole number of a dictionary that is there and not negative. Throws TypeError otherwise. */
export const countOf = (dictionary: PdfDictionary, key: string): number => {
  const value = dictionary.get(key);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse();
};
