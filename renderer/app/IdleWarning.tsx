import { Button, Dialog, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRpc } from '../lib/rpc-context.ts';

/** Warns before the vault locks because nobody seems to be there; any key or pointer keeps it open. */
export const IdleWarning = () => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => rpc.onEvent((event) => event.event === 'idleWarning' && setSeconds(event.secondsLeft)), [rpc]);
  useEffect(() => {
    if (seconds === null) return;
    const away = (): void => setSeconds(null);
    const tick = setTimeout(() => setSeconds(seconds > 1 ? seconds - 1 : null), 1000);
    for (const sign of ['keydown', 'pointerdown', 'pointermove']) window.addEventListener(sign, away);
    return () => {
      clearTimeout(tick);
      for (const sign of ['keydown', 'pointerdown', 'pointermove']) window.removeEventListener(sign, away);
    };
  }, [seconds]);
  return (
    <Dialog opened={seconds !== null} withBorder role="alertdialog" aria-label={t('app.idleTitle')}>
      <Text fw={600}>{t('app.idleTitle')}</Text>
      <Text size="sm">{t('app.idleText', { seconds: seconds ?? 0 })}</Text>
      <Group justify="flex-end" mt="xs">
        <Button size="compact-md" onClick={() => setSeconds(null)}>
          {t('app.idleStay')}
        </Button>
      </Group>
    </Dialog>
  );
};
