import { knownContent } from '../known-content.ts';
import { roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { choices, field, identity, inkSignature, placeAndDate } from '../parts.ts';
import type { Form } from './form.ts';

/** Formulir persetujuan: what is told beforehand, a yes or no without reasons, the employee's signature. */
export const consentForm: Form = (context) => {
  const content = knownContent('consentRecorded', context.act?.content);
  const assignment = knownContent('counsellorAssigned', context.related.counsellorAssigned);
  return {
    meta: [],
    identity: [identity(context, 'Pegawai', context.employee), identity(context, 'Konselor', assignment.counsellor)],
    sections: [
      {
        heading: 'Yang telah dijelaskan',
        blocks: [
          {
            block: 'list',
            items: [
              'Tujuan konseling kinerja ialah membantu mengenali dan menyelesaikan masalah di tempat kerja.',
              'Konseling bersifat individual dan rahasia. Yang dilaporkan hanya rekaman informasi hasil, seperlunya.',
              'Catatan pribadi konselor tersimpan terpisah dan tidak diserahkan kepada siapa pun.',
              'Kerahasiaan terbatas bila ada bahaya yang mengancam jiwa atau bila peraturan perundang-undangan mewajibkan.',
              'Pegawai dapat meminta salinan rekaman informasi hasil.',
              'Persetujuan boleh ditolak atau ditarik kembali tanpa menyebutkan alasan.',
            ],
          },
        ],
      },
      {
        heading: 'Pernyataan Pegawai',
        blocks: [
          choices('Saya menyatakan', { given: 'bersedia mengikuti konseling kinerja', refused: 'tidak bersedia' }, [
            content.consent,
          ]),
          choices('Pernyataan diberikan secara', { written: 'tertulis', oral: 'lisan' }, [content.form]),
          field(context, 'Tanggal', paperDate(content.date)),
        ],
      },
    ],
    signatures: [
      {
        ...inkSignature(roleTitles.employee, context.employee),
        placeAndDate: placeAndDate(context, paperDate(content.date)),
      },
    ],
  };
};
