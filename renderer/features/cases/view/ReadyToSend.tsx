import { Button, Group, Paper, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconMailForward } from '@tabler/icons-react';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { useCaseTexts } from '../texts.ts';
import { readyFor } from './case-deliveries.ts';

export interface ReadyToSendProps {
  readonly caseId: string;
  /** Only when this act is among what waits; left out: whatever waits. */
  readonly hash?: string;
}

/** A quiet hint that acts of the file are ready for people with vaults; nothing where none are. */
export const ReadyToSend = ({ caseId, hash }: ReadyToSendProps) => {
  const { t } = useCaseTexts();
  const { list } = useFormat();
  const go = useGo();
  const outbox = useQueryCall('exchange.outbox', { caseId });
  const names = readyFor(outbox.data, caseId, hash);
  if (names.length === 0) return null;
  return (
    <Paper withBorder radius="md" px="md" py="xs" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <Group gap={8} wrap="nowrap">
          <IconMailForward size={18} aria-hidden style={{ flexShrink: 0 }} />
          <Text size="md">{t('exchange.readyFor', { names: list(names) })}</Text>
        </Group>
        <Button size="compact-md" variant="light" onClick={() => go(placeOf('send', { caseId }))}>
          {t('exchange.lookAndSend')}
        </Button>
      </Group>
    </Paper>
  );
};
