import { Alert, Box, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { plainCompetence } from '@shared/domain/competence/gaps.ts';
import { type PlanInput, type PlanItem, planInput } from '@shared/domain/competence/plan.ts';
import { planFields } from '@shared/domain/competence/plan-fields.ts';
import { presentYear } from '@shared/domain/fields.ts';
import { freshEntry, only } from '@shared/domain/form/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { newId } from '../../../lib/new-id.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import { issuesBelow, readBy } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { useNotice } from '../../../ui/notice.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { YearInput } from '../../../ui/YearInput.tsx';
import { EvaluationForm } from '../evaluation/EvaluationForm.tsx';
import { Evaluations } from '../evaluation/Evaluations.tsx';
import { LearningFields } from '../form/LearningFields.tsx';
import { RecordsProvider } from '../form/LearningRecordsInput.tsx';
import { ClosedPlan } from './ClosedPlan.tsx';
import type { Learner } from './learner.ts';

type Opened = Output<'competence.plan'>;

const { items: list } = planFields;

const freshItem = (competence: string): PlanItem =>
  ({ ...freshEntry(list.fields, today(), undefined), itemId: newId(), competence }) as PlanItem;

/** What is still missing from gap to evaluation. */
const Lacks = ({ lacks }: Pick<Opened, 'lacks'>) => {
  const { t } = useTranslation();
  if (lacks.length === 0) return <Text mb="sm">{t('competence.plan.complete')}</Text>;
  return (
    <Alert color="gray" variant="light" mb="sm" title={t('competence.plan.lacks')}>
      <List size="sm">
        {lacks.map(({ code, name }) => (
          <List.Item key={`${code} ${name}`}>{t(`competence.planLacks.${code}`, { name })}</List.Item>
        ))}
      </List>
    </Alert>
  );
};

interface OpenedPlanProps {
  readonly learner: Learner;
  readonly year: number;
  readonly opened: Opened;
}

const PlanForm = ({ learner, year, opened }: OpenedPlanProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { personId } = learner;
  const gaps = useQueryCall('competence.competences', { personId }).data?.gaps ?? [];
  const initial: PlanInput = opened.plan ?? { items: [], remark: '' };
  const draft = useDraft({
    kind: 'developmentPlan',
    caseId: null,
    subjectKey: `${personId} ${year}`,
    initial,
  });
  const save = useCommand('competence.savePlan');
  const { items } = draft.value;
  const { issue, judging } = useIssues(() => readBy(planInput, draft.value).issues);
  const write = (edit: (known: readonly PlanItem[]) => readonly PlanItem[]): void =>
    draft.setValue((current) => ({ ...current, items: [...edit(current.items)] }));
  const store = async (): Promise<void> => {
    const saved = await save.run({ personId, year, revision: opened.revision, plan: draft.value });
    if (!saved.ok) return;
    await draft.discard();
    notice(t('competence.plan.saved'));
  };
  const unplanned = gaps.filter(
    ({ name }) => !items.some(({ competence }) => plainCompetence(competence) === plainCompetence(name)),
  );
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <>
      <RecordsProvider value={learner.records}>
        <Stack gap="md">
          <EntryList
            entries={items}
            keyOf={({ itemId }) => itemId}
            legendOf={(number) => t(list.texts.entry, { number })}
            removeLabelOf={(number) => t(list.texts.remove, { number })}
            addLabel={t(list.texts.add)}
            otherWays={unplanned.map(({ name }) => (
              <Button
                key={name}
                size="xs"
                variant="default"
                disabled={items.length >= list.max}
                onClick={() => write((known) => [...known, freshItem(name)])}
              >
                {t('competence.plan.addGap', { name })}
              </Button>
            ))}
            max={list.max}
            onAdd={() => write((known) => [...known, freshItem('')])}
            onRemove={(index) => {
              write((known) => removeAt(known, index));
              judging.removed('items');
            }}
          >
            {(item, index) => (
              <LearningFields
                fields={list.fields}
                value={item}
                labelValues={{ number: index + 1 }}
                onChange={(name, next) =>
                  write((known) =>
                    known.map((other) => (other.itemId === item.itemId ? { ...other, [name]: next } : other)),
                  )
                }
                issue={issuesBelow(issue, 'items', index)}
                judging={judgingBelow(judging, 'items', index)}
              />
            )}
          </EntryList>
          <FormFields
            fields={only(planFields, ['remark'])}
            value={draft.value}
            onChange={(name, next) => draft.setValue((current) => ({ ...current, [name]: next }))}
            issue={issue}
            judging={judging}
          />
        </Stack>
      </RecordsProvider>
      <Group mt="md" justify="flex-end">
        <Group>
          <SaveState draft={draft} />
          <Button
            loading={save.busy}
            disabled={items.some(({ aim }) => aim.trim() === '')}
            onClick={() => void store()}
          >
            {t('competence.plan.save')}
          </Button>
        </Group>
      </Group>
      {save.error !== null && <ErrorNotice error={save.error} />}
      {opened.plan !== null && opened.plan.items.length > 0 && (
        <Box mt="md">
          <EvaluationForm
            personId={personId}
            year={year}
            revision={opened.revision}
            lines={linesToJudge(opened.plan)}
            replaces={null}
            isHeld={JSON.stringify(draft.value) !== JSON.stringify(opened.plan)}
          />
        </Box>
      )}
    </>
  );
};

/** Items by what they aim at. */
const linesToJudge = ({ items }: PlanInput) => items.map(({ itemId, aim }) => ({ itemId, title: aim }));

/** A plan in writing, or closed by its evaluation. */
const OpenedPlan = (props: OpenedPlanProps) => {
  const { learner, year, opened } = props;
  const { revision, plan, evaluation, evaluations, lacks } = opened;
  return (
    <>
      <Lacks lacks={lacks} />
      {plan !== null && (evaluation !== null || evaluations.length > 0) ? (
        <>
          <ClosedPlan plan={plan} learner={learner} />
          <Box mt="md">
            <Evaluations
              personId={learner.personId}
              year={year}
              revision={revision}
              lines={linesToJudge(plan)}
              evaluations={evaluations}
              unsigned={evaluation}
            />
          </Box>
        </>
      ) : (
        <PlanForm {...props} />
      )}
    </>
  );
};

/** Annual development plan: from gaps to learning to the evaluation by the authorised official. */
export const PlanPart = ({ learner }: { readonly learner: Learner }) => {
  const { t } = useTranslation();
  const [year, setYear] = useState(presentYear(today()));
  const opened = useQueryCall('competence.plan', { personId: learner.personId, year });
  return (
    <Section
      title={t('competence.plan.title', { year })}
      intro={t('competence.plan.intro')}
      actions={<YearInput label={t('competence.year')} value={year} onChange={setYear} />}
    >
      {opened.error && <ErrorNotice error={opened.error} />}
      {opened.data === undefined && !opened.error && <Loader aria-label={t('common.loading')} />}
      {opened.data !== undefined && (
        <OpenedPlan key={`${year} ${opened.data.revision}`} learner={learner} year={year} opened={opened.data} />
      )}
    </Section>
  );
};
