import { Stack } from '@mantine/core';
import type { PlanInput } from '@shared/domain/competence/plan.ts';
import { planFields } from '@shared/domain/competence/plan-fields.ts';
import { only, without } from '@shared/domain/form/fields.ts';
import { useTranslation } from 'react-i18next';
import { FieldRows } from '../../../ui/form/FieldRows.tsx';
import { asList } from '../../../ui/form/field-props.ts';
import { rowsOf } from '../../../ui/form/reading.ts';
import { Section } from '../../../ui/Section.tsx';
import { usePlanReading } from '../form/use-plan-reading.ts';
import type { Learner } from './learner.ts';

/** The aim is the title of an item. */
const itemFields = without(planFields.items.fields, ['aim']);
const otherFields = only(planFields, ['remark']);

/** A plan that was evaluated: to be read, and changed no more. */
export const ClosedPlan = ({ plan, learner }: { readonly plan: PlanInput; readonly learner: Learner }) => {
  const { t } = useTranslation();
  const plain = usePlanReading();
  const titleOf = (id: string): string => learner.records.find(({ recordId }) => recordId === id)?.title ?? '';
  const reading = {
    ...plain,
    own: {
      ...plain.own,
      learningRecords: (value: unknown) => asList<string>(value).map(titleOf).filter(Boolean).join(', '),
    },
  };
  return (
    <Stack gap={0}>
      {plan.items.map((item, index) => (
        <Section key={item.itemId} order={3} title={`${t('competence.plan.item', { number: index + 1 })}: ${item.aim}`}>
          <FieldRows rows={rowsOf(itemFields, item, reading)} />
        </Section>
      ))}
      <FieldRows rows={rowsOf(otherFields, plan, reading)} />
    </Stack>
  );
};
