import { Checkbox, Group, Radio, Select, Stack, TagsInput } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { optionKey, optionText } from '@shared/domain/form/fields.ts';
import { useTranslation } from 'react-i18next';
import { asList, asText, type FieldProps } from './field-props.ts';

/** Most options that are all shown at once. */
const fewOptions = 3;
/** Most options among which one finds the right one without typing. */
const seenAtOnce = 10;

/** One of a closed list: buttons while there are few, a list to open otherwise. */
export const ChoiceInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'choice'>>) => {
  const { t } = useTranslation();
  const { options } = field;
  const { barred = [], past = [], groups } = options;
  const codes = options.codes.filter((code) => !past.includes(code) || code === value);
  const choiceOf = (code: string) => ({
    value: code,
    label: optionText(options, code, t),
    disabled: barred.includes(code),
  });
  const choices = codes.map(choiceOf);
  const shared = { label, description: help, required: field.required ?? false, error: issue() };
  if (field.menu || codes.length > fewOptions)
    return (
      <Select
        {...shared}
        searchable={codes.length > seenAtOnce}
        data={
          groups === undefined
            ? choices
            : Object.entries(groups.codes).map(([name, grouped]) => ({
                group: t(optionKey(groups.texts, name)),
                items: grouped.map(choiceOf),
              }))
        }
        value={codes.includes(asText(value)) ? asText(value) : null}
        placeholder={t('common.chooseEllipsis')}
        maw={420}
        allowDeselect={!field.required && !codes.includes('')}
        onChange={(code) => onChange(code ?? '')}
      />
    );
  return (
    <Radio.Group {...shared} value={asText(value)} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {choices.map((choice) => (
          <Radio key={choice.value} {...choice} />
        ))}
      </Stack>
    </Radio.Group>
  );
};

/** Several of a closed list; the chosen codes in the order of the list. */
export const ChoicesInput = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'choices'>>) => {
  const { t } = useTranslation();
  const { options } = field;
  return (
    <Checkbox.Group
      label={label}
      description={help}
      required={field.required ?? false}
      value={[...asList<string>(value)]}
      onChange={(next) => onChange(options.codes.filter((code) => next.includes(code)))}
      error={issue()}
    >
      <Group gap="md" mt={6}>
        {options.codes.map((code) => (
          <Checkbox key={code} value={code} label={optionText(options, code, t)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};

/** A whole number of a small range; null while none is chosen. */
export const NumberChoice = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'number'>>) => {
  const { t } = useTranslation();
  const { min, max, optional = false } = field;
  return (
    <Select
      label={label}
      description={help}
      required={field.required ?? false}
      maw={420}
      placeholder={optional ? undefined : t('common.chooseEllipsis')}
      clearable={optional}
      allowDeselect={optional}
      data={Array.from({ length: max - min + 1 }, (_, index) => String(min + index))}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(chosen) => (chosen !== null || optional) && onChange(chosen === null ? null : Number(chosen))}
      error={issue()}
    />
  );
};

/** Several lines in somebody's own words. */
export const TagsField = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'tags'>>) => (
  <TagsInput
    label={label}
    description={help}
    required={field.required ?? false}
    maxTags={field.max}
    value={[...asList<string>(value)]}
    onChange={onChange}
    error={issue()}
  />
);

/** Yes or no. */
export const FlagInput = ({ label, help, value, onChange, issue }: FieldProps<FieldOf<'flag'>>) => (
  <Checkbox
    label={label}
    description={help}
    checked={value === true}
    onChange={(event) => onChange(event.currentTarget.checked)}
    error={issue()}
  />
);
