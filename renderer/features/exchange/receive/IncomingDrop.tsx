import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import type { IncomingSource } from '../../../lib/waiting-files.ts';
import { DropArea } from '../../../ui/DropArea.tsx';

export interface IncomingDropProps {
  readonly onFiles: (files: readonly IncomingSource[]) => void;
  readonly onError: (error: Failure) => void;
}

/** Where files from other vaults are dropped or chosen, several parts at once. */
export const IncomingDrop = ({ onFiles, onError }: IncomingDropProps) => {
  const { t } = useExchangeTexts();
  const rpc = useRpc();
  const choose = async (): Promise<void> => {
    const chosen = await rpc.call('dialog.chooseFiles', { purpose: 'exchange' });
    if (chosen.ok) onFiles(chosen.value);
    else onError(chosen.error);
  };
  return (
    <DropArea label={t('exchange.drop')} padding="lg" onFiles={onFiles}>
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
    </DropArea>
  );
};
