import { actFields } from '../../case/fields/act-fields.ts';
import { ledBy, sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { paperDate } from '../paper-date.ts';
import { authorSignature, field, identityPair, paperReference, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

/** Penetapan: whether the employee is counselled, on which report it rests, and why where not (law: decide). */
export const counsellingDecision: Form = (context) => {
  const content = knownContent('counsellingDecided', context.act?.content);
  const report = knownContent('reportSubmitted', context.related.reportSubmitted);
  const basis = paperReference(report.number, paperDate(report.date));
  return {
    number: content.number || null,
    meta: [periodLine(context)],
    identity: identityPair(context),
    sections: ledBy(
      field(context, 'Dasar: laporan permasalahan perilaku kerja', basis),
      sectionsOf(context, actFields.counsellingDecided, content),
    ),
    signatures: [authorSignature(context, paperDate(content.date), 'personnelHead')],
  };
};
