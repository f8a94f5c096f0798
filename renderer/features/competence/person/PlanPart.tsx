import {
  Alert,
  Button,
  Fieldset,
  Group,
  List,
  Loader,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { learningKindNames } from '@shared/domain/competence/kinds.ts';
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
import { EvaluationPart } from './EvaluationPart.tsx';
import type { Learner } from './learner.ts';

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

interface ItemProps {
  readonly item: PlanItem;
  readonly number: number;
  readonly learner: Learner;
  readonly disabled: boolean;
  readonly onChange: (edit: Partial<PlanItem>) => void;
  readonly onRemove: () => void;
}

const ItemFields = ({ item, number, learner, disabled, onChange, onRemove }: ItemProps) => {
  const { t } = useTranslation();
  const records = learner.records.filter(({ withdrawn }) => withdrawn === null);
  return (
    <Fieldset legend={t('competence.plan.item', { number })} disabled={disabled}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={t('competence.plan.competence')}
          description={t('competence.plan.competenceHint')}
          maxLength={300}
          value={item.competence}
          onChange={(event) => onChange({ competence: event.currentTarget.value })}
        />
        <TextInput
          label={t('competence.plan.aim')}
          description={t('competence.plan.aimHint')}
          required
          maxLength={300}
          value={item.aim}
          onChange={(event) => onChange({ aim: event.currentTarget.value })}
        />
        <Select
          label={t('competence.field.kind')}
          allowDeselect={false}
          searchable
          data={learningKindNames.map((kind) => ({ value: kind, label: t(`competence.kind.${kind}`) }))}
          value={item.kind}
          onChange={(kind) => kind !== null && onChange({ kind: kind as PlanItem['kind'] })}
        />
        <TextInput
          label={t('competence.plan.activity')}
          maxLength={300}
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
        <NumberInput
          label={t('competence.plan.plannedJp')}
          min={0}
          max={10_000}
          decimalScale={2}
          decimalSeparator=","
          value={item.plannedJp / 100}
          onChange={(jp) => onChange({ plannedJp: typeof jp === 'number' ? Math.round(jp * 100) : 0 })}
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

const PlanForm = ({
  learner,
  year,
  opened,
}: {
  readonly learner: Learner;
  readonly year: number;
  readonly opened: Opened;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { personId } = learner;
  const gaps = useQueryCall('competence.competences', { personId }).data?.gaps ?? [];
  const initial: PlanInput = opened.plan ?? { items: [], remark: '' };
  const draft = useDraft<PlanInput>({
    kind: 'developmentPlan',
    caseId: null,
    subjectKey: `${personId} ${year}`,
    initial,
  });
  const save = useCommand('competence.savePlan');
  const { items } = draft.value;
  const set = (next: PlanItem[]): void => draft.setValue((current) => ({ ...current, items: next }));
  const isClosed = opened.evaluation !== null;
  const store = async (): Promise<void> => {
    const saved = await save.run({ personId, year, revision: opened.revision, plan: draft.value });
    if (!saved.ok) return;
    await draft.discard();
    notice(t('competence.plan.saved'));
  };
  const unplanned = gaps.filter(
    ({ name }) => !items.some(({ competence }) => competence.toLowerCase() === name.toLowerCase()),
  );
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <>
      <Lacks lacks={opened.lacks} />
      <Stack gap="md">
        {items.map((item, index) => (
          <ItemFields
            key={item.itemId}
            item={item}
            number={index + 1}
            learner={learner}
            disabled={isClosed}
            onChange={(edit) =>
              set(items.map((other) => (other.itemId === item.itemId ? { ...other, ...edit } : other)))
            }
            onRemove={() => set(items.filter(({ itemId }) => itemId !== item.itemId))}
          />
        ))}
      </Stack>
      {!isClosed && (
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
      )}
      {save.error !== null && <ErrorNotice error={save.error} />}
      {opened.plan !== null && opened.plan.items.length > 0 && (
        <EvaluationPart personId={personId} year={year} plan={opened.plan} evaluation={opened.evaluation} />
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
      actions={
        <NumberInput
          label={t('competence.year')}
          value={year}
          min={1990}
          max={2200}
          w={110}
          allowDecimal={false}
          onChange={(value) => typeof value === 'number' && value >= 1990 && value <= 2200 && setYear(value)}
        />
      }
    >
      {opened.error && <ErrorNotice error={opened.error} />}
      {opened.data === undefined && !opened.error && <Loader aria-label={t('common.loading')} />}
      {opened.data !== undefined && (
        <PlanForm key={`${year} ${opened.data.revision}`} learner={learner} year={year} opened={opened.data} />
      )}
    </Section>
  );
};
