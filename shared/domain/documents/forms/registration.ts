import { actFields } from '../../case/fields/act-fields.ts';
import type { DocumentContext } from '../context.ts';
import { ledBy, sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { paperDate } from '../paper-date.ts';
import { addressedTo, field, identityPair, officialSignature, paperReference } from '../parts.ts';
import type { Form } from './form.ts';
import { memoHead } from './memo.ts';

const reportLine = (context: DocumentContext) => {
  const report = knownContent('reportSubmitted', context.related.reportSubmitted);
  return field(context, 'Laporan permasalahan perilaku kerja', paperReference(report.number, paperDate(report.date)));
};

const signature = (context: DocumentContext) => ({
  ...officialSignature(context, { date: null, role: 'personnelOfficer' }),
  placeAndDate: '',
});

/** The personnel unit returns a report for completion and says what is missing: a nota dinas. */
export const returnLetter: Form = (context) => {
  const content = knownContent('reportReturned', context.act?.content);
  return {
    ...memoHead(context, {
      number: content.number,
      to: addressedTo(context.assessor, 'assessor'),
      subject: 'Pengembalian Laporan untuk Dilengkapi',
      date: paperDate(content.date),
    }),
    identity: identityPair(context),
    sections: [
      { heading: 'Laporan yang dikembalikan', blocks: [reportLine(context)] },
      ...sectionsOf(context, actFields.reportReturned, content),
    ],
    signatures: [signature(context)],
  };
};

/** The personnel unit confirms that a report has been taken into its list: a nota dinas. */
export const registrationNote: Form = (context) => {
  const content = knownContent('reportRegistered', context.act?.content);
  return {
    ...memoHead(context, {
      number: content.number,
      to: addressedTo(context.assessor, 'assessor'),
      subject: 'Tanda Terima dan Pendaftaran Laporan',
      date: paperDate(content.date),
    }),
    identity: identityPair(context),
    sections: ledBy(reportLine(context), sectionsOf(context, actFields.reportRegistered, content)),
    signatures: [signature(context)],
  };
};
