import { Button, Group, Text } from '@mantine/core';
import type { WireError } from '@shared/contract/method.ts';
import { IconFileText, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';

export interface RecordButtonsProps {
  readonly busy: boolean;
  readonly error: WireError | null;
  readonly onMake: (sign: boolean) => void;
}

/** Makes a record to be signed on paper, or signs it here at once. */
export const RecordButtons = ({ busy, error, onMake }: RecordButtonsProps) => {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">
        {t('guidance.records.makeIntro')}
      </Text>
      {error !== null && <ErrorNotice error={error} />}
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          loading={busy}
          onClick={() => onMake(false)}
        >
          {t('guidance.records.make')}
        </Button>
        <Button leftSection={<IconSignature size={16} aria-hidden />} loading={busy} onClick={() => onMake(true)}>
          {t('guidance.records.makeAndSign')}
        </Button>
      </Group>
    </div>
  );
};
