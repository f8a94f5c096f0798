import { Checkbox, Group, Stack } from '@mantine/core';
import { mentoringFormTitles } from '@shared/domain/documents/guidance/titles.ts';
import { type MentoringForm, mentoringForms } from '@shared/domain/guidance/record-contents.ts';
import type { MentoringPlanDraft } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import type { Issues } from './issues.ts';
import { TextField } from './TextField.tsx';

const fields = ['purpose', 'skill', 'steps', 'period', 'change', 'measure'] as const;

export interface PlanFieldsProps {
  readonly value: MentoringPlanDraft;
  readonly onChange: (change: Partial<MentoringPlanDraft>) => void;
  readonly issues: Issues;
}

/** Action plan of mentoring: six fields, written by the employee (law: mentoringPlan). */
export const PlanFields = ({ value, onChange, issues }: PlanFieldsProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {fields.map((name) => (
        <TextField
          key={name}
          label={t(`guidance.plan.${name}`)}
          path={name}
          required
          line={name === 'period'}
          value={value[name]}
          onChange={(text) => onChange({ [name]: text })}
          issues={issues}
        />
      ))}
    </Stack>
  );
};

export interface FormsInputProps {
  readonly value: readonly MentoringForm[];
  readonly onChange: (forms: MentoringForm[]) => void;
  readonly error: string | undefined;
}

/** The four forms of mentoring, as the regulation names them. */
export const FormsInput = ({ value, onChange, error }: FormsInputProps) => {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      mt="sm"
      label={t('guidance.field.forms')}
      value={[...value]}
      onChange={(next) => onChange(mentoringForms.filter((form) => next.includes(form)))}
      error={error}
    >
      <Group gap="md" mt={6}>
        {mentoringForms.map((form) => (
          <Checkbox key={form} value={form} label={mentoringFormTitles[form]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};
