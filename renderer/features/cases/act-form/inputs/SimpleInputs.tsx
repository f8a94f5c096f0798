import { Checkbox, Group, NumberInput, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { maxLine, maxMinutes, maxText } from '@shared/domain/fields.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/format.ts';
import { optionKey } from '../fields/field.ts';
import { asText, type InputProps } from './input-props.ts';

/** One line of text. */
export const LineInput = ({ field, label, help, value, onChange, issue }: InputProps) => (
  <TextInput
    label={label}
    description={help}
    withAsterisk={field.required}
    value={asText(value)}
    maxLength={maxLine}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={issue()}
  />
);

/** A calendar day, with the day of the week beside it so that day and month are not mistaken. */
export const DayInput = ({ field, label, help, value, onChange, issue }: InputProps) => {
  const { weekday } = useFormat();
  const day = asText(value);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        type="date"
        label={label}
        description={help}
        withAsterisk={field.required}
        value={day}
        styles={{ input: { width: 190 } }}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={issue()}
      />
      {isIsoDate(day) && (
        <Text size="sm" c="dimmed" pb={8}>
          {weekday(day)}
        </Text>
      )}
    </Group>
  );
};

/** A time of day. */
export const TimeInput = ({ field, label, help, value, onChange, issue }: InputProps) => (
  <TextInput
    type="time"
    label={label}
    description={help}
    withAsterisk={field.required}
    value={asText(value)}
    styles={{ input: { width: 190 } }}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={issue()}
  />
);

/** Running text that grows with what is written. */
export const LongTextInput = ({ field, label, help, value, onChange, issue }: InputProps) => (
  <Textarea
    label={label}
    description={help}
    withAsterisk={field.required}
    value={asText(value)}
    maxLength={maxText}
    autosize
    minRows={field.kind === 'text' ? (field.rows ?? 3) : 3}
    maxRows={16}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={issue()}
  />
);

/** A length in minutes. */
export const MinutesInput = ({ field, label, help, value, onChange, issue }: InputProps) => (
  <NumberInput
    label={label}
    description={help}
    withAsterisk={field.required}
    value={typeof value === 'number' ? value : ''}
    min={1}
    max={maxMinutes}
    step={15}
    allowDecimal={false}
    maw={220}
    onChange={(next) => onChange(typeof next === 'number' ? next : '')}
    error={issue()}
  />
);

/** Yes or no. */
export const FlagInput = ({ label, help, value, onChange, issue }: InputProps) => (
  <Checkbox
    label={label}
    description={help}
    checked={value === true}
    onChange={(event) => onChange(event.currentTarget.checked)}
    error={issue()}
  />
);

/** One of a closed list: buttons while there are few, a list to open otherwise. */
export const ChoiceInput = ({ field, label, help, value, onChange, issue }: InputProps) => {
  const { t } = useTranslation();
  if (field.kind !== 'choice') return null;
  const { codes, group } = field.options;
  const shared = { label, description: help, withAsterisk: field.required, error: issue() };
  if (codes.length > 3)
    return (
      <Select
        {...shared}
        data={codes.map((code) => ({ value: code, label: t(optionKey(group, code)) }))}
        value={asText(value) === '' ? null : asText(value)}
        placeholder={t('cases.form.chooseEllipsis')}
        maw={420}
        allowDeselect={!field.required}
        onChange={(code) => onChange(code ?? '')}
      />
    );
  return (
    <Radio.Group {...shared} value={asText(value)} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {codes.map((code) => (
          <Radio key={code} value={code} label={t(optionKey(group, code))} />
        ))}
      </Stack>
    </Radio.Group>
  );
};
