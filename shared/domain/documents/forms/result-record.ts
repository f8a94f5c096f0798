import type { DocumentContext } from '../context.ts';
import { knownContent } from '../known-content.ts';
import { classificationLabels, counsellorKindTitles, reportingRouteTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { authorSignature, choices, field, identityPair, paperReference, periodLine, table } from '../parts.ts';
import type { Form } from './form.ts';

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
  const sessions = (record.sessions ?? []).map((session) => [paperDate(session.date), session.place]);
  const columns = [
    { label: 'Tanggal', width: 34 },
    { label: 'Tempat', width: 66 },
  ];
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
      {
        heading: 'Tanggal dan tempat konseling',
        blocks: [
          table(context, '', columns, sessions, 3),
          ...(record.outcome === 'ended'
            ? [{ block: 'text' as const, text: 'Konseling berakhir sebelum selesai; alasan tidak dicatat.' }]
            : []),
        ],
      },
      { heading: 'Permasalahan', blocks: [field(context, '', record.problem, 5)] },
      { heading: 'Penyebab', blocks: [field(context, '', record.causes, 5)] },
      { heading: 'Kesepakatan atau rencana perbaikan', blocks: [field(context, '', record.agreement, 5)] },
      { heading: 'Rekomendasi', blocks: [field(context, '', record.recommendation, 4)] },
      {
        heading: 'Penerima',
        blocks: [field(context, 'Disampaikan kepada', kind === undefined ? null : reportingRouteTitles[kind], 2)],
      },
      {
        heading: 'Klasifikasi',
        blocks: [field(context, 'Derajat', label === undefined ? null : derajat(classificationLabels[label].label))],
      },
    ],
    signatures: [authorSignature(context, paperDate(record.date), 'counsellor')],
  };
};
