import { NumberInput } from '@mantine/core';
import { years } from '@shared/domain/fields.ts';

/** Years that the calls take. */
const range = { min: years.first, max: years.last } as const;

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
