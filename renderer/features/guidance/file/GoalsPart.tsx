import { Button, Fieldset, Group, List, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { goalLacks } from '@shared/domain/guidance/goals.ts';
import { startOf } from '@shared/domain/guidance/stages.ts';
import { type Goal, goalStates } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../lib/new-id.ts';
import { Section } from '../../../ui/Section.tsx';
import { TextField } from '../form/TextField.tsx';
import type { PartProps } from './part-props.ts';

interface GoalFieldsProps {
  readonly goal: Goal;
  readonly number: number;
  readonly start: string;
  readonly issues: PartProps['issues'];
  readonly onChange: (change: Partial<Goal>) => void;
  readonly onRemove: () => void;
}

const GoalFields = ({ goal, number, start, issues, onChange, onRemove }: GoalFieldsProps) => {
  const { t } = useTranslation();
  const lacks = goalLacks(goal, start);
  const at = `goals.${number - 1}`;
  return (
    <Fieldset legend={t('guidance.goal.legend', { number })}>
      <Stack gap="sm">
        <TextField
          label={t('guidance.goal.text')}
          path={`${at}.text`}
          required
          value={goal.text}
          onChange={(text) => onChange({ text })}
          issues={issues}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextField
            label={t('guidance.goal.measure')}
            path={`${at}.measure`}
            line
            required
            value={goal.measure}
            onChange={(measure) => onChange({ measure })}
            issues={issues}
          />
          <TextField
            label={t('guidance.goal.due')}
            path={`${at}.due`}
            type="date"
            required
            value={goal.due}
            onChange={(due) => onChange({ due })}
            issues={issues}
          />
        </SimpleGrid>
        {lacks.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('guidance.goal.smart')}
          </Text>
        ) : (
          <List size="sm" spacing={2} aria-label={t('guidance.goal.lacks')}>
            {lacks.map((lack) => (
              <List.Item key={lack}>{t(`guidance.goalLacks.${lack}`)}</List.Item>
            ))}
          </List>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Select
            label={t('guidance.goal.state')}
            allowDeselect={false}
            data={goalStates.map((value) => ({ value, label: t(`guidance.goalState.${value}`) }))}
            value={goal.state}
            onChange={(state) => state !== null && onChange({ state: state as Goal['state'] })}
          />
          <TextField
            label={t('guidance.goal.result')}
            path={`${at}.result`}
            value={goal.result}
            onChange={(result) => onChange({ result })}
            issues={issues}
          />
        </SimpleGrid>
        <Group>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
            {t('guidance.goal.remove', { number })}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
};

/** Need and SMART goals: what is missing is said beside each. */
export const GoalsPart = ({ file, change, issues }: PartProps) => {
  const { t } = useTranslation();
  const set = (goalId: string, edit: Partial<Goal>): void =>
    change((current) => ({
      ...current,
      goals: current.goals.map((goal) => (goal.goalId === goalId ? { ...goal, ...edit } : goal)),
    }));
  const fresh: Goal = { goalId: '', text: '', measure: '', due: '', state: 'open', result: '' };
  return (
    <>
      <Section title={t('guidance.need')} intro={t('guidance.needIntro')}>
        <TextField
          label={t('guidance.need')}
          path="need"
          value={file.need}
          onChange={(need) => change((current) => ({ ...current, need }))}
          issues={issues}
        />
      </Section>
      <Section
        title={t('guidance.goals')}
        intro={t('guidance.goalsIntro')}
        actions={
          <Button
            size="compact-md"
            variant="default"
            disabled={file.goals.length >= 30}
            onClick={() =>
              change((current) => ({ ...current, goals: [...current.goals, { ...fresh, goalId: newId() }] }))
            }
          >
            {t('guidance.goal.add')}
          </Button>
        }
      >
        <Stack gap="md">
          {file.goals.map((goal, index) => (
            <GoalFields
              key={goal.goalId}
              goal={goal}
              number={index + 1}
              start={startOf(file)}
              issues={issues}
              onChange={(edit) => set(goal.goalId, edit)}
              onRemove={() =>
                change((current) => ({
                  ...current,
                  goals: current.goals.filter(({ goalId }) => goalId !== goal.goalId),
                }))
              }
            />
          ))}
        </Stack>
      </Section>
    </>
  );
};
