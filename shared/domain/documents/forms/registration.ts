import { actFields } from '../../case/fields/act-fields.ts';
import type { DocumentContext } from '../context.ts';
import { ledBy, sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { authorSignature, field, identityPair, paperReference, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

const reportLine = (context: DocumentContext) => {
  const report = knownContent('reportSubmitted', context.related.reportSubmitted);
  return field(context, 'Laporan permasalahan perilaku kerja', paperReference(report.number, paperDate(report.date)));
};

const toAssessor = (context: DocumentContext): readonly string[] =>
  ['Yth.', context.assessor?.name ?? '', context.assessor?.position || roleTitles.assessor].filter(
    (line) => line !== '',
  );

/** The personnel unit returns a report for completion and says what is missing. */
export const returnLetter: Form = (context) => {
  const content = knownContent('reportReturned', context.act?.content);
  return {
    number: content.number || null,
    meta: [periodLine(context)],
    addressee: toAssessor(context),
    identity: identityPair(context),
    sections: [
      { heading: 'Laporan yang dikembalikan', blocks: [reportLine(context)] },
      ...sectionsOf(context, actFields.reportReturned, content),
    ],
    signatures: [authorSignature(context, paperDate(content.date), 'personnelOfficer')],
  };
};

/** The personnel unit confirms that a report has been taken into its list. */
export const registrationNote: Form = (context) => {
  const content = knownContent('reportRegistered', context.act?.content);
  return {
    number: content.number || null,
    meta: [periodLine(context)],
    addressee: toAssessor(context),
    identity: identityPair(context),
    sections: ledBy(reportLine(context), sectionsOf(context, actFields.reportRegistered, content)),
    signatures: [authorSignature(context, paperDate(content.date), 'personnelOfficer')],
  };
};
