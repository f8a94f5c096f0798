import type { Field } from '../form/field.ts';
import { type ConversionInput, type ConversionRow, maxConversionRows } from './conversion.ts';
import { kindOptions, unitOptions } from './learning-fields.ts';

const row = {
  kind: {
    kind: 'choice',
    label: 'competence.table.column.kind',
    required: true,
    options: kindOptions,
    starts: { value: 'coaching' },
  },
  unit: {
    kind: 'choice',
    label: 'competence.table.column.unit',
    required: true,
    options: unitOptions,
    starts: { value: 'sessions' },
    beside: true,
  },
  jpPerUnit: { kind: 'amount', label: 'competence.table.column.jp', starts: { value: 100 }, beside: true },
  jpPerUnitAbroad: { kind: 'amount', label: 'competence.table.column.jpAbroad', optional: true, beside: true },
  dailyMaximum: { kind: 'amount', label: 'competence.table.column.daily', optional: true },
  dailyMaximumAbroad: { kind: 'amount', label: 'competence.table.column.dailyAbroad', optional: true, beside: true },
  monthlyMaximum: { kind: 'amount', label: 'competence.table.column.monthly', optional: true, beside: true },
  yearlyMaximum: { kind: 'amount', label: 'competence.table.column.maximum', optional: true, beside: true },
  citation: { kind: 'line', label: 'competence.table.column.citation', required: true },
  evidenceRequired: { kind: 'flag', label: 'competence.table.column.evidence', starts: { value: true } },
} satisfies Record<keyof ConversionRow, Field>;

const targets = {
  pns: { kind: 'amount', label: 'competence.table.target.pns', optional: true },
  pppk: { kind: 'amount', label: 'competence.table.target.pppk', optional: true, beside: true },
  other: { kind: 'amount', label: 'competence.table.target.other', optional: true, beside: true },
} satisfies Record<keyof ConversionInput['targets'], Field>;

/** A version of the conversion table. */
export const conversionFields = {
  fromYear: { kind: 'year', label: 'competence.table.fromYear', required: true },
  targets: { kind: 'group', label: 'competence.table.targetsOfYear', fields: targets },
  targetCitation: { kind: 'line', label: 'competence.table.targetCitation', required: true },
  rows: {
    kind: 'list',
    label: 'competence.table.rows',
    fields: row,
    min: 0,
    max: maxConversionRows,
    texts: { entry: 'competence.table.row', add: 'competence.table.addRow', remove: 'competence.table.removeRow' },
  },
  remark: { kind: 'text', label: 'competence.field.remark', rows: 1 },
} satisfies Record<keyof ConversionInput, Field>;
