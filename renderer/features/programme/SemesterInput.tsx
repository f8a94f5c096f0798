import { Group, SegmentedControl } from '@mantine/core';
import type { Semester } from '@shared/domain/programme/semester.ts';
import { useTranslation } from 'react-i18next';
import { YearInput } from '../../ui/YearInput.tsx';

export interface SemesterInputProps {
  readonly value: Semester;
  readonly onChange: (period: Semester) => void;
}

/** A half of a calendar year. */
export const SemesterInput = ({ value, onChange }: SemesterInputProps) => {
  const { t } = useTranslation();
  const [year = '', half = '1'] = value.split('-');
  return (
    <Group gap="sm" align="flex-end">
      <YearInput
        label={t('programme.year')}
        value={Number(year)}
        onChange={(next) => onChange(`${String(next).padStart(4, '0')}-${half}`)}
      />
      <SegmentedControl
        aria-label={t('programme.semester.label')}
        value={half}
        onChange={(next) => onChange(`${year}-${next}`)}
        data={['1', '2'].map((one) => ({ value: one, label: t(`programme.semester.${one}`) }))}
      />
    </Group>
  );
};

/** A half of a year in words. */
export const useSemesterText = (): ((period: Semester) => string) => {
  const { t } = useTranslation();
  return (period) => t(`programme.semester.text.${period.slice(5)}`, { year: period.slice(0, 4) });
};
