import {
  assignmentAnswers,
  consentForms,
  consents,
  counsellorKinds,
  referralTargets,
  resultOutcomes,
} from '@shared/domain/case/content/counselling.ts';
import { classifications } from '@shared/domain/case/content/fields.ts';
import type { FieldTable } from './field.ts';

export const counsellorAssigned: FieldTable<'counsellorAssigned'> = [
  { name: 'number', kind: 'documentNumber', help: 'number' },
  { name: 'date', kind: 'date', required: true },
  { name: 'counsellor', kind: 'person', required: true },
  {
    name: 'kind',
    kind: 'choice',
    required: true,
    label: 'counsellorKind',
    options: { group: 'counsellorKind', codes: counsellorKinds },
    help: 'counsellorKind',
  },
  { name: 'qualification', kind: 'text', rows: 3, help: 'qualification' },
  { name: 'duties', kind: 'text', rows: 5, required: true },
  { name: 'firstDate', kind: 'date', help: 'firstSchedule' },
  { name: 'firstTime', kind: 'time' },
  { name: 'firstPlace', kind: 'line' },
];

export const assignmentAnswered: FieldTable<'assignmentAnswered'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'answer', kind: 'choice', required: true, options: { group: 'answer', codes: assignmentAnswers } },
  { name: 'declaration', kind: 'text', rows: 5, required: true, help: 'declaration' },
];

const appointment = [
  { name: 'number', kind: 'documentNumber', help: 'number' },
  { name: 'date', kind: 'date', required: true },
  { name: 'startTime', kind: 'time', required: true },
  { name: 'minutes', kind: 'minutes', required: true },
  { name: 'place', kind: 'line', required: true, help: 'sessionPlace' },
  { name: 'contact', kind: 'line', required: true, help: 'contact' },
] as const;

export const sessionScheduled: FieldTable<'sessionScheduled'> = appointment;
export const sessionRescheduled: FieldTable<'sessionRescheduled'> = appointment;

export const consentRecorded: FieldTable<'consentRecorded'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'consent',
    kind: 'choice',
    required: true,
    options: { group: 'consent', codes: consents },
    help: 'consent',
  },
  { name: 'form', kind: 'choice', required: true, options: { group: 'consentForm', codes: consentForms } },
];

export const sessionHeld: FieldTable<'sessionHeld'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'startTime', kind: 'time', required: true },
  { name: 'minutes', kind: 'minutes', required: true },
  { name: 'place', kind: 'line', required: true },
];

export const sessionMissed: FieldTable<'sessionMissed'> = [
  { name: 'date', kind: 'date', required: true, help: 'missed' },
];

export const referralRecorded: FieldTable<'referralRecorded'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'to',
    kind: 'choice',
    required: true,
    label: 'referralTo',
    options: { group: 'referralTo', codes: referralTargets },
  },
  { name: 'imminentDanger', kind: 'flag', help: 'imminentDanger' },
];

export const resultSigned: FieldTable<'resultSigned'> = [
  { name: 'number', kind: 'documentNumber', help: 'number' },
  { name: 'date', kind: 'date', required: true },
  { name: 'reportNumber', kind: 'line' },
  { name: 'reportDate', kind: 'date', required: true },
  { name: 'sessions', kind: 'sessions' },
  {
    name: 'outcome',
    kind: 'choice',
    required: true,
    label: 'resultOutcome',
    options: { group: 'resultOutcome', codes: resultOutcomes },
  },
  { name: 'problem', kind: 'text', rows: 4, required: true, help: 'onlyNeeded' },
  { name: 'causes', kind: 'text', rows: 4, help: 'noClinical' },
  { name: 'agreement', kind: 'text', rows: 4, help: 'agreement' },
  { name: 'recommendation', kind: 'text', rows: 4, required: true },
  {
    name: 'classification',
    kind: 'choice',
    required: true,
    options: { group: 'classification', codes: classifications },
  },
];

export const resultReceived: FieldTable<'resultReceived'> = [{ name: 'date', kind: 'date', required: true }];
