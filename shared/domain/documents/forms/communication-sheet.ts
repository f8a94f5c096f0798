import { knownContent } from '../known-content.ts';
import { paperDate } from '../paper-date.ts';
import { attachmentNames, authorSignature, choices, field, identityPair, inkSignature, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

/** Lembar komunikasi: facts, effect, change expected, the employee's answer, acknowledgement or its refusal. */
export const communicationSheet: Form = (context) => {
  const content = knownContent('problemCommunicated', context.act?.content);
  return {
    meta: [periodLine(context)],
    identity: identityPair(context),
    sections: [
      {
        heading: 'Tanggal dan tempat',
        blocks: [field(context, 'Tanggal', paperDate(content.date)), field(context, 'Tempat', content.place)],
      },
      {
        heading: 'Fakta yang diamati',
        blocks: [field(context, 'Apa dan kapan, tanpa penilaian terhadap pribadi', content.facts, 6)],
      },
      {
        heading: 'Dampak terhadap tim atau unit kerja',
        blocks: [field(context, '', content.effect, 4)],
      },
      {
        heading: 'Perubahan yang diharapkan',
        blocks: [
          field(context, 'Perubahan', content.expectedChange, 4),
          field(context, 'Paling lambat', paperDate(content.expectedBy)),
        ],
      },
      { heading: 'Tanggapan Pegawai', blocks: [field(context, '', content.response, 6)] },
      {
        heading: 'Tanda mengetahui',
        blocks: [
          choices(
            'Menandatangani berarti mengetahui isi lembar ini, bukan menyetujuinya. Penolakan dicatat dan tidak menghalangi langkah berikutnya.',
            {
              signed: 'Pegawai menandatangani sebagai tanda mengetahui',
              refused: 'Pegawai tidak bersedia menandatangani',
            },
            [content.acknowledgement],
          ),
        ],
      },
    ],
    attachments: context.form === 'signed' ? attachmentNames(context) : [],
    signatures: [
      ...(content.acknowledgement === 'refused' ? [] : [inkSignature('Mengetahui, Pegawai', context.employee)]),
      authorSignature(context, paperDate(content.date), 'assessor'),
    ],
  };
};
