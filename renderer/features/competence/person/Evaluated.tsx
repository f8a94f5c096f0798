import { Text } from '@mantine/core';
import type { PlanEvaluation, PlanInput } from '@shared/domain/competence/plan.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { Section } from '../../../ui/Section.tsx';

/** What the official found, item by item. */
export const Evaluated = ({ plan, evaluation }: { readonly plan: PlanInput; readonly evaluation: PlanEvaluation }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <Section title={t('competence.evaluation.title')} order={3}>
      <Text>{t('competence.evaluation.by', { official: evaluation.official, date: date(evaluation.date) })}</Text>
      {plan.items.map(({ itemId, aim }) => {
        const result = evaluation.results.find((one) => one.itemId === itemId);
        return (
          <Text key={itemId} size="sm">
            {aim}: {result === undefined ? '–' : t(`competence.evaluation.outcome.${result.outcome}`)}
            {result?.level != null && ` · ${t('competence.evaluation.reached', { level: result.level })}`}
          </Text>
        );
      })}
    </Section>
  );
};
