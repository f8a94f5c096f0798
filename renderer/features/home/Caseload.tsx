import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

/** Files by phase as bars, each with its figure. */
export const Caseload = ({ caseload }: { readonly caseload: Output<'overview.home'>['caseload'] }) => {
  const { t } = useTranslation();
  const most = Math.max(1, ...caseload.map(({ count }) => count));
  return (
    <Section title={t('home.caseload')}>
      {caseload.length === 0 && <EmptyState text={t('home.caseloadEmpty')} />}
      <Stack gap="xs">
        {caseload.map(({ phase, count }) => (
          <div key={phase}>
            <Group justify="space-between">
              <Text size="sm">{t(`phases.${phase}`)}</Text>
              <Text size="sm">{t('home.caseloadCount', { count })}</Text>
            </Group>
            <Progress value={(100 * count) / most} aria-label={t(`phases.${phase}`)} />
          </div>
        ))}
      </Stack>
    </Section>
  );
};
