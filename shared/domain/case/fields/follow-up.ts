import type { Field } from '../../form/field.ts';
import type { ContentOf } from '../body.ts';
import { maxDisputes } from '../content/disputes.ts';
import {
  closingReasons,
  correctionAnswers,
  followUpStates,
  handedOverPosts,
  leavingKinds,
  maxFollowUps,
  paperAnswers,
  pastStatuses,
  statuses,
  tenures,
} from '../content/follow-up.ts';
import type { FieldsFor } from './fields-for.ts';
import { reasonOfNumber } from './number-reason.ts';

const followUpItem = {
  kind: { kind: 'followUpKind', label: 'cases.rows.kind', required: true },
  reason: { kind: 'text', label: 'cases.rows.reason', required: true },
  personInCharge: { kind: 'line', label: 'cases.rows.personInCharge', required: true },
  dueDate: { kind: 'date', label: 'cases.rows.dueDate', beside: true },
  burdensome: { kind: 'flag', label: 'cases.rows.burdensome', help: 'cases.help.burdensome' },
} satisfies Record<keyof ContentOf<'followUpDecided'>['items'][number], Field>;

const decider = {
  role: { kind: 'decidingRole', label: 'cases.rows.role', required: true },
  person: { kind: 'person', label: 'cases.form.author', required: true },
} satisfies Record<keyof ContentOf<'followUpDecided'>['deciders'][number], Field>;

export const followUpDecided = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: 'apart' },
  number: { kind: 'documentNumber', label: 'cases.field.number', help: 'cases.help.number', paper: 'apart' },
  numberReason: reasonOfNumber,
  items: {
    kind: 'list',
    label: 'cases.field.followUps',
    required: true,
    help: 'cases.help.followUps',
    fields: followUpItem,
    min: 1,
    max: maxFollowUps,
    texts: { entry: 'cases.rows.followUp', add: 'cases.rows.addFollowUp', remove: 'cases.rows.removeFollowUp' },
    paper: 'apart',
  },
  reportNumber: { kind: 'line', label: 'cases.field.reportNumber', help: 'cases.help.disciplineBasis', paper: 'apart' },
  reportDate: { kind: 'date', label: 'cases.field.reportDate', beside: true, paper: 'apart' },
  employeeAskedOn: {
    kind: 'date',
    label: 'cases.field.employeeAskedOn',
    help: 'cases.help.employeeAskedOn',
    paper: 'apart',
  },
  employeeAnswer: { kind: 'text', label: 'cases.field.employeeAnswer', rows: 4, paper: 'apart' },
  objection: { kind: 'text', label: 'cases.field.objection', rows: 2, help: 'cases.help.objection', paper: 'apart' },
  deciders: {
    kind: 'deciders',
    label: 'cases.field.deciders',
    required: true,
    help: 'cases.help.deciders',
    fields: decider,
    texts: { add: 'cases.rows.addDecider' },
    paper: 'apart',
  },
} satisfies FieldsFor<'followUpDecided'>;

export const followUpJoined = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Pernyataan ikut menetapkan', label: 'Tanggal' },
  },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 3, paper: { part: 'Keterangan', lines: 4 } },
} satisfies FieldsFor<'followUpJoined'>;

export const followUpProgressed = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Perkembangan tindak lanjut', label: 'Tanggal' },
  },
  item: {
    kind: 'followUpItem',
    label: 'cases.field.followUpItem',
    required: true,
    paper: { label: 'Tindak lanjut' },
  },
  state: {
    kind: 'choice',
    label: 'cases.field.followUpState',
    required: true,
    options: { codes: followUpStates, texts: 'cases.option.followUpState' },
    paper: { label: 'Keadaan', options: { ongoing: 'berjalan', done: 'selesai', dropped: 'tidak dilanjutkan' } },
  },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 3, paper: { part: 'Keterangan', lines: 4 } },
} satisfies FieldsFor<'followUpProgressed'>;

export const statusNotified = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Status', label: 'Tanggal' } },
  status: {
    kind: 'choice',
    label: 'cases.field.status',
    required: true,
    options: { codes: statuses, past: pastStatuses, texts: 'cases.option.status' },
    help: 'cases.help.status',
    paper: {
      label: 'Status, tanpa isi dan hasil',
      options: {
        notCounselled: 'konseling tidak dilakukan',
        concluded: 'proses konseling selesai',
        closed: 'ditutup',
        counselled: 'konseling telah dilakukan',
        followedUp: 'telah ditindaklanjuti',
      },
    },
  },
} satisfies FieldsFor<'statusNotified'>;

export const caseClosed = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Penutupan', label: 'Tanggal' } },
  reason: {
    kind: 'choice',
    label: 'cases.field.closingReason',
    required: true,
    options: { codes: closingReasons, past: pastStatuses, texts: 'cases.option.closingReason' },
    paper: {
      label: 'Berkas ditutup karena',
      options: {
        behaviourChanged: 'perilaku berubah',
        notCounselled: 'konseling tidak dilakukan',
        concluded: 'proses konseling selesai',
        employeeLeft: 'Pegawai pindah, pensiun, berhenti, atau meninggal',
        other: 'lainnya',
        followedUp: 'telah ditindaklanjuti',
      },
    },
  },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 3, paper: { part: 'Keterangan', lines: 4 } },
} satisfies FieldsFor<'caseClosed'>;

/** Nothing but the day: whatever stood here could name the person. */
export const employeeMistaken = {
  date: { kind: 'date', label: 'cases.field.date', required: true, help: 'cases.help.mistaken' },
} satisfies FieldsFor<'employeeMistaken'>;

export const employeeLeft = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Keadaan Pegawai', label: 'Tanggal' },
  },
  kind: {
    kind: 'choice',
    label: 'cases.field.leavingKind',
    required: true,
    options: { codes: leavingKinds, texts: 'cases.option.leavingKind' },
    paper: {
      label: 'Pegawai',
      options: {
        moved: 'pindah',
        retired: 'pensiun',
        resigned: 'berhenti',
        died: 'meninggal dunia',
        other: 'lainnya',
      },
    },
  },
  destination: {
    kind: 'line',
    label: 'cases.field.destination',
    paper: { label: 'Tujuan (bila pindah)', ifSaid: true },
  },
} satisfies FieldsFor<'employeeLeft'>;

export const assessorReplaced = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Penggantian', label: 'Tanggal' } },
  assessor: {
    kind: 'person',
    label: 'cases.field.newAssessor',
    required: true,
    paper: { part: 'Pejabat Penilai Kinerja yang baru' },
  },
  kind: {
    kind: 'choice',
    label: 'cases.field.replacementKind',
    required: true,
    options: { codes: tenures, texts: 'cases.option.replacementKind' },
    paper: {
      label: 'Peran',
      options: { definitive: 'definitif', plt: 'pelaksana tugas (Plt.)', plh: 'pelaksana harian (Plh.)' },
    },
  },
  assessorIsHead: {
    kind: 'flag',
    label: 'cases.field.assessorIsHead',
    help: 'cases.help.assessorIsHead',
    paper: { label: 'Juga Pimpinan unit kepegawaian (ya atau tidak)' },
  },
} satisfies FieldsFor<'assessorReplaced'>;

export const copyReleased = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: 'apart' },
  releasedTo: {
    kind: 'line',
    label: 'cases.field.releasedTo',
    required: true,
    help: 'cases.help.releasedTo',
    paper: 'apart',
  },
  copyNumber: { kind: 'line', label: 'cases.field.copyNumber', paper: 'apart' },
  acknowledged: { kind: 'flag', label: 'cases.field.acknowledged', paper: 'apart' },
  leftOut: { kind: 'leftOut', label: 'cases.field.leftOut', help: 'cases.help.leftOut', paper: 'apart' },
  disputes: {
    kind: 'list',
    label: 'cases.field.disputes',
    automatic: true,
    paper: 'apart',
    min: 1,
    max: maxDisputes,
    texts: { entry: 'cases.field.dispute', add: 'cases.field.dispute', remove: 'cases.field.dispute' },
    fields: {
      date: { kind: 'date', label: 'cases.field.date', required: true },
      words: { kind: 'text', label: 'cases.field.correctionRequest', rows: 3, required: true },
    },
  },
} satisfies FieldsFor<'copyReleased'>;

export const paperAnswered = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  answer: {
    kind: 'choice',
    label: 'cases.field.paperAnswer',
    required: true,
    options: { codes: paperAnswers, texts: 'cases.option.paperAnswer' },
  },
  note: { kind: 'text', label: 'cases.field.answerNote', rows: 3 },
} satisfies FieldsFor<'paperAnswered'>;

export const copyAcknowledged = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Salinan', label: 'Tanggal diterima' },
  },
  response: {
    kind: 'text',
    label: 'cases.field.copyResponse',
    rows: 3,
    paper: { part: 'Tanggapan Pegawai (bila ada)', lines: 8, ifSaid: true },
  },
} satisfies FieldsFor<'copyAcknowledged'>;

export const correctionRequested = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Permintaan', label: 'Tanggal' } },
  request: {
    kind: 'text',
    label: 'cases.field.correctionRequest',
    rows: 6,
    required: true,
    help: 'cases.help.correctionRequest',
    paper: { part: 'Apa yang keliru, dan seharusnya bagaimana', lines: 12 },
  },
} satisfies FieldsFor<'correctionRequested'>;

export const correctionAnswered = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Jawaban', label: 'Tanggal' } },
  answer: {
    kind: 'choice',
    label: 'cases.field.correctionAnswer',
    required: true,
    options: { codes: correctionAnswers, texts: 'cases.option.correctionAnswer' },
    paper: {
      label: 'Permintaan perbaikan',
      options: { accepted: 'disetujui: penulisnya mengoreksi', refused: 'ditolak: tetap seperti semula' },
    },
  },
  reason: {
    kind: 'text',
    label: 'cases.field.correctionAnswerReason',
    rows: 4,
    help: 'cases.help.correctionAnswerReason',
    paper: { part: 'Alasan', lines: 6 },
  },
} satisfies FieldsFor<'correctionAnswered'>;

export const postHandedOver = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Serah terima jabatan', label: 'Tanggal' },
  },
  post: {
    kind: 'choice',
    label: 'cases.field.handedOverPost',
    required: true,
    options: { codes: handedOverPosts, texts: 'cases.option.handedOverPost' },
    paper: {
      label: 'Jabatan yang diserahterimakan',
      options: {
        personnelOfficer: 'Petugas kepegawaian',
        personnelHead: 'Pimpinan unit kepegawaian',
        authorisedOfficial: 'Pejabat yang Berwenang',
        assessorSuperior: 'Atasan dari Pejabat Penilai Kinerja',
      },
    },
  },
  successor: {
    kind: 'person',
    label: 'cases.field.successor',
    required: true,
    help: 'cases.help.successor',
    paper: { part: 'Pengganti' },
  },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 2, paper: { part: 'Keterangan', lines: 3 } },
} satisfies FieldsFor<'postHandedOver'>;

export const actCorrected = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  reason: { kind: 'text', label: 'cases.field.correctionReason', rows: 3, required: true },
  content: {
    kind: 'corrected',
    label: 'cases.field.correctedContent',
    required: true,
    help: 'cases.help.correctedContent',
  },
} satisfies FieldsFor<'actCorrected'>;
