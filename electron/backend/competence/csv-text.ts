import { open } from 'node:fs/promises';
import type { csvEncodings } from '@shared/contract/competence-file.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';

/** Largest CSV file (bytes) and most rows that are read. */
export const csvLimits = { bytes: 64_000_000, rows: 250_000 } as const;

/** The bytes of a file, unless it is too large for a table. */
export const readBytes = async (path: string): Promise<Result<Buffer, AppError<'fileUnreadable' | 'csvTooLarge'>>> => {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      return size > csvLimits.bytes ? fail('csvTooLarge') : ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return fail('fileUnreadable');
  }
};

/** A text and how it was read; `guessed`: nothing in the file says so. */
export interface CsvText {
  readonly text: string;
  readonly encoding: (typeof csvEncodings)[number];
  readonly guessed: boolean;
}

const decode = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

/** UTF-16 without a mark: every other byte of Latin text is 0, the second of each two or the first. */
const unmarkedUtf16 = (bytes: Uint8Array): string | undefined => {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [first = 0, second = 0] = zeros;
  if (first === second) return undefined;
  return decode(second > first ? 'utf-16le' : 'utf-16be', bytes);
};

/** What Windows-1252 has from 0x80 to 0x9f; a full stop in the place of the five bytes that are nothing there. */
const windowsSigns = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** The text by Windows-1252, without the help of an ICU that may lack it; undefined where no text has such bytes. */
const windows1252 = (bytes: Buffer): string | undefined => {
  const text = bytes.toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: signs that no table has
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]/.test(text)) return undefined;
  return text.replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
};

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** A table as marked-up text, which reporting systems give the name `.xls`, and spreadsheets of 2003. */
const isMarkup = (bytes: Buffer): boolean =>
  /^[^\p{L}\p{N}<]{0,20}<(!doctype|\?xml|html|head|meta|table|style|workbook)[\s>?]/iu.test(
    bytes.subarray(0, 200).toString('utf8').replaceAll('\0', ''),
  );

/** Tables as other text: a web page in one file (MHTML), SYLK, DIF. */
const isOtherTable = (bytes: Buffer): boolean =>
  /^(\uFEFF)?(MIME-Version:|ID;P|TABLE\r?\n0,1\r?\n)/i.test(bytes.subarray(0, 40).toString('utf8'));

/** True for a workbook (.xlsx, .ods, .xls) or a table of another kind, which spreadsheets can save as CSV. */
export const isWorkbook = (bytes: Buffer): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ||
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
  isMarkup(bytes) ||
  isOtherTable(bytes);

/**
 * The text of a file: by its mark; else as UTF-8, where all of it is; else guessed, as UTF-16 without a mark or as
 * Windows-1252, which older spreadsheets write. Undefined when the bytes are no text.
 */
export const textOf = (bytes: Buffer): CsvText | undefined => {
  const told = (encoding: CsvText['encoding'], text: string | undefined, guessed = false): CsvText | undefined =>
    text === undefined ? undefined : { text, encoding, guessed };
  if (startsWith(bytes, 0xff, 0xfe)) return told('utf-16', decode('utf-16le', bytes));
  if (startsWith(bytes, 0xfe, 0xff)) return told('utf-16', decode('utf-16be', bytes));
  const utf8 = told('utf-8', decode('utf-8', bytes));
  if (utf8 !== undefined || startsWith(bytes, 0xef, 0xbb, 0xbf)) return utf8;
  return told('utf-16', unmarkedUtf16(bytes), true) ?? told('windows-1252', windows1252(bytes), true);
};

/** A mark of byte order that a program took for three letters, and wrote as such. */
const markAsLetters = /^\uFEFF?ï»¿/;
/** A return that ends a row by itself, and ends of rows of another kind beside it. */
const hasTwoEnds = (text: string): boolean => text.includes('\n') && /\r(?!\r*\n)/.test(text);
/** Cells that are quoted with spaces around: `"a", "b"`. */
const spacedQuotes = /^[^\r\n]*(" *[;,\t|] +"|" +[;,\t|] *")/;

/**
 * A text as CSV is read: without a mark of byte order that became letters, with one kind of line end where rows have
 * several, and without spaces before and behind a quoted cell. What is within quotes stays.
 */
export const plainCsv = (text: string): string => {
  const unmarked = text.replace(markAsLetters, '');
  const [ends, spaced] = [hasTwoEnds(unmarked), spacedQuotes.test(unmarked)];
  if (!ends && !spaced) return unmarked;
  // A quoted cell, with the spaces before and behind it; or an end of a row.
  return unmarked.replace(
    /(?<=^|[;,\t|\r\n])( *)("[^"]*(?:""[^"]*)*")( *)(?=[;,\t|\r\n]|$)|\r+\n|\r/g,
    (found, _before?: string, quoted?: string) => {
      if (quoted === undefined) return ends ? '\n' : found;
      return spaced ? quoted : found;
    },
  );
};
