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
  date: { kind: 'date', label: 'cases.field.date', required: true },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 3 },
} satisfies FieldsFor<'followUpJoined'>;

export const followUpProgressed = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  item: { kind: 'followUpItem', label: 'cases.field.followUpItem', required: true },
  state: {
    kind: 'choice',
    label: 'cases.field.followUpState',
    required: true,
    options: { codes: followUpStates, texts: 'cases.option.followUpState' },
  },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 3 },
} satisfies FieldsFor<'followUpProgressed'>;

export const statusNotified = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  status: {
    kind: 'choice',
    label: 'cases.field.status',
    required: true,
    options: { codes: statuses, past: pastStatuses, texts: 'cases.option.status' },
    help: 'cases.help.status',
  },
} satisfies FieldsFor<'statusNotified'>;

export const caseClosed = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  reason: {
    kind: 'choice',
    label: 'cases.field.closingReason',
    required: true,
    options: { codes: closingReasons, past: pastStatuses, texts: 'cases.option.closingReason' },
  },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 3 },
} satisfies FieldsFor<'caseClosed'>;

/** Nothing but the day: whatever stood here could name the person. */
export const employeeMistaken = {
  date: { kind: 'date', label: 'cases.field.date', required: true, help: 'cases.help.mistaken' },
} satisfies FieldsFor<'employeeMistaken'>;

export const employeeLeft = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  kind: {
    kind: 'choice',
    label: 'cases.field.leavingKind',
    required: true,
    options: { codes: leavingKinds, texts: 'cases.option.leavingKind' },
  },
  destination: { kind: 'line', label: 'cases.field.destination' },
} satisfies FieldsFor<'employeeLeft'>;

export const assessorReplaced = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  assessor: { kind: 'person', label: 'cases.field.newAssessor', required: true },
  kind: {
    kind: 'choice',
    label: 'cases.field.replacementKind',
    required: true,
    options: { codes: tenures, texts: 'cases.option.replacementKind' },
  },
  assessorIsHead: { kind: 'flag', label: 'cases.field.assessorIsHead', help: 'cases.help.assessorIsHead' },
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
  date: { kind: 'date', label: 'cases.field.date', required: true },
  response: { kind: 'text', label: 'cases.field.copyResponse', rows: 3 },
} satisfies FieldsFor<'copyAcknowledged'>;

export const correctionRequested = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  request: {
    kind: 'text',
    label: 'cases.field.correctionRequest',
    rows: 6,
    required: true,
    help: 'cases.help.correctionRequest',
  },
} satisfies FieldsFor<'correctionRequested'>;

export const correctionAnswered = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  answer: {
    kind: 'choice',
    label: 'cases.field.correctionAnswer',
    required: true,
    options: { codes: correctionAnswers, texts: 'cases.option.correctionAnswer' },
  },
  reason: {
    kind: 'text',
    label: 'cases.field.correctionAnswerReason',
    rows: 4,
    help: 'cases.help.correctionAnswerReason',
  },
} satisfies FieldsFor<'correctionAnswered'>;

export const postHandedOver = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  post: {
    kind: 'choice',
    label: 'cases.field.handedOverPost',
    required: true,
    options: { codes: handedOverPosts, texts: 'cases.option.handedOverPost' },
  },
  successor: { kind: 'person', label: 'cases.field.successor', required: true, help: 'cases.help.successor' },
  remark: { kind: 'text', label: 'cases.field.remark', rows: 2 },
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
