import { knownContent } from '../known-content.ts';
import { paperDate } from '../paper-date.ts';
import { field, labelInWords, placeAndDate, toEnvelope, toPerson } from '../parts.ts';
import type { Form } from './form.ts';

/**
 * Pemberitahuan: after the report the employee may be told that a letter has gone on (law: reportNotice). A letter,
 * neutral through and through, as the invitation is: whoever opens it learns no subject, no office and nobody else's
 * name.
 */
export const reportNotice: Form = (context) => {
  const report = knownContent('reportSubmitted', context.related.reportSubmitted);
  return {
    layout: 'letter',
    number: null,
    dateLine: placeAndDate(context, null),
    meta: [
      { label: 'Sifat', value: labelInWords(context.classification) },
      { label: 'Hal', value: 'Pemberitahuan' },
    ],
    addressee: [...toPerson(context.employee), 'di Tempat'],
    identity: [],
    sections: [
      {
        heading: '',
        blocks: [
          {
            block: 'text',
            text: 'Dengan hormat, kami memberitahukan bahwa sebuah surat dinas mengenai Saudara telah kami teruskan.',
          },
          field(context, 'Tanggal surat', paperDate(report.date)),
          field(context, 'Narahubung', context.institution.contact),
          {
            block: 'text',
            text: 'Saudara dapat meminta keterangan dan salinannya melalui narahubung di atas. Surat ini tidak memerlukan jawaban.',
          },
          { block: 'text', text: 'Atas perhatian Saudara, kami mengucapkan terima kasih.' },
        ],
      },
    ],
    signatures: [{ placeAndDate: '', titles: ['Hormat kami,'], means: 'ink', name: null, rank: null, nip: null }],
    distribution: [],
    envelope: toEnvelope(context),
  };
};
