import { NumberInput } from '@mantine/core';

/** Years that the calls take. */
const range = { min: 1990, max: 2200 } as const;

export interface YearInputProps {
  readonly label: string;
  readonly value: number;
  /** Called with years within the range alone, so that a year half typed asks for nothing. */
  readonly onChange: (year: number) => void;
}

/** A calendar year. */
export const YearInput = ({ label, value, onChange }: YearInputProps) => (
  <NumberInput
    label={label}
    value={value}
    {...range}
    w={110}
    allowDecimal={false}
    onChange={(year) => typeof year === 'number' && year >= range.min && year <= range.max && onChange(year)}
  />
);
