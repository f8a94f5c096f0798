import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { useTranslation } from 'react-i18next';
import { useLearningOptions } from '../learning-options.ts';
import type { Problems } from './record-form.ts';

/** What somebody took part in, when, and how much of it. */
export const RecordFields = ({
  value,
  set,
  problems,
}: {
  readonly value: LearningRecordInput;
  readonly set: (edit: Partial<LearningRecordInput>) => void;
  readonly problems: Problems;
}) => {
  const { t } = useTranslation();
  const { kindsByMode, units } = useLearningOptions();
  const line = (
    name: 'title' | 'organiser' | 'certificateNumber' | 'from' | 'to',
    required: boolean,
    type?: 'date',
  ) => (
    <TextInput
      label={t(`competence.field.${name}`)}
      required={required}
      maxLength={300}
      {...(type && { type })}
      value={value[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      error={problems[name]}
    />
  );
  return (
    <>
      <Select
        label={t('competence.field.kind')}
        allowDeselect={false}
        searchable
        data={kindsByMode}
        value={value.kind}
        onChange={(kind) => kind !== null && set({ kind: kind as LearningRecordInput['kind'] })}
      />
      {line('title', true)}
      {line('organiser', false)}
      <SimpleGrid cols={2} spacing="sm">
        {line('from', true, 'date')}
        {line('to', true, 'date')}
        <Select
          label={t('competence.field.unit')}
          allowDeselect={false}
          data={units}
          value={value.unit}
          onChange={(unit) => unit !== null && set({ unit: unit as LearningRecordInput['unit'] })}
        />
        <NumberInput
          label={t('competence.field.amount')}
          required
          min={0.01}
          max={10_000}
          decimalScale={2}
          decimalSeparator=","
          allowedDecimalSeparators={[',', '.']}
          value={value.amount / 100}
          onChange={(amount) => set({ amount: typeof amount === 'number' ? Math.round(amount * 100) : 0 })}
          error={problems.amount}
        />
      </SimpleGrid>
      {line('certificateNumber', false)}
    </>
  );
};
