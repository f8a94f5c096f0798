import { NumberInput } from '@mantine/core';
import { maxHundredths } from '@shared/domain/competence/learning-record.ts';
import { useState } from 'react';
import { typedHundredths } from './jp.ts';

export interface JpInputProps {
  readonly label: string;
  /** In hundredths; null: empty. */
  readonly value: number | null;
  readonly onChange: (hundredths: number | null) => void;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** JP, or another amount, with two decimals and a comma before them. What is half typed (`2,`) stays as it is. */
export const JpInput = ({ label, value, onChange, required = false, error }: JpInputProps) => {
  const known = value === null ? '' : value / 100;
  const [typed, setTyped] = useState<number | string>(known);
  return (
    <NumberInput
      label={label}
      required={required}
      min={0}
      max={maxHundredths / 100}
      decimalScale={2}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      value={typedHundredths(typed) === value ? typed : known}
      onChange={(next) => {
        setTyped(next);
        onChange(typedHundredths(next));
      }}
      error={error}
    />
  );
};
