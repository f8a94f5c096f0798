import type { Field, Fields } from '../../form/field.ts';
import { zoneField } from '../../form/zone-field.ts';
import type { ContentOf } from '../body.ts';
import {
  assignmentAnswers,
  consentForms,
  consents,
  counsellorKinds,
  counsellorKindTitles,
  maxSessions,
  referralTargets,
  resultOutcomes,
} from '../content/counselling.ts';
import { classifications } from '../content/fields.ts';
import type { FieldsFor } from './fields-for.ts';
import { reasonOfNumber } from './number-reason.ts';

const zone = { ...zoneField, label: 'cases.field.zone' } as const;

export const counsellorAssigned = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: 'apart' },
  number: { kind: 'documentNumber', label: 'cases.field.number', help: 'cases.help.number', paper: 'apart' },
  numberReason: reasonOfNumber,
  counsellor: {
    kind: 'person',
    label: 'cases.field.counsellor',
    required: true,
    paper: { part: 'Konselor yang ditugaskan' },
  },
  kind: {
    kind: 'choice',
    label: 'cases.field.counsellorKind',
    required: true,
    options: { codes: counsellorKinds, texts: 'cases.option.counsellorKind' },
    help: 'cases.help.counsellorKind',
    paper: { label: 'Jenis konselor', options: counsellorKindTitles },
  },
  qualification: {
    kind: 'text',
    label: 'cases.field.qualification',
    rows: 3,
    help: 'cases.help.qualification',
    paper: { label: 'Bukti pelatihan atau penetapan fungsi (bila disyaratkan)', lines: 2 },
  },
  appointmentNumber: {
    kind: 'line',
    label: 'cases.field.appointmentNumber',
    help: 'cases.help.appointment',
    paper: 'apart',
  },
  appointmentDate: { kind: 'date', label: 'cases.field.appointmentDate', beside: true, paper: 'apart' },
  licence: {
    kind: 'line',
    label: 'cases.identity.licence',
    help: 'cases.identity.licenceHelp',
    paper: { label: 'Nomor SIPP, STR, atau surat pengangkatan (konselor dari luar)' },
  },
  duties: {
    kind: 'text',
    label: 'cases.field.duties',
    rows: 5,
    required: true,
    paper: { part: 'Tugas dan kerahasiaan', label: 'Tugas', lines: 4 },
  },
  firstDate: { kind: 'date', label: 'cases.field.firstDate', help: 'cases.help.firstSchedule', paper: 'apart' },
  firstTime: { kind: 'time', label: 'cases.field.firstTime', paper: 'apart' },
  firstZone: { ...zone, label: 'cases.field.firstZone', paper: 'apart' },
  firstPlace: { kind: 'line', label: 'cases.field.firstPlace', paper: 'apart' },
} satisfies FieldsFor<'counsellorAssigned'>;

export const assignmentAnswered = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Jawaban', label: 'Tanggal' } },
  answer: {
    kind: 'choice',
    label: 'cases.field.answer',
    required: true,
    options: { codes: assignmentAnswers, texts: 'cases.option.answer' },
    paper: {
      label: 'Atas penugasan sebagai konselor, saya',
      options: { accepted: 'menerima penugasan', declined: 'menolak penugasan' },
    },
  },
  declaration: {
    kind: 'text',
    label: 'cases.field.declaration',
    rows: 5,
    required: true,
    help: 'cases.help.declaration',
    paper: { part: 'Pernyataan tentang benturan kepentingan', lines: 8 },
  },
} satisfies FieldsFor<'assignmentAnswered'>;

export const assignmentEnded = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    help: 'cases.help.assignmentEnded',
    paper: { part: 'Akhir penugasan, tanpa alasan', label: 'Tanggal' },
  },
} satisfies FieldsFor<'assignmentEnded'>;

const appointment = {
  letterDate: { kind: 'date', label: 'cases.field.letterDate', help: 'cases.help.letterDate', paper: 'apart' },
  number: { kind: 'documentNumber', label: 'cases.field.number', help: 'cases.help.number', paper: 'apart' },
  numberReason: reasonOfNumber,
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: 'apart' },
  startTime: { kind: 'time', label: 'cases.field.startTime', required: true, paper: 'apart' },
  zone: { ...zone, paper: 'apart' },
  minutes: { kind: 'minutes', label: 'cases.field.minutes', required: true, paper: 'apart' },
  place: {
    kind: 'line',
    label: 'cases.field.place',
    required: true,
    help: 'cases.help.sessionPlace',
    paper: { label: 'Tempat' },
  },
  contact: {
    kind: 'line',
    label: 'cases.field.contact',
    required: true,
    help: 'cases.help.contact',
    paper: { label: 'Narahubung' },
  },
} satisfies Fields;

export const sessionScheduled = appointment satisfies FieldsFor<'sessionScheduled'>;
export const sessionRescheduled = appointment satisfies FieldsFor<'sessionRescheduled'>;

export const consentRecorded = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { label: 'Tanggal' } },
  consent: {
    kind: 'choice',
    label: 'cases.field.consent',
    required: true,
    options: { codes: consents, texts: 'cases.option.consent' },
    help: 'cases.help.consent',
    paper: {
      part: 'Pernyataan Pegawai',
      label: 'Saya menyatakan',
      options: { given: 'bersedia mengikuti konseling kinerja', refused: 'tidak bersedia' },
    },
  },
  form: {
    kind: 'choice',
    label: 'cases.field.form',
    required: true,
    options: { codes: consentForms, texts: 'cases.option.consentForm' },
    paper: { label: 'Pernyataan diberikan secara', options: { written: 'tertulis', oral: 'lisan' } },
  },
  toldAssesses: { kind: 'flag', label: 'cases.field.toldAssesses', help: 'cases.help.toldAssesses', paper: 'apart' },
} satisfies FieldsFor<'consentRecorded'>;

export const sessionHeld = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Pelaksanaan sesi', label: 'Tanggal' },
  },
  startTime: { kind: 'time', label: 'cases.field.startTime', required: true, paper: { label: 'Pukul' } },
  zone: { ...zone, paper: { label: 'Zona waktu' } },
  minutes: { kind: 'minutes', label: 'cases.field.minutes', required: true, paper: { label: 'Lama (menit)' } },
  place: { kind: 'line', label: 'cases.field.place', required: true, paper: { label: 'Tempat' } },
} satisfies FieldsFor<'sessionHeld'>;

export const sessionMissed = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    help: 'cases.help.missed',
    paper: { part: 'Sesi yang tidak dihadiri', label: 'Tanggal sesi' },
  },
} satisfies FieldsFor<'sessionMissed'>;

export const referralRecorded = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Rujukan', label: 'Tanggal' } },
  to: {
    kind: 'choice',
    label: 'cases.field.referralTo',
    required: true,
    options: { codes: referralTargets, texts: 'cases.option.referralTo' },
    paper: { label: 'Dirujuk kepada', options: { psychologist: 'psikolog', doctor: 'dokter', other: 'bantuan lain' } },
  },
  imminentDanger: {
    kind: 'flag',
    label: 'cases.field.imminentDanger',
    help: 'cases.help.imminentDanger',
    paper: { label: 'Keadaan darurat: ancaman keselamatan (ya atau tidak)' },
  },
} satisfies FieldsFor<'referralRecorded'>;

const session = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { label: 'Tanggal', width: 34 } },
  place: {
    kind: 'line',
    label: 'cases.field.place',
    required: true,
    beside: true,
    starts: { from: 'before' },
    paper: { label: 'Tempat', width: 66 },
  },
} satisfies Record<keyof ContentOf<'resultSigned'>['sessions'][number], Field>;

export const resultSigned = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: 'apart' },
  number: { kind: 'documentNumber', label: 'cases.field.number', help: 'cases.help.number', paper: 'apart' },
  numberReason: reasonOfNumber,
  reportNumber: { kind: 'line', label: 'cases.field.reportNumber', paper: 'apart' },
  reportDate: { kind: 'date', label: 'cases.field.reportDate', required: true, paper: 'apart' },
  sessions: {
    kind: 'list',
    label: 'cases.field.sessions',
    fields: session,
    min: 0,
    max: maxSessions,
    inRow: true,
    texts: { entry: 'cases.rows.session', add: 'cases.rows.addSession', remove: 'cases.rows.removeSession' },
    paper: { part: 'Tanggal dan tempat konseling', lines: 3 },
  },
  outcome: {
    kind: 'choice',
    label: 'cases.field.resultOutcome',
    required: true,
    options: { codes: resultOutcomes, texts: 'cases.option.resultOutcome' },
    paper: 'apart',
  },
  problem: {
    kind: 'text',
    label: 'cases.field.problem',
    rows: 4,
    required: true,
    help: 'cases.help.onlyNeeded',
    paper: { part: 'Permasalahan', lines: 5 },
  },
  causes: {
    kind: 'text',
    label: 'cases.field.causes',
    rows: 4,
    help: 'cases.help.noClinical',
    paper: { part: 'Penyebab', lines: 5 },
  },
  agreement: {
    kind: 'text',
    label: 'cases.field.agreement',
    rows: 4,
    help: 'cases.help.agreement',
    paper: { part: 'Kesepakatan atau rencana perbaikan', lines: 5 },
  },
  recommendation: {
    kind: 'text',
    label: 'cases.field.recommendation',
    rows: 4,
    required: true,
    paper: { part: 'Rekomendasi', lines: 4 },
  },
  classification: {
    kind: 'choice',
    label: 'cases.field.classification',
    required: true,
    options: { codes: classifications, texts: 'cases.option.classification' },
    paper: 'apart',
  },
} satisfies FieldsFor<'resultSigned'>;

export const resultReceived = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Penerimaan', label: 'Tanggal diterima' },
  },
} satisfies FieldsFor<'resultReceived'>;
