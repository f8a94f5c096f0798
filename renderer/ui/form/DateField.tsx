import { Group, Text } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { useFormat } from '../../lib/format.ts';
import { asText, type FieldProps } from './field-props.ts';
import { JudgedInput } from './JudgedInput.tsx';

export interface DateFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly required?: boolean;
  /** `YYYY-MM-DD`; anything else shows as empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly error?: string | undefined;
  /** Name for assistive technology, where the label alone would not tell it from its neighbours. */
  readonly name?: string;
  /** Without the day of the week: in rows of a list. */
  readonly bare?: boolean;
}

/** A calendar day, with the day of the week beside it so that day and month are not mistaken. */
export const DateField = (props: DateFieldProps) => {
  const { label, help, required = false, value, onChange, error, name, bare = false } = props;
  const { weekday } = useFormat();
  return (
    <Group gap={0} align="flex-end" style={{ columnGap: 'var(--mantine-spacing-sm)' }}>
      <JudgedInput
        type="date"
        label={label}
        {...(name !== undefined && { 'aria-label': name })}
        description={help}
        required={required}
        value={value}
        w={190}
        maw="100%"
        onWrite={onChange}
        error={error}
      />
      {!bare && isIsoDate(value) && (
        <Text size="sm" c="dimmed" py={8}>
          {weekday(value)}
        </Text>
      )}
    </Group>
  );
};

/** A day of a record. */
export const DateInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'date'>>) => (
  <DateField
    label={label}
    help={help}
    required={field.required ?? false}
    value={asText(value)}
    onChange={onChange}
    error={issue()}
  />
);
