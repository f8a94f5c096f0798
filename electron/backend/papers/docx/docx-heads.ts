import type { DocumentModel, PaperLayout } from '@shared/domain/documents/model.ts';
import type { Placeholders } from '@shared/domain/documents/placeholders.ts';
import { AlignmentType } from 'docx';
import { type Flow, identityTable, pairs, paragraph, plainTable, textWidth } from './docx-blocks.ts';

type Head = (model: DocumentModel, places: Placeholders) => Flow[];

const middle = { bold: true, align: AlignmentType.CENTER } as const;

const title = ({ title: text }: DocumentModel, after: number): Flow =>
  paragraph(text.toUpperCase(), { ...middle, after });

const numberLine = ({ number }: DocumentModel, places: Placeholders, word: string): Flow[] =>
  number === undefined
    ? []
    : [paragraph(`${word} ${number ?? places.numberWord}`, { align: AlignmentType.CENTER, after: 240 })];

const addressee = ({ addressee: lines }: DocumentModel): Flow[] =>
  lines.map((line, index) => paragraph(line, { after: index === lines.length - 1 ? 240 : 0 }));

const form: Head = (model, places) => [
  title(model, 60),
  ...numberLine(model, places, 'Nomor:'),
  ...pairs(model.meta),
  ...addressee(model),
  ...identityTable(model.identity),
];

/** Nomor, Sifat, Lampiran, Hal at the left, place and date at the right of the first line. */
const letter: Head = (model, places) => {
  const { number, meta, dateLine } = model;
  const rows = [...(number === undefined ? [] : [{ label: 'Nomor', value: number ?? places.numberWord }]), ...meta];
  const date = dateLine === undefined ? '' : (dateLine ?? places.dateWord);
  return [
    plainTable(
      rows.map(({ label, value }, index) => [label, ':', value, index === 0 ? date : '']),
      [1300, 260, textWidth - 5160, 3600],
    ),
    ...(rows.length === 0 && date !== '' ? [paragraph(date, { align: AlignmentType.RIGHT })] : []),
    paragraph('', { after: 60 }),
    ...addressee(model),
    ...identityTable(model.identity),
  ];
};

const assignment: Head = (model, places) => [
  title(model, 60),
  ...numberLine(model, places, 'Nomor:'),
  ...pairs(model.meta),
  ...identityTable(model.identity),
];

const decision: Head = (model, places) => [
  title(model, 60),
  ...numberLine(model, places, 'NOMOR'),
  paragraph('TENTANG', { ...middle, after: 120 }),
  paragraph(model.about, { ...middle, after: 240 }),
  ...identityTable(model.identity),
];

const memo: Head = (model, places) => [
  title(model, 60),
  ...numberLine(model, places, 'NOMOR'),
  ...pairs(model.meta.map((row) => (row.label === 'Tanggal' ? { ...row, value: row.value ?? places.dateWord } : row))),
  paragraph(''),
  ...identityTable(model.identity),
];

const heads: Readonly<Record<PaperLayout, Head>> = {
  form,
  letter,
  assignment,
  decision,
  memo,
  list: form,
  minutes: form,
};

/** What stands between kop and text, in the order of the kind of naskah dinas. */
export const head: Head = (model, places) => heads[model.layout](model, places);
