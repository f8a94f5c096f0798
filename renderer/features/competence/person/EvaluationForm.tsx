import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { type PlanEvaluation, type PlanInput, planEvaluation } from '@shared/domain/competence/plan.ts';
import { evaluationFields, resultFields } from '@shared/domain/competence/plan-fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { asValues } from '../../../ui/form/field-props.ts';
import { issuesBelow, readBy } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { evaluationOf, readyEvaluation, type TypedEvaluation } from './typed-evaluation.ts';

export interface EvaluationFormProps {
  readonly personId: string;
  readonly year: number;
  /** The plan that is judged, as it was read. */
  readonly revision: number;
  readonly plan: PlanInput;
  /** True while the plan has changes that are not stored: it would be closed without them. */
  readonly isHeld: boolean;
}

/** Evaluation by the authorised official, entered here; it closes the plan. */
export const EvaluationForm = ({ personId, year, revision, plan, isHeld }: EvaluationFormProps) => {
  const { t } = useTranslation();
  const save = useCommand('competence.evaluatePlan');
  const draft = useDraft({
    kind: 'planEvaluation',
    caseId: null,
    subjectKey: `${personId} ${year}`,
    initial: { date: today(), official: '', office: '', results: [] },
  });
  const value = evaluationOf(plan, draft.value);
  const set = (edit: (current: TypedEvaluation) => TypedEvaluation): void =>
    draft.setValue((current) => edit(evaluationOf(plan, current)));
  const setResult = (itemId: string, name: string, next: unknown): void =>
    set(({ results, ...head }) => ({
      ...head,
      results: results.map((result) => (result.itemId === itemId ? { ...result, [name]: next } : result)),
    }));
  const ready = readyEvaluation(value);
  const { issue, judging } = useIssues(() => readBy(planEvaluation, value).issues);
  const store = async (judged: PlanEvaluation): Promise<void> => {
    const saved = await save.run({ personId, year, revision, evaluation: judged });
    if (saved.ok) await draft.discard();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Section title={t('competence.evaluation.title')} intro={t('competence.evaluation.intro')} order={3}>
      <Stack gap="sm">
        <FormFields
          fields={evaluationFields}
          value={value}
          onChange={(name, next) => set((current) => ({ ...current, [name]: next }))}
          issue={issue}
          judging={judging}
        />
        {plan.items.map(({ itemId, aim }, index) => (
          <FormFields
            key={itemId}
            fields={resultFields}
            value={asValues(value.results.find((one) => one.itemId === itemId))}
            labelValues={{ aim }}
            onChange={(name, next) => setResult(itemId, name, next)}
            issue={issuesBelow(issue, 'results', index)}
            judging={judgingBelow(judging, 'results', index)}
          />
        ))}
        {save.error !== null && <ErrorNotice error={save.error} />}
        {isHeld && <Text size="sm">{t('competence.evaluation.saveFirst')}</Text>}
        <Group>
          <Button
            disabled={ready === null || isHeld}
            loading={save.busy}
            onClick={() => ready !== null && void store(ready)}
          >
            {t('competence.evaluation.save')}
          </Button>
          <SaveState draft={draft} />
        </Group>
      </Stack>
    </Section>
  );
};
