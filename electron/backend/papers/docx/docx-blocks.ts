import type { Block, ClausesBlock, IdentityColumn, Section, TableBlock } from '@shared/domain/documents/model.ts';
import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** What stands one below the other on a page. */
export type Flow = Paragraph | Table;

/** Width of the text on A4 between margins of 3 and 2 cm, in twentieths of a point. */
export const textWidth = 9072;

/** Room that stays to write in by hand. */
const toWrite = '........................................';

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder } as const;

/** Text with its line breaks; `null` is room to write in. */
const runs = (text: string | null, bold = false): TextRun[] =>
  (text ?? toWrite).split('\n').map((line, index) => new TextRun({ text: line, bold, ...(index > 0 && { break: 1 }) }));

export interface TextLook {
  readonly bold?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Room below, in twentieths of a point. */
  readonly after?: number;
  readonly keepNext?: boolean;
}

/** A paragraph; `null` is room to write in. */
export const paragraph = (text: string | null, { bold, align, after = 60, keepNext }: TextLook = {}): Paragraph =>
  new Paragraph({
    children: runs(text, bold),
    alignment: align ?? AlignmentType.LEFT,
    spacing: { after },
    ...(keepNext !== undefined && { keepNext }),
  });

const cell = (content: readonly Paragraph[], options: Omit<ITableCellOptions, 'children'> = {}): TableCell =>
  new TableCell({ children: [...content], ...options });

/** Cells without lines. */
const bareTable = (rows: readonly (readonly (readonly Paragraph[])[])[], widths: readonly number[]): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((content, index) =>
            cell(content, { width: { size: widths[index] ?? 0, type: WidthType.DXA }, borders: noBorders }),
          ),
        }),
    ),
  });

/** Rows without lines: a label, a colon, what is said. `widths` in twentieths of a point. */
export const plainTable = (rows: readonly (readonly (string | null)[])[], widths: readonly number[]): Table =>
  bareTable(
    rows.map((row) => row.map((text) => [paragraph(text)])),
    widths,
  );

/** Width of what stands at the left of a kop, in twentieths of a point. */
const besideWidth = 1500;

/** A narrow part at the left and a wide one beside it, without lines. */
export const besideTable = (left: readonly Paragraph[], right: readonly Paragraph[]): Table =>
  bareTable([[left, right]], [besideWidth, textWidth - besideWidth]);

/** Label and value side by side; lines of equal labels under a title, in a letter or of a field. */
export const pairs = (rows: readonly { readonly label: string; readonly value: string | null }[]): Flow[] =>
  rows.length === 0
    ? []
    : [
        plainTable(
          rows.map(({ label, value }) => [label, ':', value]),
          [2600, 260, textWidth - 2860],
        ),
      ];

/** A table with lines and a header row that is repeated on each page. */
export const grid = ({ label, columns, rows }: Omit<TableBlock, 'block'>): Flow[] => {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((textWidth * width) / whole));
  const line = (texts: readonly (string | null)[], bold: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: bold,
      children: texts.map((text, index) =>
        cell([new Paragraph({ children: runs(text ?? '', bold) })], {
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
        }),
      ),
    });
  return [
    ...(label === '' ? [] : [paragraph(label, { keepNext: true })]),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        line(
          columns.map((column) => column.label),
          true,
        ),
        ...rows.map((row) => line(row, false)),
      ],
    }),
    paragraph('', { after: 0 }),
  ];
};

/** People side by side: a column each. */
export const identityTable = (columns: readonly IdentityColumn[]): Flow[] => {
  const [first] = columns;
  if (first === undefined) return [];
  return grid({
    label: '',
    columns: [{ label: 'Identitas', width: 28 }, ...columns.map(({ heading }) => ({ label: heading, width: 36 }))],
    rows: first.rows.map(({ label }, row) => [label, ...columns.map(({ rows }) => rows[row]?.value ?? null)]),
  });
};

const clauses = ({ label, items }: ClausesBlock): Flow[] => {
  const isMarked = items.some(({ mark }) => mark !== '');
  const markWidth = isMarked ? (items.some(({ mark }) => mark.length > 3) ? 1300 : 460) : 0;
  const labelWidth = label === '' ? 0 : 1500;
  const colonWidth = label === '' ? 0 : 260;
  const widths = [labelWidth, colonWidth, markWidth, textWidth - labelWidth - colonWidth - markWidth];
  const used = widths.map((width) => width > 0);
  return [
    plainTable(
      items.map(({ mark, text }, index) => {
        const isFirst = index === 0;
        return [isFirst ? label : '', isFirst ? ':' : '', mark, text].filter((_, at) => used[at]);
      }),
      widths.filter((width) => width > 0),
    ),
  ];
};

const block = (part: Block): Flow[] => {
  switch (part.block) {
    case 'field':
      if (part.label === '')
        return Array.from({ length: part.value === null ? part.lines : 1 }, () => paragraph(part.value));
      return pairs([part]);
    case 'choices': {
      const options = part.options.map(({ label, chosen }) => `${chosen ? '☒' : '☐'} ${label}`);
      return [
        ...(part.label === '' ? [] : [paragraph(part.label, { keepNext: true })]),
        paragraph(options.join('    ')),
      ];
    }
    case 'table':
      return grid(part);
    case 'text':
      return [paragraph(part.text, { align: AlignmentType.BOTH, after: 120 })];
    case 'list':
      return part.items.map((item, index) => paragraph(`${index + 1}. ${item}`));
    case 'clauses':
      return clauses(part);
    case 'headline':
      return [paragraph(part.text, { bold: true, align: AlignmentType.CENTER, after: 120, keepNext: true })];
  }
};

/** A section under its heading; `number` null: it is not counted. */
export const section = ({ heading, blocks }: Section, number: number | null): Flow[] => [
  ...(heading === ''
    ? []
    : [paragraph(`${number === null ? '' : `${number}. `}${heading}`, { bold: true, keepNext: true })]),
  ...blocks.flatMap(block),
];
