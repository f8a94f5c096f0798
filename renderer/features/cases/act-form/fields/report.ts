import { counsellingDecisions } from '@shared/domain/case/content/report.ts';
import type { FieldTable } from './field.ts';
import { finding } from './observation.ts';

export const reportSubmitted: FieldTable<'reportSubmitted'> = [
  { name: 'number', kind: 'documentNumber', help: 'number' },
  { name: 'date', kind: 'date', required: true },
  { name: 'addressee', kind: 'person', optional: true, help: 'addressee' },
  finding.behaviour,
  finding.monitoring,
  finding.comparisons,
  finding.judgement,
  finding.level,
  { name: 'communicationDate', kind: 'date', required: true },
  { name: 'communicationContent', kind: 'text', rows: 4, required: true },
  { name: 'unchanged', kind: 'text', rows: 4, required: true, help: 'unchanged' },
  finding.conduct,
];

export const reportReturned: FieldTable<'reportReturned'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'missing', kind: 'text', rows: 5, required: true, help: 'missing' },
];

export const reportRegistered: FieldTable<'reportRegistered'> = [
  { name: 'number', kind: 'documentNumber', required: true, label: 'listNumber' },
  { name: 'date', kind: 'date', required: true },
  { name: 'remark', kind: 'text', rows: 3 },
];

export const counsellingDecided: FieldTable<'counsellingDecided'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'decision',
    kind: 'choice',
    required: true,
    options: { group: 'decision', codes: counsellingDecisions },
  },
  { name: 'reason', kind: 'text', rows: 4, label: 'decisionReason', help: 'decisionReason' },
];
