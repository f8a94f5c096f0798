import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { JpInput } from '../JpInput.tsx';
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
      maxLength={maxLine}
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
        <JpInput
          label={t('competence.field.amount')}
          required
          value={value.amount === 0 ? null : value.amount}
          onChange={(amount) => set({ amount: amount ?? 0 })}
          error={problems.amount}
        />
      </SimpleGrid>
      {line('certificateNumber', false)}
    </>
  );
};
