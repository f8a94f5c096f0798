import { actFields } from '../../case/fields/act-fields.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { paperDate } from '../paper-date.ts';
import { authorSignature, identityPair, inkSignature, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

/** Lembar komunikasi: facts, effect, change expected, the employee's answer, acknowledgement or its refusal. */
export const communicationSheet: Form = (context) => {
  const content = knownContent('problemCommunicated', context.act?.content);
  return {
    meta: [periodLine(context)],
    identity: identityPair(context),
    sections: sectionsOf(context, actFields.problemCommunicated, content),
    signatures: [
      ...(content.acknowledgement === 'refused' ? [] : [inkSignature('Mengetahui, Pegawai', context.employee)]),
      authorSignature(context, paperDate(content.date), 'assessor'),
    ],
  };
};
