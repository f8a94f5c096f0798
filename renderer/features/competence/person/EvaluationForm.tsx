import { Button, Group, Loader, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { PlanEvaluation, PlanInput } from '@shared/domain/competence/plan.ts';
import { planOutcomes } from '@shared/domain/competence/plan.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { evaluationOf, type Judged, readyEvaluation, type TypedEvaluation } from './typed-evaluation.ts';

export interface EvaluationFormProps {
  readonly personId: string;
  readonly year: number;
  readonly plan: PlanInput;
  /** True while the plan has changes that are not stored: it would be closed without them. */
  readonly isHeld: boolean;
}

/** Evaluation by the authorised official, entered here; it closes the plan. */
export const EvaluationForm = ({ personId, year, plan, isHeld }: EvaluationFormProps) => {
  const { t } = useTranslation();
  const save = useCommand('competence.evaluatePlan');
  const draft = useDraft({
    kind: 'planEvaluation',
    caseId: null,
    subjectKey: `${personId} ${year}`,
    initial: { date: today(), official: '', office: '', results: [] },
  });
  const value = evaluationOf(plan, draft.value);
  const set = (edit: Partial<TypedEvaluation>): void =>
    draft.setValue((current) => ({ ...evaluationOf(plan, current), ...edit }));
  const setResult = (itemId: string, edit: Partial<Judged>): void =>
    set({ results: value.results.map((result) => (result.itemId === itemId ? { ...result, ...edit } : result)) });
  const ready = readyEvaluation(value);
  const store = async (judged: PlanEvaluation): Promise<void> => {
    const saved = await save.run({ personId, year, evaluation: judged });
    if (saved.ok) await draft.discard();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Section title={t('competence.evaluation.title')} intro={t('competence.evaluation.intro')} order={3}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <TextInput
            label={t('competence.evaluation.official')}
            required
            maxLength={maxLine}
            value={value.official}
            onChange={(event) => set({ official: event.currentTarget.value })}
          />
          <TextInput
            label={t('competence.evaluation.office')}
            maxLength={maxLine}
            value={value.office}
            onChange={(event) => set({ office: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('competence.evaluation.date')}
            value={value.date}
            onChange={(event) => set({ date: event.currentTarget.value })}
          />
        </SimpleGrid>
        {plan.items.map(({ itemId, aim }) => {
          const result = value.results.find((one) => one.itemId === itemId);
          return (
            <Group key={itemId} align="flex-end">
              <Select
                label={t('competence.evaluation.of', { aim })}
                allowDeselect={false}
                data={planOutcomes.map((outcome) => ({
                  value: outcome,
                  label: t(`competence.evaluation.outcome.${outcome}`),
                }))}
                required
                placeholder={t('competence.evaluation.choose')}
                value={result?.outcome ?? null}
                onChange={(outcome) =>
                  outcome !== null && setResult(itemId, { outcome: outcome as (typeof planOutcomes)[number] })
                }
              />
              <Select
                label={t('competence.evaluation.level')}
                clearable
                w={150}
                data={['0', '1', '2', '3', '4', '5']}
                value={result?.level == null ? null : String(result.level)}
                onChange={(level) => setResult(itemId, { level: level === null ? null : Number(level) })}
              />
            </Group>
          );
        })}
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
