import { counsellorKindTitles } from '../../case/content/counselling.ts';
import { actFields } from '../../case/fields/act-fields.ts';
import { only, without } from '../../form/fields.ts';
import type { DocumentContext } from '../context.ts';
import { closedBy, sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { classificationLabels, reportingRouteTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { authorSignature, choices, field, identityPair, paperReference, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

const fields = actFields.resultSigned;
const endedText = 'Konseling tidak dilanjutkan.';

const derajat = (label: string) => label.toLowerCase().replace(/(^|\s)\S/g, (first) => first.toUpperCase());

/** The counsellor and the kind in which the counselling was done. */
const counsellor = (context: DocumentContext) => {
  const assignment = knownContent('counsellorAssigned', context.related.counsellorAssigned);
  const person = context.act?.author ?? assignment.counsellor;
  return [
    field(context, 'Nama', person?.name),
    field(context, 'NIP', person?.nip),
    choices('Jenis konselor', counsellorKindTitles, [assignment.kind]),
  ];
};

/** Rekaman informasi hasil konseling kinerja: only what is needed, no clinical detail, no signature of the employee. */
export const resultRecord: Form = (context) => {
  const record = knownContent('resultSigned', context.act?.content);
  const { kind } = knownContent('counsellorAssigned', context.related.counsellorAssigned);
  const label = record.classification ?? (context.form === 'blank' ? undefined : context.classification);
  return {
    number: record.number || null,
    meta: [periodLine(context)],
    identity: identityPair(context),
    classification: record.classification,
    sections: [
      {
        heading: 'Rujukan laporan',
        blocks: [
          field(
            context,
            'Laporan permasalahan perilaku kerja',
            paperReference(record.reportNumber, paperDate(record.reportDate)),
          ),
        ],
      },
      { heading: 'Konselor', blocks: counsellor(context) },
      ...closedBy(
        record.outcome === 'ended' ? { block: 'text', text: endedText } : null,
        sectionsOf(context, only(fields, ['sessions']), record),
      ),
      ...sectionsOf(context, without(fields, ['sessions']), record),
      {
        heading: 'Penerima',
        blocks: [field(context, 'Disampaikan kepada', kind === undefined ? null : reportingRouteTitles[kind], 2)],
      },
      {
        heading: 'Klasifikasi keamanan',
        blocks: [
          field(
            context,
            'Klasifikasi keamanan',
            label === undefined ? null : derajat(classificationLabels[label].label),
          ),
        ],
      },
    ],
    signatures: [authorSignature(context, paperDate(record.date), 'counsellor')],
  };
};
