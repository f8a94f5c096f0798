import { Text } from '@mantine/core';
import type { PlanInput } from '@shared/domain/competence/plan.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';
import { useJp } from '../jp.ts';
import type { Learner } from './learner.ts';

/** A plan that was evaluated: to be read, and changed no more. */
export const ClosedPlan = ({ plan, learner }: { readonly plan: PlanInput; readonly learner: Learner }) => {
  const { t } = useTranslation();
  const { jpText } = useJp();
  const titleOf = (id: string): string => learner.records.find(({ recordId }) => recordId === id)?.title ?? '';
  return plan.items.map(({ itemId, competence, aim, kind, activity, quarter, plannedJp, recordIds }, index) => (
    <Section key={itemId} order={3} title={`${t('competence.plan.item', { number: index + 1 })}: ${aim}`}>
      {(
        [
          ['competence.plan.competence', competence],
          ['competence.field.kind', t(`competence.kind.${kind}`)],
          ['competence.plan.activity', activity],
          ['competence.plan.quarter', String(quarter)],
          ['competence.plan.plannedJp', jpText(plannedJp)],
          ['competence.plan.records', recordIds.map(titleOf).filter(Boolean).join(', ')],
        ] as const
      )
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <Text key={label} size="sm">
            <b>{t(label)}:</b> {value}
          </Text>
        ))}
    </Section>
  ));
};
