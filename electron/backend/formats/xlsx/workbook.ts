/** What a cell holds. Nothing is ever a formula, and a text is a text whatever it looks like. */
export type WorkbookCell =
  | { readonly is: 'text'; readonly text: string }
  /** `YYYY-MM-DD`; what is no day is nothing. */
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'count' | 'hundredths'; readonly value: number | null };

/** One sheet: lines above, a header that stays in view, rows. */
export interface Workbook {
  readonly title: string;
  /** Lines above the header. */
  readonly lines: readonly string[];
  readonly columns: readonly { readonly label: string /** In characters. */; readonly width: number }[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** By what a program knows the file again; it lies in it uncompressed. ASCII letters, digits and hyphens. */
  readonly mark: string;
  /** When it is made, ISO 8601 in UTC. */
  readonly at: string;
}

/** Signs that XML 1.0 cannot hold are written as spreadsheets do (ECMA-376, ST_Xstring): `_x000B_`. */
const coded = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** A text as XML of a cell holds it. */
export const cellXml = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, coded)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** Name of a column: A, B, … Z, AA. */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`;
