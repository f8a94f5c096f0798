import { actFields } from '../../case/fields/act-fields.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { paperDate } from '../paper-date.ts';
import { authorSignature, field, identityPair, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

/** Tanggapan Pegawai: what the employee answers to a communication, signed by the employee alone (law: response). */
export const employeeResponse: Form = (context) => {
  const content = knownContent('responseGiven', context.act?.content);
  const { date } = knownContent('problemCommunicated', context.related.problemCommunicated);
  return {
    meta: [periodLine(context)],
    identity: identityPair(context),
    sections: [
      {
        heading: 'Yang ditanggapi',
        blocks: [field(context, 'Komunikasi permasalahan perilaku kerja, tanggal', paperDate(date))],
      },
      ...sectionsOf(context, actFields.responseGiven, content),
    ],
    signatures: [authorSignature(context, paperDate(content.date), 'employee')],
  };
};
