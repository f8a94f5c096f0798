import { Button, Group, Text } from '@mantine/core';
import { settlingReasons } from '@shared/domain/audit/clock.ts';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { AskedNotice } from '../../ui/AskedNotice.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

export interface ClockNoticeProps {
  readonly doubt: NonNullable<Output<'overview.home'>['clock']>;
}

/** Says that the clock jumped against what the vault recorded; a person who knows that it is right now says so. */
export const ClockNotice = ({ doubt: { reads, known } }: ClockNoticeProps) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const state = useCommand('overview.stateClock');
  return (
    <AskedNotice icon={IconClockExclamation} title={t('clock.doubted')}>
      <Text>{t('clock.compared', { reads: date(reads), known: date(known) })}</Text>
      <Text mt="xs">{t('clock.mend')}</Text>
      <Text mt="xs">{t('clock.right')}</Text>
      {state.error !== null && <ErrorNotice error={state.error} />}
      <Group mt="xs">
        {settlingReasons.map((reason) => (
          <Button key={reason} size="compact-md" variant="default" onClick={() => void state.run({ reason })}>
            {t(`clock.reason.${reason}`)}
          </Button>
        ))}
      </Group>
    </AskedNotice>
  );
};
