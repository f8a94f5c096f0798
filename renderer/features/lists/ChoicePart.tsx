import { Autocomplete, Group, Select, Text } from '@mantine/core';
import type { ListKind } from '@shared/domain/documents/kind.ts';
import { personLimits } from '@shared/domain/identity/person.ts';
import { listStates } from '@shared/domain/lists/list-choice.ts';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { DateField } from '../../ui/form/DateField.tsx';
import { Section } from '../../ui/Section.tsx';
import { YearInput } from '../../ui/YearInput.tsx';
import { endsBefore, type ListForm } from './list-form.ts';

export interface PartProps {
  readonly form: ListForm;
  readonly onChange: (part: Partial<ListForm>) => void;
}

/** Units of the files and of the register of people, as they are written there. */
const useUnits = (): readonly string[] => {
  const cases = useQueryCall('case.list', {}).data ?? [];
  const people = useQueryCall('competence.filters', {}).data?.units ?? [];
  const all = new Set([...cases.map(({ unit }) => unit), ...people].filter((unit) => unit !== ''));
  return [...all].sort((a, b) => a.localeCompare(b));
};

/** Which states are told by a text of this page; the others by that of the register that they come from. */
const stateKeys: Readonly<Record<ListKind, (state: string) => string>> = {
  registerList: (state) => (state === 'open' ? 'lists.state.open' : `phases.${state}`),
  followUpList: (state) => (state === 'toDo' ? 'lists.state.toDo' : `cases.followUps.standing.${state}`),
  sessionList: (state) => `schedule.state.${state}`,
  learningList: (state) => `lists.state.${state}`,
};

/** Which list, of which time, unit and state. */
export const ChoicePart = ({ form, onChange, kinds }: PartProps & { readonly kinds: readonly ListKind[] }) => {
  const { t } = useTranslation();
  const units = useUnits();
  const { kind } = form;
  return (
    <Section title={t('lists.choice')}>
      <Group gap="sm" align="flex-start">
        <Select
          label={t('lists.kind')}
          w={430}
          maw="100%"
          allowDeselect={false}
          data={kinds.map((one) => ({ value: one, label: t(`lists.name.${one}`) }))}
          value={kind}
          onChange={(next) => next !== null && onChange({ kind: next as ListKind, state: null })}
        />
        {kind === 'learningList' ? (
          <YearInput label={t('lists.year')} value={form.year} onChange={(year) => onChange({ year })} />
        ) : (
          <>
            <DateField bare label={t('lists.from')} value={form.from} onChange={(from) => onChange({ from })} />
            <DateField
              bare
              label={t('lists.to')}
              value={form.to}
              onChange={(to) => onChange({ to })}
              error={endsBefore(form) ? t('lists.endsBefore') : undefined}
            />
          </>
        )}
        <Autocomplete
          label={t('lists.unit')}
          placeholder={t('lists.everyUnit')}
          w={280}
          maw="100%"
          limit={20}
          data={[...units]}
          maxLength={personLimits.unit}
          value={form.unit}
          onChange={(unit) => onChange({ unit })}
        />
        <Select
          label={t('lists.stateLabel')}
          placeholder={t('lists.everyState')}
          clearable
          clearButtonProps={{ 'aria-label': t('lists.everyState') }}
          w={220}
          data={listStates[kind].map((state) => ({ value: state, label: t(stateKeys[kind](state)) }))}
          value={form.state}
          onChange={(state) => onChange({ state })}
        />
      </Group>
      <Text size="sm" c="dimmed" mt={6}>
        {t(`lists.periodOf.${kind}`)}
      </Text>
    </Section>
  );
};
