import type { Field } from '../../form/field.ts';

/** Why a number is signed that another paper bears (law: numbers): asked for where one does. */
export const reasonOfNumber = {
  kind: 'text',
  label: 'cases.field.numberReason',
  help: 'cases.help.numberReason',
  rows: 2,
  paper: 'apart',
} as const satisfies Field;
