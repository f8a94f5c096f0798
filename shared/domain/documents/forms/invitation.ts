import { actFields } from '../../case/fields/act-fields.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { paperDate, paperDateWithWeekday, paperTimeSpan } from '../paper-date.ts';
import {
  attachmentCount,
  field,
  labelInWords,
  officialSignature,
  placeAndDate,
  signedOn,
  toEnvelope,
  toPerson,
} from '../parts.ts';
import type { Form } from './form.ts';

/** An office that names counselling would say what the meeting is about: the name alone signs then. */
const neutralTitles = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 || lines.some((line) => /konsel|counsel|psikolog|psycholog/i.test(line))
    ? ['Hormat kami,']
    : lines;

/**
 * Undangan: a surat undangan with a date of its own, neutral through and through (law: neutralInvitation). Subject,
 * text and envelope tell nothing of the problem, of counselling or of who assesses; hence it has no identity block, no
 * tembusan, and its office line is the neutral one of the signer.
 */
export const invitation: Form = (context) => {
  const type = context.act?.type === 'sessionRescheduled' ? 'sessionRescheduled' : 'sessionScheduled';
  const content = knownContent(type, context.act?.content);
  const signature = officialSignature(context, { date: null, role: 'personnelHead' });
  const isOfOffice = context.act !== null && (context.act.authorOffice || context.act.author?.position);
  return {
    layout: 'letter',
    number: content.number || null,
    dateLine: placeAndDate(context, paperDate(content.letterDate) ?? signedOn(context.act)),
    meta: [
      { label: 'Sifat', value: labelInWords(context.classification) },
      { label: 'Lampiran', value: attachmentCount(context) },
      {
        label: 'Hal',
        value: type === 'sessionRescheduled' ? 'Undangan pertemuan (perubahan jadwal)' : 'Undangan pertemuan',
      },
    ],
    addressee: [...toPerson(context.employee), 'di Tempat'],
    identity: [],
    sections: [
      {
        heading: '',
        blocks: [
          {
            block: 'text',
            text: 'Dengan hormat, kami mengundang Saudara untuk hadir pada pertemuan yang akan dilaksanakan sebagai berikut.',
          },
          field(context, 'Hari, tanggal', paperDateWithWeekday(content.date)),
          field(context, 'Waktu', paperTimeSpan(content)),
          ...sectionsOf(context, actFields[type], content).flatMap(({ blocks }) => blocks),
          field(context, 'Acara', 'Pertemuan kedinasan'),
          {
            block: 'text',
            text: 'Pertemuan ini bersifat pribadi. Bila waktu tersebut tidak sesuai, mohon menghubungi narahubung di atas.',
          },
          { block: 'text', text: 'Atas perhatian Saudara, kami mengucapkan terima kasih.' },
        ],
      },
    ],
    signatures: [
      { ...signature, placeAndDate: '', titles: isOfOffice ? neutralTitles(signature.titles) : neutralTitles([]) },
    ],
    distribution: [],
    envelope: toEnvelope(context),
  };
};
