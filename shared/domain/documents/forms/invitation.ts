import { actFields } from '../../case/fields/act-fields.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { paperDate, paperDateWithWeekday, paperTimeSpan } from '../paper-date.ts';
import { authorSignature, field, signedOn, toPerson } from '../parts.ts';
import type { Form } from './form.ts';

/** An office that names counselling would say what the meeting is about: the name alone signs then. */
const neutralTitle = (office: string): string =>
  office === '' || /konsel|counsel|psikolog|psycholog/i.test(office) ? 'Hormat kami,' : office;

/**
 * Undangan: neutral through and through (law: neutralInvitation). Subject, text and envelope tell nothing of the
 * problem, of counselling or of who assesses; hence it has no identity block, and its office line is the neutral one of
 * the signer.
 */
export const invitation: Form = (context) => {
  const type = context.act?.type === 'sessionRescheduled' ? 'sessionRescheduled' : 'sessionScheduled';
  const content = knownContent(type, context.act?.content);
  const to = toPerson(context.employee);
  const signature = authorSignature(context, paperDate(content.letterDate) ?? signedOn(context.act), 'personnelHead');
  const office = context.act === null ? '' : context.act.authorOffice || (context.act.author?.position ?? '');
  return {
    number: content.number || null,
    meta: [
      {
        label: 'Hal',
        value: type === 'sessionRescheduled' ? 'Undangan pertemuan (perubahan jadwal)' : 'Undangan pertemuan',
      },
    ],
    addressee: to,
    identity: [],
    sections: [
      {
        heading: '',
        blocks: [
          { block: 'text', text: 'Dengan hormat, kami mengundang Saudara untuk hadir pada pertemuan berikut.' },
          field(context, 'Hari, tanggal', paperDateWithWeekday(content.date)),
          field(context, 'Waktu', paperTimeSpan(content)),
          ...sectionsOf(context, actFields[type], content).flatMap(({ blocks }) => blocks),
          {
            block: 'text',
            text: 'Pertemuan ini bersifat pribadi. Bila waktu tersebut tidak sesuai, mohon menghubungi narahubung di atas.',
          },
          { block: 'text', text: 'Atas perhatian Saudara, kami mengucapkan terima kasih.' },
        ],
      },
    ],
    signatures: [{ ...signature, titles: [neutralTitle(office)] }],
    envelope: {
      from: [context.institution.name, context.institution.address].filter((line) => line !== ''),
      to,
      mark: 'PRIBADI — hanya dibuka oleh penerima',
    },
  };
};
