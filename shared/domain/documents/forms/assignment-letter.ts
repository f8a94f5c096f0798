import type { ContentOf } from '../../case/body.ts';
import { actFields } from '../../case/fields/act-fields.ts';
import type { DocumentContext } from '../context.ts';
import { closedBy, sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import type { Block, Section } from '../model.ts';
import { reportingRouteTitles } from '../official-titles.ts';
import { paperDate, paperDateWithWeekday, paperTimeSpan } from '../paper-date.ts';
import { authorSignature, field, identityPair, paperReference, periodLine, written } from '../parts.ts';
import type { Form } from './form.ts';

type Assignment = Partial<ContentOf<'counsellorAssigned'>>;

const confidentiality =
  'Konseling dilaksanakan secara individual. Konselor menjaga kerahasiaan dan bertanggung jawab atas pencatatan, penyimpanan, dan penyampaian informasi; catatan pribadi konselor tidak menjadi bagian dari laporan.';

/** As the letter itself names it, else as the invitation did. */
const scheduleSection = (context: DocumentContext, assignment: Assignment): Section => {
  const invited = knownContent('sessionScheduled', context.related.sessionScheduled);
  const first =
    assignment.firstDate || assignment.firstTime || assignment.firstPlace
      ? {
          date: assignment.firstDate,
          startTime: assignment.firstTime,
          zone: assignment.firstZone,
          place: assignment.firstPlace,
        }
      : invited;
  return {
    heading: 'Jadwal dan tempat pertama',
    blocks: [
      field(context, 'Hari, tanggal', paperDateWithWeekday(first.date) ?? later(context)),
      field(context, 'Waktu', paperTimeSpan(first) ?? later(context)),
      field(context, 'Tempat', first.place || later(context)),
    ],
  };
};

/** A schedule set after the assignment is told by the invitation; a copy says nothing that was not signed. */
const later = (context: DocumentContext): string | null =>
  context.form === 'signed' && context.original === null ? 'ditetapkan kemudian dengan undangan' : null;

/** By which letter the institution appointed an independent counsellor; not on letters that do not say it. */
const appointmentLine = (context: DocumentContext, { kind, ...assignment }: Assignment): readonly Block[] => {
  const reference = paperReference(assignment.appointmentNumber, paperDate(assignment.appointmentDate));
  const isAsked = context.form !== 'signed' && (kind === undefined || kind === 'independent');
  return reference === null && !isAsked ? [] : [field(context, 'Pengangkatan konselor independen', reference)];
};

/** Penetapan dan penugasan konselor. */
export const assignmentLetter: Form = (context) => {
  const assignment = knownContent('counsellorAssigned', context.act?.content);
  const report = knownContent('reportSubmitted', context.related.reportSubmitted);
  const route = assignment.kind === undefined ? null : reportingRouteTitles[assignment.kind];
  return {
    number: assignment.number || null,
    meta: [periodLine(context)],
    identity: identityPair(context, 'Pegawai yang mengikuti konseling kinerja'),
    sections: [
      {
        heading: 'Dasar',
        blocks: [
          field(context, 'Laporan permasalahan perilaku kerja', paperReference(report.number, paperDate(report.date))),
          ...appointmentLine(context, assignment),
        ],
      },
      ...closedBy(
        { block: 'text', text: confidentiality },
        sectionsOf(context, actFields.counsellorAssigned, assignment),
      ),
      scheduleSection(context, assignment),
      {
        heading: 'Jalur pelaporan',
        blocks: [{ block: 'field', label: 'Hasil dilaporkan kepada', value: written(context, route), lines: 2 }],
      },
    ],
    signatures: [authorSignature(context, paperDate(assignment.date), 'personnelHead')],
  };
};
