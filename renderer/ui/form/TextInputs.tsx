import { Autocomplete, NumberInput, Textarea, TextInput } from '@mantine/core';
import { maxLine, maxMinutes, maxText, years } from '@shared/domain/fields.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useQueryCall } from '../../lib/query.ts';
import { asText, type FieldProps } from './field-props.ts';

/** One line of text. */
export const LineInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'line'>>) => (
  <TextInput
    label={label}
    description={help}
    required={field.required ?? false}
    value={asText(value)}
    maxLength={maxLine}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={issue()}
  />
);

/** A position, proposed from the register of people. */
export const PositionInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'position'>>) => {
  const people = useQueryCall('persons.list', {}).data ?? [];
  return (
    <Autocomplete
      label={label}
      description={help}
      required={field.required ?? false}
      maxLength={maxLine}
      limit={30}
      data={[...new Set(people.map(({ position }) => position).filter((position) => position !== ''))]}
      value={asText(value)}
      onChange={onChange}
      error={issue()}
    />
  );
};

/** Running text that grows with what is written. */
export const LongTextInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'text'>>) => (
  <Textarea
    label={label}
    description={help}
    required={field.required ?? false}
    value={asText(value)}
    maxLength={maxText}
    autosize
    minRows={field.rows ?? 2}
    maxRows={16}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={issue()}
  />
);

/** A time of day. */
export const TimeInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'time'>>) => (
  <TextInput
    type="time"
    label={label}
    description={help}
    required={field.required ?? false}
    value={asText(value)}
    styles={{ input: { maxWidth: 190 } }}
    onChange={(event) => onChange(event.currentTarget.value.slice(0, 5))}
    error={issue()}
  />
);

/** A length in minutes; null while nothing is typed. */
export const MinutesInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'minutes'>>) => (
  <NumberInput
    label={label}
    description={help}
    required={field.required ?? false}
    value={typeof value === 'number' ? value : ''}
    min={1}
    max={maxMinutes}
    step={15}
    allowDecimal={false}
    maw={220}
    onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    error={issue()}
  />
);

/** A calendar year; what is no number leaves the year as it was. */
export const CalendarYearInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'year'>>) => (
  <NumberInput
    label={label}
    description={help}
    required={field.required ?? false}
    value={typeof value === 'number' ? value : ''}
    min={years.first}
    max={years.last}
    allowDecimal={false}
    maw={220}
    onChange={(next) => typeof next === 'number' && onChange(next)}
    error={issue()}
  />
);
