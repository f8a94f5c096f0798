import { NumberInput } from '@mantine/core';

export interface JpInputProps {
  readonly label: string;
  /** In hundredths of JP; null: empty. */
  readonly value: number | null;
  readonly onChange: (jp: number | null) => void;
}

/** JP with two decimals, a comma before them. */
export const JpInput = ({ label, value, onChange }: JpInputProps) => (
  <NumberInput
    label={label}
    min={0}
    max={10_000}
    decimalScale={2}
    decimalSeparator=","
    allowedDecimalSeparators={[',', '.']}
    value={value === null ? '' : value / 100}
    onChange={(typed) => onChange(typeof typed === 'number' ? Math.round(typed * 100) : null)}
  />
);
