import { ownValue } from '@shared/kernel/own-value.ts';
import type { ContentOf } from '../../case/body.ts';
import type { DocumentContext } from '../context.ts';
import { knownContent } from '../known-content.ts';
import type { Block } from '../model.ts';
import { roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { attachmentNames, authorSignature, choices, field, identityPair, periodLine, table } from '../parts.ts';
import type { Form } from './form.ts';

type Report = Partial<ContentOf<'reportSubmitted'>>;

const scopes = {
  employee: 'Kemajuan kinerja Pegawai sendiri',
  team: 'Kemajuan kinerja tim',
  unit: 'Kemajuan kinerja unit kerja',
};

/** Behaviour compared with progress: a row for each scope while writing, the chosen ones once signed. */
const comparison = (context: DocumentContext, report: Report): Block => {
  const progressOf = (scope: string) => report.comparisons?.find((entry) => entry.scope === scope)?.progress;
  const rows = Object.entries(scopes)
    .map(([scope, label]) => [label, progressOf(scope)])
    .filter((row) => context.form !== 'signed' || row[1] !== undefined);
  const columns = [
    { label: 'Dibandingkan dengan', width: 32 },
    { label: 'Uraian kemajuan', width: 68 },
  ];
  return table(context, 'Sekurang-kurangnya satu pembanding', columns, rows, 3);
};

/** Core value and panduan perilaku by their Indonesian names. */
const conduct = (context: DocumentContext, report: Report): Block => {
  const nameOf = (code: string) => ownValue(context.labels, code) ?? code;
  const rows = (report.conduct ?? []).map((entry) => [
    nameOf(entry.value),
    entry.conduct === null ? '–' : nameOf(entry.conduct),
  ]);
  const columns = [
    { label: 'Nilai dasar', width: 32 },
    { label: 'Panduan perilaku', width: 68 },
  ];
  return table(context, '', columns, rows, 2);
};

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
    sections: [
      {
        heading: 'Hasil pemantauan kinerja dan umpan balik berkelanjutan',
        blocks: [
          field(context, 'Perilaku kerja yang bermasalah', report.behaviour, 3),
          field(context, 'Hasil pemantauan dan umpan balik', report.monitoring, 4),
        ],
      },
      { heading: 'Perbandingan dengan kemajuan kinerja', blocks: [comparison(context, report)] },
      {
        heading: 'Penilaian terhadap hambatan kinerja',
        blocks: [
          choices('Perilaku tersebut', { hinders: 'menghambat', mayHinder: 'berpotensi menghambat' }, [
            report.judgement,
          ]),
          choices('kinerja pada tingkat', { team: 'tim kerja', unit: 'unit kerja' }, [report.level]),
        ],
      },
      {
        heading: 'Komunikasi kepada Pegawai',
        blocks: [
          field(context, 'Tanggal komunikasi', paperDate(report.communicationDate)),
          field(context, 'Isi komunikasi', report.communicationContent, 3),
          field(context, 'Tidak terjadi perubahan perilaku', report.unchanged, 2),
        ],
      },
      { heading: 'Nilai dasar dan panduan perilaku terkait', blocks: [conduct(context, report)] },
    ],
    attachments: attachmentNames(context),
    signatures: [authorSignature(context, paperDate(report.date), 'assessor')],
  };
};
