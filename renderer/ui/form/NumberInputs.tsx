import { NumberInput } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import type { FieldProps } from './field-props.ts';

/** Most rupiah, and most people, that a plan takes. */
const most = { cost: 999_999_999_999, people: 1_000_000 } as const;

const whole = (typed: number | string): number | null => {
  const value = typeof typed === 'number' ? typed : Number.NaN;
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
};

/** What something costs, in whole rupiah; null while nobody says. */
export const CostInput = ({ label, help, value, onChange, issue }: FieldProps<FieldOf<'cost'>>) => (
  <NumberInput
    label={label}
    description={help}
    prefix="Rp"
    thousandSeparator="."
    decimalSeparator=","
    allowDecimal={false}
    allowNegative={false}
    min={0}
    max={most.cost}
    maw={260}
    value={typeof value === 'number' ? value : ''}
    onChange={(next) => onChange(whole(next))}
    error={issue()}
  />
);

/** How many people take part. */
export const PeopleInput = ({ label, help, value, onChange, issue }: FieldProps<FieldOf<'people'>>) => (
  <NumberInput
    label={label}
    description={help}
    allowDecimal={false}
    allowNegative={false}
    min={0}
    max={most.people}
    value={typeof value === 'number' ? value : ''}
    onChange={(next) => onChange(whole(next) ?? 0)}
    error={issue()}
  />
);
