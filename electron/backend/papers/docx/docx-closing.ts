import type { DocumentModel, SignatureBlock } from '@shared/domain/documents/model.ts';
import type { Placeholders } from '@shared/domain/documents/placeholders.ts';
import { type Flow, grid, paragraph, plainTable, section, textWidth } from './docx-blocks.ts';

/** A signature as lines: place and date, office, where it is signed, name, pangkat and NIP. */
const signatureLines = (block: SignatureBlock, places: Placeholders): string => {
  const { placeAndDate, titles, name, rank, nip } = block;
  const place = placeAndDate ?? places.dateWord;
  const office = titles.map((title, index) => (index === titles.length - 1 ? `${title.replace(/,$/, '')},` : title));
  return [
    ...(place === '' ? [] : [place]),
    ...office,
    '',
    places.signatureWord,
    '',
    name ?? '........................................',
    ...(rank === null ? [] : [rank]),
    ...(nip === null ? [] : [`NIP ${nip}`]),
  ].join('\n');
};

/** Signatures side by side, two in a row; one alone stands at the right. */
const signatures = ({ signatures: blocks }: DocumentModel, places: Placeholders): Flow[] => {
  const texts = blocks.map((block) => signatureLines(block, places));
  const rows =
    texts.length === 1
      ? [['', texts[0] ?? '']]
      : Array.from({ length: Math.ceil(texts.length / 2) }, (_, row) => [
          texts[2 * row] ?? '',
          texts[2 * row + 1] ?? '',
        ]);
  if (texts.length === 0) return [];
  return [paragraph('', { after: 120, keepNext: true }), plainTable(rows, [textWidth / 2, textWidth / 2])];
};

const distribution = ({ distribution: names }: DocumentModel): Flow[] =>
  names.length === 0
    ? []
    : [
        paragraph('Tembusan:', { keepNext: true }),
        ...names.map((name, index) => paragraph(`${index + 1}. ${name}`, { after: 0 })),
      ];

const attachments = ({ attachments: lines }: DocumentModel): Flow[] => {
  if (lines !== null && lines.length === 0) return [];
  if (lines === null)
    return section({ heading: 'Lampiran', blocks: [{ block: 'field', label: '', value: null, lines: 3 }] }, null);
  return [
    paragraph('Lampiran', { bold: true, keepNext: true }),
    ...grid({
      label: '',
      columns: [
        { label: 'No', width: 8 },
        { label: 'Nama', width: 60 },
        { label: 'Jenis', width: 16 },
        { label: 'Ukuran', width: 16 },
      ],
      rows: lines.map(({ name, kind, extent }, index) => [String(index + 1), name, kind, extent]),
    }),
  ];
};

/** What stands below the text: signatures, tembusan, attachments. */
export const closing = (model: DocumentModel, places: Placeholders): Flow[] => [
  ...signatures(model, places),
  ...distribution(model),
  ...attachments(model),
];
