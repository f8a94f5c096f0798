import type { Field, Fields } from '../../form/field.ts';
import {
  acknowledgements,
  changeOutcomes,
  feedbackSources,
  judgements,
  levels,
  startingPoints,
} from '../content/observation.ts';
import type { FieldsFor } from './fields-for.ts';

const judgement = {
  kind: 'choice',
  label: 'cases.field.judgement',
  required: true,
  options: { codes: judgements, texts: 'cases.option.judgement' },
  paper: {
    part: 'Penilaian terhadap hambatan kinerja',
    label: 'Perilaku tersebut',
    options: { hinders: 'menghambat', mayHinder: 'berpotensi menghambat' },
  },
} satisfies Field;
const level = {
  kind: 'choice',
  label: 'cases.field.level',
  required: true,
  options: { codes: levels, texts: 'cases.option.level' },
  paper: { label: 'kinerja pada tingkat', options: { team: 'tim kerja', unit: 'unit kerja' } },
} satisfies Field;

/** Identification, as far as the report repeats it in the same order. */
export const finding = {
  behaviour: {
    kind: 'text',
    label: 'cases.field.behaviour',
    rows: 4,
    required: true,
    help: 'cases.help.behaviour',
    paper: {
      part: 'Hasil pemantauan kinerja dan umpan balik berkelanjutan',
      label: 'Perilaku kerja yang bermasalah',
      lines: 3,
    },
  },
  monitoring: {
    kind: 'text',
    label: 'cases.field.monitoring',
    rows: 5,
    required: true,
    help: 'cases.help.monitoring',
    paper: { label: 'Hasil pemantauan dan umpan balik', lines: 4 },
  },
  comparisons: {
    kind: 'comparisons',
    label: 'cases.field.comparisons',
    required: true,
    help: 'cases.help.comparisons',
    paper: { part: 'Perbandingan dengan kemajuan kinerja', label: 'Sekurang-kurangnya satu pembanding', lines: 3 },
  },
  judgement,
  level,
  conduct: {
    kind: 'conduct',
    label: 'cases.field.conduct',
    help: 'cases.help.conduct',
    paper: { part: 'Nilai dasar dan panduan perilaku terkait', lines: 2 },
  },
} satisfies Fields;

export const caseOpened = {
  employee: { kind: 'person', label: 'cases.field.employee', required: true },
  assessor: { kind: 'person', label: 'cases.field.assessor', required: true, help: 'cases.help.assessor' },
  assessorSuperior: {
    kind: 'person',
    label: 'cases.field.assessorSuperior',
    optional: true,
    help: 'cases.help.assessorSuperior',
  },
  institution: { kind: 'line', label: 'cases.field.institution', required: true },
  period: { kind: 'line', label: 'cases.field.period', required: true, help: 'cases.help.period' },
  assessorIsHead: { kind: 'flag', label: 'cases.field.assessorIsHead', help: 'cases.help.assessorIsHead' },
  startsFrom: {
    kind: 'choice',
    label: 'cases.field.startsFrom',
    required: true,
    options: { codes: startingPoints, texts: 'cases.option.startsFrom' },
  },
} satisfies FieldsFor<'caseOpened'>;

export const feedbackRecorded = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Umpan balik', label: 'Tanggal' } },
  source: {
    kind: 'choice',
    label: 'cases.field.source',
    required: true,
    options: { codes: feedbackSources, texts: 'cases.option.source' },
    paper: {
      label: 'Sumber umpan balik',
      options: {
        assessor: 'Pejabat Penilai Kinerja',
        superior: 'atasan lain',
        peer: 'rekan kerja',
        subordinate: 'bawahan',
        serviceUser: 'pengguna layanan',
        otherUnit: 'unit lain',
        other: 'lainnya',
      },
    },
  },
  sourceConsents: {
    kind: 'flag',
    label: 'cases.field.sourceConsents',
    help: 'cases.help.sourceConsents',
    paper: { label: 'Pemberi umpan balik setuju namanya disebut (ya atau tidak)' },
  },
  sourceName: {
    kind: 'line',
    label: 'cases.field.sourceName',
    help: 'cases.help.sourceName',
    paper: { label: 'Nama sumber (hanya dengan persetujuannya)', ifSaid: true },
  },
  content: {
    kind: 'text',
    label: 'cases.field.feedbackContent',
    rows: 5,
    required: true,
    help: 'cases.help.feedbackContent',
    paper: { part: 'Isi umpan balik', label: 'Apa yang diamati, dan kapan', lines: 7 },
  },
} satisfies FieldsFor<'feedbackRecorded'>;

export const problemIdentified = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Identifikasi', label: 'Tanggal' } },
  behaviour: finding.behaviour,
  monitoring: finding.monitoring,
  comparisons: finding.comparisons,
  judgement: finding.judgement,
  level: finding.level,
  conduct: finding.conduct,
} satisfies FieldsFor<'problemIdentified'>;

export const problemCommunicated = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Tanggal dan tempat', label: 'Tanggal' },
  },
  place: { kind: 'line', label: 'cases.field.place', required: true, paper: { label: 'Tempat' } },
  facts: {
    kind: 'text',
    label: 'cases.field.facts',
    rows: 5,
    required: true,
    help: 'cases.help.facts',
    paper: { part: 'Fakta yang diamati', label: 'Apa dan kapan, tanpa penilaian terhadap pribadi', lines: 6 },
  },
  effect: {
    kind: 'text',
    label: 'cases.field.effect',
    rows: 4,
    required: true,
    paper: { part: 'Dampak terhadap tim atau unit kerja', lines: 4 },
  },
  expectedChange: {
    kind: 'text',
    label: 'cases.field.expectedChange',
    rows: 4,
    required: true,
    paper: { part: 'Perubahan yang diharapkan', label: 'Perubahan', lines: 4 },
  },
  expectedBy: { kind: 'date', label: 'cases.field.expectedBy', paper: { label: 'Batas waktu' } },
  response: {
    kind: 'text',
    label: 'cases.field.response',
    rows: 4,
    help: 'cases.help.response',
    paper: { part: 'Tanggapan Pegawai', lines: 6 },
  },
  acknowledgement: {
    kind: 'choice',
    label: 'cases.field.acknowledgement',
    required: true,
    options: { codes: acknowledgements, texts: 'cases.option.acknowledgement' },
    help: 'cases.help.acknowledgement',
    paper: {
      part: 'Tanda mengetahui',
      label:
        'Menandatangani berarti mengetahui isi lembar ini, bukan menyetujuinya. Penolakan dicatat dan tidak menghalangi langkah berikutnya.',
      options: {
        signed: 'Pegawai menandatangani sebagai tanda mengetahui',
        refused: 'Pegawai tidak bersedia menandatangani',
        awaited: 'Belum: salinan lembar ini diserahkan kepada Pegawai, yang menjawab sendiri',
      },
    },
  },
} satisfies FieldsFor<'problemCommunicated'>;

export const responseGiven = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: { part: 'Tanggapan', label: 'Tanggal' } },
  response: {
    kind: 'text',
    label: 'cases.field.ownResponse',
    rows: 6,
    required: true,
    help: 'cases.help.ownResponse',
    paper: { label: 'Tanggapan Pegawai atas komunikasi permasalahan perilaku kerja', lines: 10 },
  },
} satisfies FieldsFor<'responseGiven'>;

export const changeEvaluated = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Penilaian perubahan', label: 'Tanggal' },
  },
  outcome: {
    kind: 'choice',
    label: 'cases.field.changeOutcome',
    required: true,
    options: { codes: changeOutcomes, texts: 'cases.option.change' },
    help: 'cases.help.changeOutcome',
    paper: {
      label: 'Sesudah dikomunikasikan kepada Pegawai',
      options: { changed: 'perilaku berubah', unchanged: 'perilaku tidak berubah' },
    },
  },
  explanation: {
    kind: 'text',
    label: 'cases.field.explanation',
    rows: 4,
    required: true,
    paper: { part: 'Penjelasan', label: 'Yang diamati sesudah komunikasi', lines: 6 },
  },
  earlyReason: {
    kind: 'text',
    label: 'cases.field.earlyReason',
    rows: 3,
    help: 'cases.help.earlyReason',
    paper: { label: 'Alasan dinilai sebelum tanggal yang disampaikan (bila demikian)', lines: 2, ifSaid: true },
  },
} satisfies FieldsFor<'changeEvaluated'>;
