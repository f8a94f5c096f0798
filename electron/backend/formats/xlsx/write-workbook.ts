import { daysBetween, isIsoDate } from '@shared/kernel/date.ts';
// Its form for Node begins workers, which nothing here needs, and names a `require` of its own, as the bundle does.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser';
import { cellXml, columnName, type Workbook, type WorkbookCell } from './workbook.ts';
import { workbookParts } from './workbook-parts.ts';

/** Places of the formats in `styles.xml`. */
const styles = { text: 1, day: 2, count: 3, hundredths: 4, header: 5, title: 6, line: 7 } as const;

const written = (place: string, style: number, text: string): string =>
  text === ''
    ? `<c r="${place}" s="${style}"/>`
    : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`;

const numeric = (place: string, style: number, value: number | null): string =>
  value === null || !Number.isFinite(value)
    ? `<c r="${place}" s="${style}"/>`
    : `<c r="${place}" s="${style}"><v>${value}</v></c>`;

/** Day 1 of the calendar that spreadsheets count by is 1900-01-01; before March 1900 they count wrong. */
const serialOf = (day: string): number | null =>
  isIsoDate(day) && day >= '1900-03-01' ? daysBetween('1899-12-30', day) : null;

const cellOf = (cell: WorkbookCell, place: string): string => {
  if (cell.is === 'text') return written(place, styles.text, cell.text);
  if (cell.is === 'day') {
    const serial = serialOf(cell.day);
    return serial === null ? written(place, styles.text, cell.day) : numeric(place, styles.day, serial);
  }
  const { value } = cell;
  return numeric(place, styles[cell.is], cell.is === 'hundredths' && value !== null ? value / 100 : value);
};

const rowXml = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;

/** Files in the archive tell no time: the oldest that it can say. */
const noTime = new Date(1980, 0, 1);

/** So many rows are made into text at once. */
const rowsAtOnce = 500;

/** The sheet, in pieces of its XML. */
function* sheetXml({ lines, columns, rows }: Workbook): Generator<string> {
  const header = lines.length + 1;
  const last = columnName(columns.length - 1);
  const end = header + rows.length;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${end}"/><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`;
  for (const [at, line] of lines.entries())
    yield rowXml(at + 1, [written(`A${at + 1}`, at === 0 ? styles.title : styles.line, line)]);
  const titles = columns.map(({ label }, at) => written(`${columnName(at)}${header}`, styles.header, label));
  yield rowXml(header, titles);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    yield rows
      .slice(from, from + rowsAtOnce)
      .map((row, at) => {
        const number = header + 1 + from + at;
        return rowXml(
          number,
          row.map((cell, column) => cellOf(cell, `${columnName(column)}${number}`)),
        );
      })
      .join('');
  }
  yield `</sheetData><autoFilter ref="A${header}:${last}${end}"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/**
 * The bytes of a workbook (ECMA-376, Office Open XML) with one sheet, in pieces: what is made lies in memory no longer
 * than until it is taken. Throws what the compression throws, which is nothing for texts.
 */
export function* workbookChunks(workbook: Workbook): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  const encoder = new TextEncoder();
  const add = function* (name: string, packed: boolean, pieces: Iterable<string>): Generator<Uint8Array> {
    const file = packed ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    file.mtime = noTime;
    zip.add(file);
    for (const piece of pieces) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  };
  for (const { name, xml, stored } of workbookParts(workbook)) yield* add(name, !stored, [xml]);
  yield* add('xl/worksheets/sheet1.xml', true, sheetXml(workbook));
  zip.end();
  yield* ready.splice(0);
}
