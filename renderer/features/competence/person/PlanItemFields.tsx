import { Button, Fieldset, MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { PlanItem } from '@shared/domain/competence/plan.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { JpInput } from '../JpInput.tsx';
import { useLearningOptions } from '../learning-options.ts';
import type { Learner } from './learner.ts';

export interface PlanItemProps {
  readonly item: PlanItem;
  readonly number: number;
  readonly learner: Learner;
  readonly onChange: (edit: Partial<PlanItem>) => void;
  readonly onRemove: () => void;
}

/** What somebody plans to learn for one competence or wish, and what was done of it. */
export const PlanItemFields = ({ item, number, learner, onChange, onRemove }: PlanItemProps) => {
  const { t } = useTranslation();
  const { kinds } = useLearningOptions();
  const records = learner.records.filter(({ withdrawn }) => withdrawn === null);
  return (
    <Fieldset legend={t('competence.plan.item', { number })}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={t('competence.plan.competence')}
          description={t('competence.plan.competenceHint')}
          maxLength={maxLine}
          value={item.competence}
          onChange={(event) => onChange({ competence: event.currentTarget.value })}
        />
        <TextInput
          label={t('competence.plan.aim')}
          description={t('competence.plan.aimHint')}
          required
          maxLength={maxLine}
          value={item.aim}
          onChange={(event) => onChange({ aim: event.currentTarget.value })}
        />
        <Select
          label={t('competence.field.kind')}
          allowDeselect={false}
          searchable
          data={kinds}
          value={item.kind}
          onChange={(kind) => kind !== null && onChange({ kind: kind as PlanItem['kind'] })}
        />
        <TextInput
          label={t('competence.plan.activity')}
          maxLength={maxLine}
          value={item.activity}
          onChange={(event) => onChange({ activity: event.currentTarget.value })}
        />
        <Select
          label={t('competence.plan.quarter')}
          allowDeselect={false}
          data={['1', '2', '3', '4']}
          value={String(item.quarter)}
          onChange={(quarter) => quarter !== null && onChange({ quarter: Number(quarter) })}
        />
        <JpInput
          label={t('competence.plan.plannedJp')}
          value={item.plannedJp}
          onChange={(jp) => onChange({ plannedJp: jp ?? 0 })}
        />
      </SimpleGrid>
      <MultiSelect
        mt="sm"
        searchable
        label={t('competence.plan.records')}
        data={records.map(({ recordId, title, year }) => ({ value: recordId, label: `${title} (${year})` }))}
        value={item.recordIds}
        onChange={(recordIds) => onChange({ recordIds })}
      />
      <Button mt="xs" size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
        {t('competence.plan.remove', { number })}
      </Button>
    </Fieldset>
  );
};
