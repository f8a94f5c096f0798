import { Button, Group, Stack, Text } from '@mantine/core';
import { linesOfInstitution } from '@shared/domain/competence/evaluation.ts';
import { institutionFields } from '@shared/domain/competence/institution-fields.ts';
import { type InstitutionPlan, totalsOf } from '@shared/domain/competence/institution-plan.ts';
import { without } from '@shared/domain/form/fields.ts';
import { useTranslation } from 'react-i18next';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FieldRows } from '../../../ui/form/FieldRows.tsx';
import { rowsOf } from '../../../ui/form/reading.ts';
import { Section } from '../../../ui/Section.tsx';
import { EvaluationForm, type LineToJudge } from '../evaluation/EvaluationForm.tsx';
import { Evaluations } from '../evaluation/Evaluations.tsx';
import { usePlanReading, useRupiah } from '../form/use-plan-reading.ts';
import { useJp } from '../jp.ts';

export interface SetPlanProps {
  readonly year: number;
  readonly plan: InstitutionPlan;
  readonly opened: Output<'competence.institutionPlan'>;
}

/** A plan that is set, to be read and evaluated; until then it can be opened again. */
export const SetPlan = ({ year, plan, opened }: SetPlanProps) => {
  const { t } = useTranslation();
  const reading = usePlanReading();
  const { jpText } = useJp();
  const rupiah = useRupiah();
  const save = useCommand('competence.saveInstitutionPlan');
  const { revision, sums, evaluations } = opened;
  const lines: LineToJudge[] = linesOfInstitution(plan, sums).map(({ itemId, title, kind }) => ({
    itemId,
    title: title || t('competence.institution.lineTitle', { kind: t(`competence.kind.${kind}`) }),
  }));
  const { jp, cost } = totalsOf(plan, sums);
  const evaluation = { personId: null, year, revision, lines };
  return (
    <>
      <Section title={t('competence.institution.own')}>
        <Stack gap="sm">
          <FieldRows rows={rowsOf(without(institutionFields, ['lines']), plan, reading)} />
          {plan.lines.map((line, index) => (
            <Section
              key={line.lineId}
              order={3}
              title={`${t('competence.institution.line', { number: index + 1 })}: ${line.activity}`}
            >
              <FieldRows rows={rowsOf(without(institutionFields.lines.fields, ['activity']), line, reading)} />
            </Section>
          ))}
          <Text>{t('competence.institution.total', { jp: jpText(jp), cost: rupiah(cost) })}</Text>
          {evaluations.length === 0 && (
            <Group>
              <Button
                variant="default"
                loading={save.busy}
                onClick={() => void save.run({ year, revision, plan: { ...plan, state: 'proposed' } })}
              >
                {t('competence.institution.reopen')}
              </Button>
            </Group>
          )}
          {save.error !== null && <ErrorNotice error={save.error} />}
        </Stack>
      </Section>
      {evaluations.length === 0 ? (
        <EvaluationForm {...evaluation} replaces={null} isHeld={false} />
      ) : (
        <Evaluations {...evaluation} evaluations={evaluations} unsigned={null} />
      )}
    </>
  );
};
