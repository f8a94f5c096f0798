import { Alert, Box, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { plainCompetence } from '@shared/domain/competence/gaps.ts';
import type { PlanInput, PlanItem } from '@shared/domain/competence/plan.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { newId } from '../../../lib/new-id.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { YearInput } from '../../../ui/YearInput.tsx';
import { ClosedPlan } from './ClosedPlan.tsx';
import { Evaluated } from './Evaluated.tsx';
import { EvaluationForm } from './EvaluationForm.tsx';
import type { Learner } from './learner.ts';
import { PlanItemFields } from './PlanItemFields.tsx';

type Opened = Output<'competence.plan'>;

const freshItem = (competence: string): PlanItem => ({
  itemId: newId(),
  competence,
  aim: '',
  kind: 'coaching',
  activity: '',
  quarter: 1,
  plannedJp: 0,
  recordIds: [],
});

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
  const set = (next: PlanItem[]): void => draft.setValue((current) => ({ ...current, items: next }));
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
      <Stack gap="md">
        {items.map((item, index) => (
          <PlanItemFields
            key={item.itemId}
            item={item}
            number={index + 1}
            learner={learner}
            onChange={(edit) =>
              set(items.map((other) => (other.itemId === item.itemId ? { ...other, ...edit } : other)))
            }
            onRemove={() => set(items.filter(({ itemId }) => itemId !== item.itemId))}
          />
        ))}
      </Stack>
      <Group mt="md" justify="space-between">
        <Group gap="xs">
          {unplanned.map(({ name }) => (
            <Button key={name} size="compact-md" variant="default" onClick={() => set([...items, freshItem(name)])}>
              {t('competence.plan.addGap', { name })}
            </Button>
          ))}
          <Button size="compact-md" variant="default" onClick={() => set([...items, freshItem('')])}>
            {t('competence.plan.add')}
          </Button>
        </Group>
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
            plan={opened.plan}
            isHeld={JSON.stringify(draft.value) !== JSON.stringify(opened.plan)}
          />
        </Box>
      )}
    </>
  );
};

/** A plan in writing, or closed by its evaluation. */
const OpenedPlan = (props: OpenedPlanProps) => {
  const { learner, opened } = props;
  const { plan, evaluation, lacks } = opened;
  return (
    <>
      <Lacks lacks={lacks} />
      {plan !== null && evaluation !== null ? (
        <>
          <ClosedPlan plan={plan} learner={learner} />
          <Box mt="md">
            <Evaluated plan={plan} evaluation={evaluation} />
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
  const [year, setYear] = useState(Number(today().slice(0, 4)));
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
