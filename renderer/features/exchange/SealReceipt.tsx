import { Button, Group, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useExchangeTexts } from '../../lib/exchange-texts.ts';
import { useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { SealedNotice } from '../../ui/sealing/SealedNotice.tsx';

export interface SealReceiptProps {
  readonly entryId: string;
  readonly name: string;
  /** Said beside the button. */
  readonly intro: string;
  /** Shows what came of it instead, where this button is gone by then. */
  readonly onSealed?: (files: readonly string[]) => void;
}

/** Makes a receipt for a person and saves it; afterwards how to carry it. */
export const SealReceipt = ({ entryId, name, intro, onSealed }: SealReceiptProps) => {
  const { t } = useExchangeTexts();
  const seal = useCommand('exchange.sealReceipt');
  const [files, setFiles] = useState<readonly string[] | null>(null);
  const make = async (): Promise<void> => {
    const answer = await seal.run({ entryId });
    if (answer.ok && answer.value.saved) (onSealed ?? setFiles)(answer.value.files);
  };
  if (files !== null) return <SealedNotice files={files} receiver={name} isReceipt />;
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{intro}</Text>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconReceipt size={16} aria-hidden />}
          loading={seal.busy}
          aria-label={t('exchange.makeReceiptFor', { name })}
          onClick={() => void make()}
        >
          {t('exchange.makeReceipt')}
        </Button>
      </Group>
      {seal.error !== null && <ErrorNotice error={seal.error} />}
    </>
  );
};
