import type { Field, FieldOf } from '../form/field.ts';
import { type ErasureApproval, type ErasureExecution, freezeReasons, holdings } from './erasure.ts';
import type { IncidentAccount } from './incident.ts';
import { dispositions, maxRetentionYears, type RetentionKind, type RetentionRule, retentionKinds } from './schedule.ts';

const rule = {
  active: { kind: 'number', label: 'retention.field.active', min: 0, max: maxRetentionYears, starts: { value: 1 } },
  inactive: {
    kind: 'number',
    label: 'retention.field.inactive',
    min: 0,
    max: maxRetentionYears,
    beside: true,
    starts: { value: 0 },
  },
  disposition: {
    kind: 'choice',
    label: 'retention.field.disposition',
    options: { codes: dispositions, texts: 'retention.disposition' },
    menu: true,
    beside: true,
    starts: { value: 'destroy' },
  },
  citation: { kind: 'line', label: 'retention.field.citation', help: 'retention.field.citationHelp' },
} satisfies Record<keyof RetentionRule, Field>;

const group = (kind: RetentionKind): FieldOf<'group'> => ({
  kind: 'group',
  label: `retention.kind.${kind}`,
  fields: rule,
  toggle: 'retention.field.isSet',
});

/** What a vault holds, and how long. */
export const settingFields = {
  holding: {
    kind: 'choice',
    label: 'retention.field.holding',
    help: 'retention.field.holdingHelp',
    options: { codes: holdings, texts: 'retention.holding' },
  },
  ...(Object.fromEntries(retentionKinds.map((kind) => [kind, group(kind)])) as Record<RetentionKind, Field>),
} satisfies Record<'holding' | RetentionKind, Field>;

/** Why a file is frozen. */
export const freezeFields = {
  reason: {
    kind: 'choice',
    label: 'retention.field.freezeReason',
    options: { codes: freezeReasons, texts: 'retention.freezeReason' },
  },
  note: { kind: 'text', label: 'retention.field.freezeNote', rows: 2 },
} satisfies Record<'reason' | 'note', Field>;

/** Why files are proposed to be erased. */
export const proposalFields = {
  reason: { kind: 'text', label: 'retention.field.reason', rows: 3, required: true },
} satisfies Record<'reason', Field>;

/** By which letter an erasure was approved. */
export const approvalFields = {
  official: { kind: 'line', label: 'retention.field.official', required: true },
  number: { kind: 'line', label: 'retention.field.letterNumber', required: true },
  date: { kind: 'date', label: 'retention.field.letterDate', beside: true, required: true },
  consideration: { kind: 'text', label: 'retention.field.consideration', rows: 3, required: true },
} satisfies Record<keyof ErasureApproval, Field>;

/** What is told of a lost computer, or of a file that went to the wrong person. */
export const incidentFields = {
  happenedOn: { kind: 'date', label: 'retention.incident.happenedOn', required: true },
  account: { kind: 'text', label: 'retention.incident.account', rows: 3, required: true },
  protection: {
    kind: 'text',
    label: 'retention.incident.protection',
    help: 'retention.incident.protectionHelp',
    rows: 2,
  },
  measures: { kind: 'text', label: 'retention.incident.measures', rows: 3 },
  contact: { kind: 'line', label: 'retention.incident.contact' },
  citation: { kind: 'line', label: 'retention.incident.citation', help: 'retention.incident.citationHelp' },
} satisfies Record<keyof IncidentAccount, Field>;

/** How an erasure is carried out. */
export const executionFields = {
  number: { kind: 'line', label: 'retention.field.recordNumber', help: 'retention.field.recordNumberHelp' },
  date: { kind: 'date', label: 'retention.field.erasedOn', beside: true, required: true },
  place: { kind: 'line', label: 'retention.field.place' },
  witnesses: { kind: 'tags', label: 'retention.field.witnesses', help: 'retention.field.witnessesHelp', max: 10 },
} satisfies Record<keyof ErasureExecution, Field>;
