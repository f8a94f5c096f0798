import {
  closingReasons,
  followUpStates,
  handedOverPosts,
  leavingKinds,
  statuses,
  tenures,
} from '@shared/domain/case/content/follow-up.ts';
import type { FieldTable } from './field.ts';

export const followUpDecided: FieldTable<'followUpDecided'> = [
  { name: 'number', kind: 'documentNumber', help: 'number' },
  { name: 'date', kind: 'date', required: true },
  { name: 'items', kind: 'followUps', required: true, label: 'followUps', help: 'followUps' },
  { name: 'deciders', kind: 'deciders', required: true, help: 'deciders' },
];

export const followUpProgressed: FieldTable<'followUpProgressed'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'item', kind: 'followUpItem', required: true, label: 'followUpItem' },
  {
    name: 'state',
    kind: 'choice',
    required: true,
    label: 'followUpState',
    options: { group: 'followUpState', codes: followUpStates },
  },
  { name: 'remark', kind: 'text', rows: 3 },
];

export const statusNotified: FieldTable<'statusNotified'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'status',
    kind: 'choice',
    required: true,
    options: { group: 'status', codes: statuses },
    help: 'status',
  },
];

export const caseClosed: FieldTable<'caseClosed'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'reason',
    kind: 'choice',
    required: true,
    label: 'closingReason',
    options: {
      group: 'closingReason',
      codes: closingReasons,
    },
  },
  { name: 'remark', kind: 'text', rows: 3 },
];

export const employeeLeft: FieldTable<'employeeLeft'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'kind',
    kind: 'choice',
    required: true,
    label: 'leavingKind',
    options: { group: 'leavingKind', codes: leavingKinds },
  },
  { name: 'destination', kind: 'line' },
];

export const assessorReplaced: FieldTable<'assessorReplaced'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'assessor', kind: 'person', required: true, label: 'newAssessor' },
  {
    name: 'kind',
    kind: 'choice',
    required: true,
    label: 'replacementKind',
    options: { group: 'replacementKind', codes: tenures },
  },
  { name: 'assessorIsHead', kind: 'flag', help: 'assessorIsHead' },
];

export const copyReleased: FieldTable<'copyReleased'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'releasedTo', kind: 'line', required: true, help: 'releasedTo' },
  { name: 'copyNumber', kind: 'line' },
  { name: 'acknowledged', kind: 'flag' },
];

export const copyAcknowledged: FieldTable<'copyAcknowledged'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'response', kind: 'text', rows: 3, label: 'copyResponse' },
];

export const postHandedOver: FieldTable<'postHandedOver'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'post',
    kind: 'choice',
    required: true,
    label: 'handedOverPost',
    options: { group: 'handedOverPost', codes: handedOverPosts },
  },
  { name: 'successor', kind: 'person', required: true, help: 'successor' },
  { name: 'remark', kind: 'text', rows: 2 },
];

export const actCorrected: FieldTable<'actCorrected'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'reason', kind: 'text', rows: 3, required: true, label: 'correctionReason' },
  { name: 'content', kind: 'corrected', required: true, label: 'correctedContent', help: 'correctedContent' },
];
