import { counsellingDecisions } from '../content/report.ts';
import type { FieldsFor } from './fields-for.ts';
import { reasonOfNumber } from './number-reason.ts';
import { finding } from './observation.ts';

export const reportSubmitted = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: 'apart' },
  number: { kind: 'documentNumber', label: 'cases.field.number', help: 'cases.help.number', paper: 'apart' },
  numberReason: reasonOfNumber,
  addressee: {
    kind: 'person',
    label: 'cases.field.addressee',
    optional: true,
    help: 'cases.help.addressee',
    paper: 'apart',
  },
  behaviour: finding.behaviour,
  monitoring: finding.monitoring,
  comparisons: finding.comparisons,
  judgement: finding.judgement,
  level: finding.level,
  communicationDate: {
    kind: 'date',
    label: 'cases.field.communicationDate',
    required: true,
    paper: { part: 'Komunikasi kepada Pegawai', label: 'Tanggal komunikasi' },
  },
  communicationContent: {
    kind: 'text',
    label: 'cases.field.communicationContent',
    rows: 4,
    required: true,
    paper: { label: 'Isi komunikasi', lines: 3 },
  },
  response: {
    kind: 'text',
    label: 'cases.field.response',
    rows: 4,
    help: 'cases.help.responseInReport',
    paper: { label: 'Tanggapan Pegawai', lines: 3, ifSaid: true },
  },
  unchanged: {
    kind: 'text',
    label: 'cases.field.unchanged',
    rows: 4,
    required: true,
    help: 'cases.help.unchanged',
    paper: { label: 'Tidak terjadi perubahan perilaku', lines: 2 },
  },
  earlyReason: {
    kind: 'text',
    label: 'cases.field.earlyReason',
    rows: 3,
    help: 'cases.help.earlyReason',
    paper: { label: 'Alasan dinilai sebelum tanggal yang disampaikan (bila demikian)', lines: 2, ifSaid: true },
  },
  conduct: finding.conduct,
} satisfies FieldsFor<'reportSubmitted'>;

export const reportReturned = {
  date: { kind: 'date', label: 'cases.field.date', required: true, paper: 'apart' },
  number: { kind: 'documentNumber', label: 'cases.field.number', help: 'cases.help.number', paper: 'apart' },
  numberReason: reasonOfNumber,
  missing: {
    kind: 'text',
    label: 'cases.field.missing',
    rows: 5,
    required: true,
    help: 'cases.help.missing',
    paper: { part: 'Yang perlu dilengkapi', lines: 8 },
  },
} satisfies FieldsFor<'reportReturned'>;

export const reportRegistered = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Laporan yang diterima', label: 'Tanggal pendaftaran' },
  },
  number: {
    kind: 'documentNumber',
    label: 'cases.field.listNumber',
    required: true,
    paper: { label: 'Nomor dalam daftar' },
  },
  numberReason: reasonOfNumber,
  remark: { kind: 'text', label: 'cases.field.remark', rows: 3, paper: { part: 'Keterangan', lines: 3 } },
} satisfies FieldsFor<'reportRegistered'>;

export const counsellingDecided = {
  date: {
    kind: 'date',
    label: 'cases.field.date',
    required: true,
    paper: { part: 'Penetapan', label: 'Tanggal' },
  },
  number: { kind: 'documentNumber', label: 'cases.field.number', help: 'cases.help.number', paper: 'apart' },
  numberReason: reasonOfNumber,
  decision: {
    kind: 'choice',
    label: 'cases.field.decision',
    required: true,
    options: { codes: counsellingDecisions, texts: 'cases.option.decision' },
    paper: {
      label: 'Pegawai tersebut',
      options: { yes: 'ditetapkan untuk menerima konseling kinerja', no: 'tidak ditetapkan untuk konseling kinerja' },
    },
  },
  reason: {
    kind: 'text',
    label: 'cases.field.decisionReason',
    rows: 4,
    help: 'cases.help.decisionReason',
    paper: { label: 'Alasan', lines: 4 },
  },
} satisfies FieldsFor<'counsellingDecided'>;
