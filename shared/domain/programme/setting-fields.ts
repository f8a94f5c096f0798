import type { Field } from '../form/field.ts';
import type { ProgrammeSetting } from './elements.ts';

const document = {
  title: { kind: 'line', label: 'programme.field.title' },
  number: { kind: 'line', label: 'programme.field.number' },
  date: { kind: 'date', label: 'programme.field.date', beside: true },
} satisfies Record<keyof ProgrammeSetting['document'], Field>;

/** What is set for an element; its files are taken in beside it. */
export const settingFields = {
  text: { kind: 'text', label: 'programme.field.text', rows: 3 },
  document: { kind: 'group', label: 'programme.field.document', fields: document },
  unit: { kind: 'line', label: 'programme.field.unit' },
  since: { kind: 'date', label: 'programme.field.since' },
  until: { kind: 'date', label: 'programme.field.until', beside: true },
} satisfies Record<Exclude<keyof ProgrammeSetting, 'attachmentIds'>, Field>;
