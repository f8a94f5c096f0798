import type { Field, Fields, Values } from '../form/field.ts';
import { without } from '../form/fields.ts';
import { dialogueForms } from './choice-forms.ts';
import { communityFields, internshipFields } from './learning-contents-fields.ts';
import {
  acknowledgements,
  adjustmentStates,
  mentoringForms,
  mentoringFormTitles,
  type RecordContentOf,
  type RecordKind,
} from './record-contents.ts';
import { maxLogEntries } from './session-log.ts';

// Fields of what is signed in coaching and mentoring, in the order of the forms (law: formFields).

type FieldsOf<K extends RecordKind> = Record<Exclude<keyof RecordContentOf<K>, 'kind'>, Field>;

const firstFields = {
  progress: {
    kind: 'text',
    label: 'guidance.field.progress',
    required: true,
    paper: { part: 'Progres hasil kerja', label: 'Progres, termasuk strategi yang telah dilakukan', lines: 5 },
  },
  problem: {
    kind: 'text',
    label: 'guidance.field.problem',
    required: true,
    paper: { part: 'Masalah atau hambatan', lines: 4 },
  },
  cause: { kind: 'text', label: 'guidance.field.cause', required: true, paper: { part: 'Penyebab', lines: 4 } },
  alternatives: {
    kind: 'text',
    label: 'guidance.field.alternatives',
    paper: { part: 'Alternatif solusi', label: 'Diisi bila Pegawai mengusulkan', lines: 4 },
  },
} satisfies Fields;

/** Laporan Pra-Coaching. */
const preCoaching = {
  date: { kind: 'date', label: 'guidance.field.date', automatic: true, paper: { part: 'Tanggal' } },
  ...firstFields,
} satisfies FieldsOf<'preCoaching'>;

const exploration = {
  method: {
    kind: 'text',
    label: 'guidance.field.method',
    paper: { part: 'Penggalian permasalahan', label: 'Metode kerja', lines: 3 },
  },
  process: { kind: 'text', label: 'guidance.field.process', beside: true, paper: { label: 'Proses kerja', lines: 3 } },
  quality: {
    kind: 'text',
    label: 'guidance.field.quality',
    beside: true,
    paper: { label: 'Kualitas kerja', lines: 3 },
  },
} satisfies Record<keyof RecordContentOf<'coaching'>['exploration'], Field>;

const adjustmentState = {
  kind: 'choice',
  label: 'guidance.adjustmentState',
  help: 'guidance.adjustmentRule',
  options: { codes: adjustmentStates, texts: 'guidance.adjustment' },
  starts: { value: 'adjusted' },
  paper: {
    part: 'Penyesuaian Ekspektasi (bila ada)',
    label: 'Ekspektasi disesuaikan oleh Pimpinan; coach dengan penugasan khusus hanya mengusulkan.',
    options: { adjusted: 'Disesuaikan oleh Pimpinan', proposed: 'Diusulkan kepada Pimpinan' },
  },
} satisfies Field;

const adjustment = {
  state: adjustmentState,
  expectation: {
    kind: 'text',
    label: 'guidance.field.expectation',
    required: true,
    paper: { label: 'Ekspektasi', lines: 2 },
  },
  measureBefore: {
    kind: 'text',
    label: 'guidance.field.measureBefore',
    paper: { label: 'Ukuran keberhasilan semula', lines: 2 },
  },
  measure: {
    kind: 'text',
    label: 'guidance.field.measureAfter',
    required: true,
    beside: true,
    paper: { label: 'Ukuran keberhasilan menjadi', lines: 2 },
  },
  targetBefore: { kind: 'line', label: 'guidance.field.targetBefore', paper: { label: 'Target semula' } },
  target: {
    kind: 'line',
    label: 'guidance.field.targetAfter',
    required: true,
    beside: true,
    paper: { label: 'Target menjadi' },
  },
} satisfies Record<keyof NonNullable<RecordContentOf<'coaching'>['adjustment']>, Field>;

/** The same as records have it that do not say what was before. */
const adjustmentAlone: Fields = {
  ...without(adjustment, ['measureBefore', 'targetBefore']),
  measure: {
    kind: 'text',
    label: 'guidance.field.measure',
    required: true,
    paper: { label: 'Ukuran keberhasilan', lines: 2 },
  },
  target: { kind: 'line', label: 'guidance.field.target', required: true, paper: { label: 'Target' } },
};

/** Pelaksanaan Coaching. */
const coaching = {
  ...firstFields,
  exploration: { kind: 'group', label: 'guidance.field.exploration', fields: exploration },
  discussion: {
    kind: 'text',
    label: 'guidance.field.discussion',
    required: true,
    paper: { part: 'Pembahasan alternatif solusi', lines: 4 },
  },
  adjustment: {
    kind: 'group',
    label: 'guidance.field.adjustment',
    toggle: 'guidance.adjustmentNeeded',
    fields: adjustment,
  },
  date: {
    kind: 'date',
    label: 'guidance.field.date',
    required: true,
    paper: { part: 'Waktu dan tempat', label: 'Tanggal' },
  },
  minutes: { kind: 'minutes', label: 'guidance.field.minutes', required: true, beside: true, paper: { label: 'Lama' } },
  place: { kind: 'line', label: 'guidance.field.place', required: true, beside: true, paper: { label: 'Tempat' } },
  actionPlan: {
    kind: 'text',
    label: 'guidance.field.actionPlan',
    required: true,
    paper: { part: 'Rencana aksi', lines: 4 },
  },
  dueDate: { kind: 'date', label: 'guidance.field.dueDate', paper: { label: 'Batas waktu' } },
} satisfies FieldsOf<'coaching'>;

/** The six fields of a plan of mentoring (law: mentoringPlan). */
export const mentoringPlanFields = {
  purpose: { kind: 'text', label: 'guidance.plan.purpose', required: true, paper: { part: 'Tujuan', lines: 3 } },
  skill: {
    kind: 'text',
    label: 'guidance.plan.skill',
    required: true,
    paper: { part: 'Keahlian dan/atau keterampilan spesifik', lines: 3 },
  },
  steps: { kind: 'text', label: 'guidance.plan.steps', required: true, paper: { part: 'Langkah-langkah', lines: 4 } },
  period: { kind: 'line', label: 'guidance.plan.period', required: true, paper: { part: 'Jangka waktu' } },
  change: {
    kind: 'text',
    label: 'guidance.plan.change',
    required: true,
    paper: { part: 'Perubahan yang dapat dirasakan Pimpinan', lines: 3 },
  },
  measure: {
    kind: 'text',
    label: 'guidance.plan.measure',
    required: true,
    paper: { part: 'Ukuran keberhasilan', lines: 3 },
  },
} satisfies Fields;

/** Rencana Aksi Mentoring. */
const mentoringPlan = {
  date: { kind: 'date', label: 'guidance.field.date', automatic: true, paper: { part: 'Tanggal' } },
  ...mentoringPlanFields,
} satisfies FieldsOf<'mentoringPlan'>;

const logEntry = {
  date: {
    kind: 'date',
    label: 'guidance.field.date',
    required: true,
    starts: { from: 'today' },
    paper: { label: 'Tanggal', width: 20 },
  },
  activity: { kind: 'text', label: 'guidance.field.activity', required: true, paper: { label: 'Kegiatan', width: 36 } },
  result: {
    kind: 'text',
    label: 'guidance.field.result',
    required: true,
    beside: true,
    paper: { label: 'Hasil', width: 32 },
  },
  minutes: {
    kind: 'minutes',
    label: 'guidance.field.minutes',
    starts: { value: 60 },
    paper: { label: 'Lama', width: 12 },
  },
} satisfies Record<keyof RecordContentOf<'mentoring'>['log'][number], Field>;

const log = {
  kind: 'list',
  label: 'guidance.field.log',
  required: true,
  fields: logEntry,
  min: 1,
  max: maxLogEntries,
  texts: { entry: 'guidance.logEntry', add: 'guidance.addLog', remove: 'guidance.removeLog' },
  paper: { part: 'Catatan pelaksanaan', lines: 6 },
} satisfies Field;

/** Pelaksanaan Mentoring. */
const mentoring = {
  ...mentoringPlanFields,
  forms: {
    kind: 'choices',
    label: 'guidance.field.forms',
    required: true,
    options: { codes: mentoringForms, names: mentoringFormTitles },
    paper: { part: 'Bentuk mentoring' },
  },
  log,
  date: { kind: 'date', label: 'guidance.field.date', automatic: true, paper: 'apart' },
} satisfies FieldsOf<'mentoring'>;

/** Ringkasan Umpan Balik (law: feedbackSummary). */
const feedbackSummary = {
  purpose: {
    kind: 'line',
    label: 'guidance.field.purposeOfSummary',
    required: true,
    paper: { part: 'Tujuan ringkasan ini', lines: 2 },
  },
  summary: {
    kind: 'text',
    label: 'guidance.field.summary',
    required: true,
    paper: { part: 'Umpan balik atas hasil kerja', lines: 8 },
  },
  date: { kind: 'date', label: 'guidance.field.date', required: true, paper: 'apart' },
  shownOn: {
    kind: 'date',
    label: 'guidance.field.shownOn',
    required: true,
    beside: true,
    paper: { part: 'Diperlihatkan kepada Pegawai', label: 'Tanggal' },
  },
  place: { kind: 'line', label: 'guidance.field.place', beside: true, paper: { label: 'Tempat' } },
  response: { kind: 'text', label: 'guidance.field.response', paper: { label: 'Tanggapan Pegawai', lines: 4 } },
  acknowledgement: {
    kind: 'choice',
    label: 'guidance.field.acknowledgement',
    required: true,
    options: { codes: acknowledgements, texts: 'guidance.acknowledgement' },
    paper: {
      label:
        'Menandatangani berarti mengetahui isi ringkasan ini, bukan menyetujuinya. Penolakan dicatat dan tidak menghalangi apa pun.',
      options: {
        signed: 'Pegawai menandatangani sebagai tanda mengetahui',
        refused: 'Pegawai tidak bersedia menandatangani',
      },
    },
  },
} satisfies FieldsOf<'feedbackSummary'>;

/** Laporan Komunitas Belajar (law: learningReports). */
const learningCommunity = {
  ...communityFields,
  log: { ...log, paper: { part: 'Catatan pertemuan', lines: 6 } },
  date: { kind: 'date', label: 'guidance.field.date', automatic: true, paper: 'apart' },
} satisfies FieldsOf<'learningCommunity'>;

/** Laporan Magang (law: learningReports). */
const internship = {
  ...internshipFields,
  log: { ...log, paper: { part: 'Catatan praktik', lines: 6 } },
  date: { kind: 'date', label: 'guidance.field.date', automatic: true, paper: 'apart' },
} satisfies FieldsOf<'internship'>;

/** Dialog Kerja (law: workDialogue). */
const workDialogue = {
  date: {
    kind: 'date',
    label: 'guidance.field.date',
    required: true,
    starts: { from: 'today' },
    paper: { part: 'Waktu dan tempat', label: 'Tanggal' },
  },
  place: { kind: 'line', label: 'guidance.field.place', beside: true, paper: { label: 'Tempat' } },
  tasks: {
    kind: 'text',
    label: 'guidance.dialogue.tasks',
    required: true,
    paper: { part: 'Tugas yang sedang dijalankan', lines: 4 },
  },
  targets: {
    kind: 'text',
    label: 'guidance.dialogue.targets',
    required: true,
    paper: { part: 'Target yang akan dicapai', lines: 4 },
  },
  competence: {
    kind: 'text',
    label: 'guidance.dialogue.competence',
    required: true,
    paper: { part: 'Kompetensi yang diperlukan', lines: 4 },
  },
  agreed: { kind: 'text', label: 'guidance.dialogue.agreed', paper: { part: 'Yang disepakati', lines: 3 } },
  leadsTo: {
    kind: 'choices',
    label: 'guidance.dialogue.leadsTo',
    options: { codes: dialogueForms, texts: 'guidanceChoice.formName' },
    paper: {
      part: 'Bentuk bimbingan yang disepakati (bila ada)',
      options: {
        coaching: 'Coaching',
        mentoring: 'Mentoring',
        formalTraining: 'Pelatihan formal',
        informalTraining: 'Pelatihan informal',
      },
    },
  },
} satisfies FieldsOf<'workDialogue'>;

/** The fields of each kind of record: form, reading view and paper are made from them. */
export const recordFields = {
  ...{ preCoaching, coaching, mentoringPlan, mentoring, feedbackSummary },
  ...{ learningCommunity, internship, workDialogue },
} satisfies {
  readonly [K in RecordKind]: FieldsOf<K>;
};

const saysBefore = (adjustment: unknown): boolean =>
  adjustment === undefined ||
  (typeof adjustment === 'object' &&
    adjustment !== null &&
    ['measureBefore', 'targetBefore'].some((name) => Object.hasOwn(adjustment, name)));

/**
 * The fields by which a record is read and printed, given what is known of its content. A record that does not say
 * what an adjustment of Ekspektasi changed from reads as it did before that was asked; a blank form asks for it.
 */
export const fieldsOfRecord = (kind: RecordKind, content: Values): Fields => {
  const fields: Fields = recordFields[kind];
  if (kind !== 'coaching' || saysBefore(content.adjustment)) return fields;
  return { ...fields, adjustment: { ...coaching.adjustment, fields: adjustmentAlone } };
};

/**
 * The form of a coaching for who leads it: a coach on special assignment may only propose an adjustment of Ekspektasi
 * (law: adjustment).
 */
export const coachingFieldsFor = (mayAdjust: boolean): typeof coaching => {
  if (mayAdjust) return coaching;
  const { options } = adjustmentState;
  const state = { ...adjustmentState, options: { ...options, barred: ['adjusted'] }, starts: { value: 'proposed' } };
  return { ...coaching, adjustment: { ...coaching.adjustment, fields: { ...adjustment, state } } };
};
