import type { ContentOf } from '../../case/body.ts';
import { actFields } from '../../case/fields/act-fields.ts';
import type { DocumentContext } from '../context.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { attachmentsOf, authorSignature, identityPair, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

type Report = Partial<ContentOf<'reportSubmitted'>>;

/** Who receives the report. */
const addressee = (context: DocumentContext, report: Report): readonly string[] => {
  const person = report.addressee;
  const office = person?.position || roleTitles.personnelHead;
  return ['Yth.', ...(person ? [person.name] : []), office, context.institution.name].filter((line) => line !== '');
};

/** Laporan permasalahan perilaku kerja, in the order of the Format Pelaksanaan Konseling Perilaku Kerja as known. */
export const behaviourReport: Form = (context) => {
  const report = knownContent('reportSubmitted', context.act?.content);
  return {
    number: report.number || null,
    meta: [periodLine(context)],
    addressee: addressee(context, report),
    identity: identityPair(context, 'Pegawai yang dilaporkan', `Pelapor: ${roleTitles.assessor}`),
    sections: sectionsOf(context, actFields.reportSubmitted, report),
    attachments: attachmentsOf(context),
    signatures: [authorSignature(context, paperDate(report.date), 'assessor')],
  };
};
