import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { Strength } from './strength.ts';

const colors = ['amber', 'amber', 'amber', 'petrol', 'green'];

/** How long guessing takes, in the unit that says it shortest. */
const spanOf = (years: number): { readonly unit: string; readonly count: number } => {
  if (years > 1000) return { unit: 'ages', count: 1000 };
  if (years >= 1) return { unit: 'years', count: Math.floor(years) };
  const days = years * 365;
  if (days >= 1) return { unit: 'days', count: Math.floor(days) };
  const hours = days * 24;
  return hours >= 1 ? { unit: 'hours', count: Math.floor(hours) } : { unit: 'instant', count: 0 };
};

/** Honest strength of a new passphrase: four steps, a word, and the time that guessing takes. */
export const StrengthMeter = ({ strength }: { readonly strength: Strength | null }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (strength === null) return null;
  const { unit, count } = spanOf(strength.years);
  return (
    <div role="status">
      <Progress
        size="sm"
        value={Math.max(6, strength.score * 25)}
        color={colors[strength.score] ?? 'amber'}
        aria-label={t('vault.strength.label')}
      />
      <Group justify="space-between" mt={2}>
        <Text size="sm" fw={600}>
          {t(`vault.strength.score${strength.score}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`vault.strength.${unit}`, { count: number(count) })}
        </Text>
      </Group>
    </div>
  );
};
