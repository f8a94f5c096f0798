import { NumberInput } from '@mantine/core';
import { maxHundredths } from '@shared/domain/competence/learning-record.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useState } from 'react';
import type { FieldProps } from './field-props.ts';

/** What stands in a field, in hundredths: also while it is half typed (`2.`, `1.0`); null when that is no number. */
export const typedHundredths = (typed: number | string): number | null => {
  const text = String(typed).trim().replace(',', '.');
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : Math.round(value * 100);
};

/** An amount with two decimals and a comma before them. What is half typed (`2,`) stays as it is. */
export const AmountInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'amount'>>) => {
  const { optional = false, required = false } = field;
  // An amount that must say something is not there while it is 0.
  const amount = typeof value !== 'number' || (required && value === 0) ? null : value;
  const known = amount === null ? '' : amount / 100;
  const [typed, setTyped] = useState<number | string>(known);
  return (
    <NumberInput
      label={label}
      description={help}
      required={required}
      min={0}
      max={maxHundredths / 100}
      decimalScale={2}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      value={typedHundredths(typed) === amount ? typed : known}
      onChange={(next) => {
        setTyped(next);
        onChange(typedHundredths(next) ?? (optional ? null : 0));
      }}
      error={issue()}
    />
  );
};
