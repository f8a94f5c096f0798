import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';
import { TextField } from '../form/TextField.tsx';
import type { PartProps } from './part-props.ts';

const outcomes = ['', 'achieved', 'partly', 'notAchieved'] as const;

/** What came of it, what both learned, and what is next. */
export const EvaluationPart = ({ file, change, issues }: PartProps) => {
  const { t } = useTranslation();
  const { evaluation } = file;
  const set = (edit: Partial<typeof evaluation>): void =>
    change((current) => ({ ...current, evaluation: { ...current.evaluation, ...edit } }));
  return (
    <Section title={t('guidance.tab.evaluation')}>
      <Stack gap="sm">
        <TextField
          label={t('guidance.evaluation.date')}
          path="evaluation.date"
          type="date"
          value={evaluation.date}
          onChange={(date) => set({ date })}
          issues={issues}
        />
        <Select
          label={t('guidance.evaluation.outcome')}
          allowDeselect={false}
          data={outcomes.map((value) => ({ value, label: t(`guidance.outcome.${value || 'none'}`) }))}
          value={evaluation.outcome}
          onChange={(outcome) => outcome !== null && set({ outcome: outcome as (typeof outcomes)[number] })}
        />
        {(['lessons', 'next'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`guidance.evaluation.${name}`)}
            path={`evaluation.${name}`}
            value={evaluation[name]}
            onChange={(text) => set({ [name]: text })}
            issues={issues}
          />
        ))}
      </Stack>
    </Section>
  );
};
