import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellXml, columnName, type WorkbookCell } from '../../../electron/backend/formats/xlsx/workbook.ts';
import { workbookChunks } from '../../../electron/backend/formats/xlsx/write-workbook.ts';
import { concatBytes } from '../../../shared/kernel/bytes.ts';

const text = (written: string): WorkbookCell => ({ is: 'text', text: written });
const sheetOf = (rows: readonly (readonly WorkbookCell[])[], lines: readonly string[] = ['Daftar', 'Instansi']) => {
  const columns = [0, 1, 2].map((at) => ({ label: `Kolom ${at}`, width: 12 }));
  const at = '2026-11-26T04:00:00.000Z';
  return concatBytes(...workbookChunks({ title: 'Daftar', lines, columns, rows, mark: 'tanda-v1', at }));
};
const xmlOf = (file: Uint8Array): string => strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

/** Texts of a sheet as a reader of XML and of ST_Xstring has them. */
const textsIn = (xml: string): string[] =>
  [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, written = '']) =>
    written
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );

describe('a workbook', () => {
  it('has a text as a text, whatever it looks like, and no formula at all', () => {
    const odd = ['199103142015032999', '=1+1', '+62 811', '@nama', '0012', '1E5', 'TRUE', '<b>&amp;</b>', '_x0041_'];
    const xml = xmlOf(sheetOf(odd.map((one) => [text(one)])));
    expect(textsIn(xml).slice(-odd.length)).toEqual(odd);
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml.match(/<v>/g)).toBeNull();
  });

  it('gives every text back as it was', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((one) => one.normalize());
    const withControls = fc.string({
      unit: fc.constantFrom('a', '_', 'x', '0', '\u0000', '\u000b', '\r', '\ufffe', '<'),
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            anyText,
            withControls.filter((one) => one !== ''),
          ),
          { maxLength: 10 },
        ),
        (texts) => {
          const rows = texts.map((one) => [text(one)]);
          expect(textsIn(xmlOf(sheetOf(rows))).slice(5)).toEqual(texts);
        },
      ),
    );
    expect(cellXml('a\ud800b')).toBe('a\ufffdb');
  });

  it('has days as days, numbers as numbers and nothing for nothing', () => {
    const rows: WorkbookCell[][] = [
      [
        { is: 'day', day: '2026-11-26' },
        { is: 'day', day: '' },
        { is: 'day', day: '1899-01-01' },
      ],
      [
        { is: 'count', value: 12 },
        { is: 'hundredths', value: 1250 },
        { is: 'hundredths', value: null },
      ],
    ];
    const xml = xmlOf(sheetOf(rows));
    // Day 46352 of the calendar of spreadsheets, style 2; before March 1900 it counts wrong, so it is a text.
    expect(xml).toContain('<c r="A4" s="2"><v>46352</v></c><c r="B4" s="1"/>');
    expect(textsIn(xml).at(-1)).toBe('1899-01-01');
    expect(xml).toContain('<c r="A5" s="3"><v>12</v></c><c r="B5" s="4"><v>12.5</v></c><c r="C5" s="4"/>');
  });

  it('keeps its header in view below the lines above it', () => {
    const xml = xmlOf(sheetOf([[text('a')]]));
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A3:C4"/>');
    expect(xml).toContain('<dimension ref="A1:C4"/>');
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('bears its mark where it is found without unpacking, with and without rows', () => {
    for (const rows of [[], Array.from({ length: 1200 }, (_, at) => [text(`Baris ${at}`)])]) {
      const file = sheetOf(rows);
      expect(Buffer.from(file).includes('tanda-v1')).toBe(true);
      expect(xmlOf(file).match(/<row /g)).toHaveLength(3 + rows.length);
    }
  });
});
