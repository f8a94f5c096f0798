import type { ContentOf } from '../../case/body.ts';
import { counsellorKindTitles } from '../../case/content/counselling.ts';
import type { DocumentContext } from '../context.ts';
import { knownContent } from '../known-content.ts';
import type { ClausesBlock } from '../model.ts';
import { reportingRouteTitles } from '../official-titles.ts';
import { paperDate, paperDateWithWeekday, paperTimeSpan } from '../paper-date.ts';
import { inlineIdentity, officialSignature, paperReference } from '../parts.ts';
import { counted, lettered } from './decision.ts';
import type { Form } from './form.ts';

type Assignment = Partial<ContentOf<'counsellorAssigned'>>;

const confidentiality =
  'Melaksanakan konseling secara individual, menjaga kerahasiaan, dan bertanggung jawab atas pencatatan, penyimpanan, dan penyampaian informasi; catatan pribadi konselor tidak menjadi bagian dari laporan.';
const period =
  'Tugas ini berlaku sejak tanggal surat tugas ini sampai dengan rekaman informasi hasil konseling kinerja disampaikan.';

/** What is still to be written stands on a form alone. */
const asked = (context: DocumentContext, text: string | null, label: string): string | null =>
  text ?? (context.form === 'signed' ? null : `${label} ........................................`);

/** A schedule set after the assignment is told by the invitation; a copy says nothing that was not signed. */
const later = (context: DocumentContext): string | null =>
  context.form === 'signed' && context.original === null
    ? 'Melaksanakan pertemuan pertama pada waktu dan tempat yang ditetapkan kemudian dengan undangan.'
    : null;

/** As the letter itself names it, else as the invitation did. */
const firstSession = (context: DocumentContext, assignment: Assignment): string | null => {
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
  const place = first.place ? `bertempat di ${first.place}` : '';
  const parts = [paperDateWithWeekday(first.date), paperTimeSpan(first), place].filter(Boolean);
  if (parts.length > 0) return `Melaksanakan pertemuan pertama: ${parts.join(', ')}.`;
  return asked(context, later(context), 'Melaksanakan pertemuan pertama (hari, tanggal, waktu, tempat):');
};

const grounds = (context: DocumentContext, assignment: Assignment): ClausesBlock => {
  const report = knownContent('reportSubmitted', context.related.reportSubmitted);
  const decided = knownContent('counsellingDecided', context.related.counsellingDecided);
  const appointment = paperReference(assignment.appointmentNumber, paperDate(assignment.appointmentDate));
  const isOwn = assignment.kind === undefined || assignment.kind === 'independent';
  const line = (name: string, reference: string | null): string | null =>
    reference === null ? asked(context, null, `${name} Nomor/tanggal`) : `${name} ${reference};`;
  return counted(
    'Dasar',
    [
      line('Laporan permasalahan perilaku kerja', paperReference(report.number, paperDate(report.date))),
      line('Penetapan pelaksanaan konseling kinerja', paperReference(decided.number, paperDate(decided.date))),
      appointment === null && !isOwn ? null : line('Surat pengangkatan konselor independen', appointment),
    ].filter((text) => text !== null),
  );
};

/** To whom the task is given. */
const assigned = (context: DocumentContext, assignment: Assignment): ClausesBlock => {
  const { counsellor, kind } = assignment;
  const kindName = kind === undefined ? undefined : counsellorKindTitles[kind];
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Nama', counsellor?.name],
    ['NIP', counsellor?.nip],
    ['Pangkat/golongan ruang', counsellor?.rank],
    ['Jabatan', counsellor?.position],
    ['Unit kerja', counsellor?.unit],
    ['Jenis konselor', kindName],
    ['Bukti pelatihan atau fungsi', assignment.qualification],
    ['Nomor SIPP, STR, atau surat', assignment.licence],
  ];
  const isBlank = context.form === 'blank';
  return {
    block: 'clauses',
    label: 'Kepada',
    items: rows.flatMap(([mark, value], index) =>
      value || (isBlank && index < rows.length - 1) ? [{ mark, text: value || null }] : [],
    ),
  };
};

/** What the task is, in the order in which it is done; last that it was done, and to whom that is said. */
const tasks = (context: DocumentContext, assignment: Assignment): ClausesBlock => {
  const { kind, duties } = assignment;
  const about = inlineIdentity(context.employee);
  const to = kind === undefined ? null : reportingRouteTitles[kind];
  return counted(
    'Untuk',
    [
      asked(
        context,
        about === null ? null : `Melaksanakan konseling kinerja kepada Pegawai ${about}.`,
        'Melaksanakan konseling kinerja kepada Pegawai (nama, NIP, jabatan):',
      ),
      duties || asked(context, null, 'Tugas:'),
      firstSession(context, assignment),
      confidentiality,
      `Melaporkan kepada ${to ?? '........................................'} bahwa tugas telah dilaksanakan dan menyampaikan rekaman informasi hasil konseling kinerja; isi pembicaraan tidak dilaporkan.`,
    ].filter((text) => text !== null),
  );
};

/** Penetapan dan penugasan konselor: a surat tugas. */
export const assignmentLetter: Form = (context) => {
  const assignment = knownContent('counsellorAssigned', context.act?.content);
  return {
    layout: 'assignment',
    title: 'Surat Tugas',
    number: assignment.number || null,
    sections: [
      {
        heading: '',
        blocks: [
          lettered('Menimbang', [
            'bahwa untuk pelaksanaan konseling kinerja perlu menugaskan konselor, dengan menjaga kerahasiaan dan tanggung jawab;',
          ]),
          grounds(context, assignment),
          { block: 'headline', text: 'MEMBERI TUGAS' },
          assigned(context, assignment),
          tasks(context, assignment),
          { block: 'text', text: period },
        ],
      },
    ],
    signatures: [officialSignature(context, { date: paperDate(assignment.date), role: 'personnelHead' })],
  };
};
