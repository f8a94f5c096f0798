import type { PlanEvaluation, PlanInput } from '@shared/domain/competence/plan.ts';
import { evaluationFields, resultFields } from '@shared/domain/competence/plan-fields.ts';
import { useTranslation } from 'react-i18next';
import { FieldRows } from '../../../ui/form/FieldRows.tsx';
import { asValues } from '../../../ui/form/field-props.ts';
import { rowsOf } from '../../../ui/form/reading.ts';
import { useReading } from '../../../ui/form/use-reading.ts';
import { Section } from '../../../ui/Section.tsx';

/** What the official found, item by item. */
export const Evaluated = ({ plan, evaluation }: { readonly plan: PlanInput; readonly evaluation: PlanEvaluation }) => {
  const { t } = useTranslation();
  const reading = useReading();
  const results = plan.items.flatMap(({ itemId, aim }) => {
    const result = evaluation.results.find((one) => one.itemId === itemId);
    return result === undefined
      ? [{ label: aim, text: '–' }]
      : rowsOf(resultFields, asValues(result), reading, { aim });
  });
  return (
    <Section title={t('competence.evaluation.title')} order={3}>
      <FieldRows rows={[...rowsOf(evaluationFields, evaluation, reading), ...results]} />
    </Section>
  );
};
