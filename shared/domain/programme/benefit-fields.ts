import type { Field } from '../form/field.ts';
import type { BenefitSheet } from './benefit-sheet-model.ts';
import { benefits } from './benefits.ts';

/** A nameless sheet before it is printed. */
export const benefitSheetFields = {
  benefits: {
    kind: 'choices',
    label: 'programme.benefits.helped',
    options: { codes: benefits, texts: 'programme.benefits.statement' },
  },
  unit: { kind: 'line', label: 'programme.benefits.unitOptional' },
} satisfies Record<keyof BenefitSheet, Field>;
