import { actFields } from '../../case/fields/act-fields.ts';
import type { DocumentContext } from '../context.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { identity, inkSignature, placeAndDate } from '../parts.ts';
import type { Form } from './form.ts';

/** On paper the day stands last. */
const { date, ...statement } = actFields.consentRecorded;

/** What a counsellor who also assesses tells (law: alsoAssesses); on a blank form for where it is so. */
const alsoAssesses = (context: DocumentContext, kind: string | undefined): readonly string[] => {
  const told = 'Pegawai boleh meminta konselor lain kepada unit kepegawaian tanpa menyebutkan alasan.';
  if (kind === 'trainedAssessor') return [`Konselor juga menilai kinerja Pegawai. ${told}`];
  return context.form === 'blank' ? [`Bila konselor juga menilai kinerja Pegawai: ${told}`] : [];
};

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
              'Pegawai dapat meminta salinan rekaman informasi hasil.',
              ...alsoAssesses(context, assignment.kind),
            ],
          },
        ],
      },
      {
        heading: 'Batas kerahasiaan',
        blocks: [
          {
            block: 'list',
            items: [
              'Kerahasiaan terbatas dalam keadaan darurat (ancaman keselamatan) atau bila peraturan perundang-undangan mewajibkan.',
              'Bila batas itu terpaksa dipakai, yang disampaikan hanya yang diperlukan, dan Pegawai diberi tahu sedapat-dapatnya lebih dahulu.',
            ],
          },
        ],
      },
      {
        heading: 'Menolak dan menarik kembali',
        blocks: [
          {
            block: 'list',
            items: [
              'Persetujuan boleh ditolak atau ditarik kembali tanpa menyebutkan alasan.',
              'Penarikan kembali dinyatakan kepada konselor, lisan atau tertulis. Konseling dihentikan sejak itu; yang dilaporkan hanya bahwa konseling tidak dilanjutkan.',
              'Pegawai menerima Lembar Hak Pegawai bersama formulir ini.',
            ],
          },
        ],
      },
      ...sectionsOf(context, { ...statement, date }, content),
    ],
    signatures: [
      {
        ...inkSignature(roleTitles.employee, context.employee),
        placeAndDate: placeAndDate(context, paperDate(content.date)),
      },
    ],
  };
};
