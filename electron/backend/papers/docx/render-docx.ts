import type { DocumentModel } from '@shared/domain/documents/model.ts';
import type { Placeholders } from '@shared/domain/documents/placeholders.ts';
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { type Flow, paragraph, section } from './docx-blocks.ts';
import { closing } from './docx-closing.ts';
import { head } from './docx-heads.ts';

const mm = convertMillimetersToTwip;

/** Size of letters in half points. */
const letters = 22;

const centred = (text: string, size: number, bold: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 0 },
    children: [new TextRun({ text, size, bold })],
  });

/** The kop, first of all: institutions above, the institution, the unit larger, the address, a double rule. */
const letterhead = ({ letterhead: { parents, institution, unit, address, contact } }: DocumentModel): Flow[] => {
  const places = [address, contact].filter((part) => part !== '').join(' · ');
  return [
    ...parents.map((name) => centred(name.toUpperCase(), 24, false)),
    centred(institution.toUpperCase(), unit === '' ? 28 : 24, unit === ''),
    ...(unit === '' ? [] : [centred(unit.toUpperCase(), 28, true)]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      border: { bottom: { style: BorderStyle.DOUBLE, size: 6, space: 4, color: 'auto' } },
      children: [new TextRun({ text: places, size: 18 })],
    }),
  ];
};

/** The security mark, upper left on each page, in red or black. */
const mark = ({ classification }: DocumentModel): Header =>
  new Header({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            text: classification.label,
            bold: true,
            ...(classification.colour === 'red' && { color: 'B00020' }),
          }),
        ],
      }),
    ],
  });

const pages = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ size: 17, children: ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

/**
 * A paper as DOCX, for an office's own system to number, date and sign: the same parts in the same order as the printed
 * page, without our code, which belongs to our signature. Where number, date or signature are open stand the words of
 * `places`. Nothing but the page's own words gets into it: neither author nor a name of a person in its properties.
 */
export const renderDocx = async (model: DocumentModel, places: Placeholders): Promise<Uint8Array> => {
  const { copyNumber } = model.classification;
  const document = new Document({
    title: model.title,
    creator: 'Bilik',
    lastModifiedBy: 'Bilik',
    description: '',
    styles: {
      default: { document: { run: { font: 'Arial', size: letters, language: { value: 'id-ID' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(25), left: mm(30), right: mm(20) },
          },
        },
        headers: { default: mark(model) },
        footers: { default: pages() },
        children: [
          ...(copyNumber === '' ? [] : [paragraph(`Salinan nomor ${copyNumber}`)]),
          ...letterhead(model),
          ...head(model, places),
          ...model.sections.flatMap((part, index) => section(part, model.layout === 'form' ? index + 1 : null)),
          ...closing(model, places),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
