import type { DocumentModel } from '@shared/domain/documents/model.ts';
import type { Placeholders } from '@shared/domain/documents/placeholders.ts';
import { readPicture } from '@shared/domain/office/picture.ts';
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { besideTable, type Flow, paragraph, section } from './docx-blocks.ts';
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

/** Height of the logo in the kop, in pixels of 1/96 inch. */
const logoHeight = 76;

/** The logo at the left of the kop; nothing where the picture cannot be read. */
const logoRun = ({ letterhead: { logo } }: DocumentModel): ImageRun | null => {
  const picture = logo === null ? null : readPicture(logo.bytes);
  if (!picture?.ok) return null;
  const { mediaType, width, height, bytes } = picture.value;
  return new ImageRun({
    type: mediaType === 'image/png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: Math.round((logoHeight * width) / height), height: logoHeight },
  });
};

/** The kop: logo left; institutions above, the institution, the unit larger, the address; a double rule. */
const letterhead = (model: DocumentModel): Flow[] => {
  const { parents, institution, unit, address, contact } = model.letterhead;
  const logo = logoRun(model);
  const names = [
    ...parents.map((name) => centred(name.toUpperCase(), 24, false)),
    centred(institution.toUpperCase(), unit === '' ? 28 : 24, unit === ''),
    ...(unit === '' ? [] : [centred(unit.toUpperCase(), 28, true)]),
    centred([address, contact].filter((part) => part !== '').join(' · '), 18, false),
  ];
  const rule = new Paragraph({
    spacing: { after: 240 },
    border: { bottom: { style: BorderStyle.DOUBLE, size: 6, space: 1, color: 'auto' } },
    children: [],
  });
  if (logo === null) return [...names, rule];
  return [besideTable([new Paragraph({ children: [logo] })], names), rule];
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
  const { copyLine } = model.classification;
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
          ...(copyLine === '' ? [] : [paragraph(copyLine)]),
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
