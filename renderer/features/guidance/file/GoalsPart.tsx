import { List, Stack, Text } from '@mantine/core';
import { freshEntry, only } from '@shared/domain/form/fields.ts';
import { goalLacks } from '@shared/domain/guidance/goals.ts';
import { startOf } from '@shared/domain/guidance/stages.ts';
import { type Goal, goalQuestions, workingLimits } from '@shared/domain/guidance/working-file.ts';
import { goalFields, headFields } from '@shared/domain/guidance/working-file-fields.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { newId } from '../../../lib/new-id.ts';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import { type IssueLookup, issuesBelow } from '../../../ui/form/issues.ts';
import { type Judging, judgingBelow } from '../../../ui/form/judging.ts';
import { Section } from '../../../ui/Section.tsx';
import type { LedProps } from './part-props.ts';

const said = only(goalFields, ['text', 'measure', 'due']);
const answered = only(goalFields, [...goalQuestions]);
const reached = only(goalFields, ['state', 'result']);

interface GoalInputProps {
  readonly goal: Goal;
  /** First day of the guidance; empty while none is planned. */
  readonly start: string;
  readonly issue: IssueLookup;
  readonly judging: Judging;
  readonly onChange: (name: string, next: unknown) => void;
}

/** A goal, what a person answers of it, what it lacks, and what became of it. */
const GoalInput = ({ goal, start, ...form }: GoalInputProps) => {
  const { t } = useTranslation();
  const lacks = goalLacks(goal, start);
  return (
    <Stack gap="sm">
      <FormFields fields={said} value={goal} {...form} />
      <FormFields fields={answered} value={goal} {...form} />
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
      <FormFields fields={reached} value={goal} {...form} />
    </Stack>
  );
};

/** Need and SMART goals: what is missing is said beside each. */
export const GoalsPart = ({ file, change, issue, judging }: LedProps) => {
  const { t } = useTranslation();
  const write = (edit: (goals: readonly Goal[]) => readonly Goal[]): void =>
    change((current) => ({ ...current, goals: [...edit(current.goals)] }));
  const fresh = (): Goal => ({ ...freshEntry(goalFields, today(), undefined), goalId: newId() }) as Goal;
  return (
    <>
      <Section title={t('guidance.need')} intro={t('guidance.needIntro')}>
        <FormFields
          fields={only(headFields, ['need', 'needFrom'])}
          value={file}
          onChange={(name, next) => change((current) => ({ ...current, [name]: next }))}
          issue={issue}
          judging={judging}
        />
      </Section>
      <Section title={t('guidance.goals')} intro={t('guidance.goalsIntro')}>
        <EntryList
          entries={file.goals}
          keyOf={({ goalId }) => goalId}
          legendOf={(number) => t('guidance.goal.legend', { number })}
          removeLabelOf={(number) => t('guidance.goal.remove', { number })}
          addLabel={t('guidance.goal.add')}
          max={workingLimits.goals}
          onAdd={() => write((goals) => [...goals, fresh()])}
          onRemove={(index) => {
            write((goals) => removeAt(goals, index));
            judging.removed('goals');
          }}
        >
          {(goal, index) => (
            <GoalInput
              goal={goal}
              start={startOf(file)}
              issue={issuesBelow(issue, 'goals', index)}
              judging={judgingBelow(judging, 'goals', index)}
              onChange={(name, next) =>
                write((goals) =>
                  goals.map((other) => (other.goalId === goal.goalId ? { ...other, [name]: next } : other)),
                )
              }
            />
          )}
        </EntryList>
      </Section>
    </>
  );
};
