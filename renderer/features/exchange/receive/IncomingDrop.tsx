import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import type { IncomingSource } from '../../../lib/waiting-files.ts';

export interface IncomingDropProps {
  readonly onFiles: (files: readonly IncomingSource[]) => void;
  readonly onError: (error: Failure) => void;
}

/** Where files from other vaults are dropped or chosen, several parts at once. */
export const IncomingDrop = ({ onFiles, onError }: IncomingDropProps) => {
  const { t } = useExchangeTexts();
  const rpc = useRpc();
  const [over, setOver] = useState(false);
  const choose = async (): Promise<void> => {
    const chosen = await rpc.call('dialog.chooseFiles', { purpose: 'exchange' });
    if (chosen.ok) onFiles(chosen.value);
    else onError(chosen.error);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <Paper
      role="group"
      aria-label={t('exchange.drop')}
      p="lg"
      bg={over ? 'var(--mantine-primary-color-light)' : 'var(--bilik-surface)'}
      style={{ border: '1px dashed var(--mantine-color-default-border)' }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack gap="xs" align="center">
        <Text ta="center">{t('exchange.dropHere')}</Text>
        <Group>
          <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => void choose()}>
            {t('exchange.choose')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" ta="center">
          {t('exchange.dropHint')}
        </Text>
      </Stack>
    </Paper>
  );
};
