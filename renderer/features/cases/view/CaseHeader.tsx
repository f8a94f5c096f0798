import { Badge, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { CaseView } from '@shared/contract/case.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { IconLock } from '@tabler/icons-react';
import { useFormat } from '../../../lib/format.ts';
import { PhaseStepper } from '../../../ui/PhaseStepper.tsx';
import { useCaseTexts } from '../texts.ts';

const PersonBlock = ({ label, person }: { readonly label: string; readonly person: PersonInput | null }) => {
  const { t } = useCaseTexts();
  if (person === null) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fw={600}>{person.name}</Text>
      {person.nip !== '' && <Text size="sm">{t('cases.view.nip', { nip: person.nip })}</Text>}
      <Text size="sm">{[person.rank, person.position].filter((part) => part !== '').join(' · ')}</Text>
      <Text size="sm">{person.unit}</Text>
    </div>
  );
};

/** Whose file it is, who assesses, the period, and where it stands. */
export const CaseHeader = ({ view }: { readonly view: CaseView }) => {
  const { t, phaseName } = useCaseTexts();
  const { date } = useFormat();
  const { summary } = view;
  return (
    <Paper withBorder p="md" radius="md" mb="md">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <PersonBlock label={t('cases.field.employee')} person={view.employee} />
          <PersonBlock label={t('cases.view.assessor')} person={view.assessor} />
          <PersonBlock label={t('cases.view.superior')} person={view.assessorSuperior} />
        </SimpleGrid>
        <Group gap="sm">
          <Badge variant="light" color="gray" tt="none">
            {t('cases.view.period', { period: summary.period })}
          </Badge>
          {summary.listNumber !== '' && (
            <Badge variant="light" tt="none">
              {t('cases.view.listNumber', { number: summary.listNumber })}
            </Badge>
          )}
          {summary.closed && (
            <Badge variant="filled" color="gray.7" tt="none">
              {t('cases.view.closed')}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {view.institution} · {t('cases.view.openedAt', { date: date(summary.openedAt) })}
          </Text>
        </Group>
        <PhaseStepper
          label={t('cases.view.phases')}
          steps={view.phases.map(({ phase, state }) => ({ label: phaseName(phase), state }))}
        />
        <Group gap={6} wrap="nowrap" c="dimmed">
          <IconLock size={15} aria-hidden />
          <Text size="sm" c="inherit">
            {t('cases.view.classification')}
          </Text>
        </Group>
        {view.acts.some(({ byParts, damage }) => !byParts && damage === null) && (
          <Text size="sm" c="dimmed">
            {t('cases.view.olderActs')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
};
