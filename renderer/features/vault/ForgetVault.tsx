import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../lib/error-text.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import type { VaultEntry } from './parts.ts';

export interface ForgetVaultProps {
  readonly vault: VaultEntry;
  readonly onForgotten: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks before a vault is taken off the list; its files stay. */
export const ForgetVault = ({ vault, onForgotten, onCancel }: ForgetVaultProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [error, setError] = useState<Failure | null>(null);
  const forget = async (): Promise<void> => {
    const done = await rpc.call('vault.forget', { vaultId: vault.vaultId });
    if (done.ok) await onForgotten();
    else setError(done.error);
  };
  return (
    <Alert variant="light" color="gray" title={t('vault.forgetTitle', { label: vault.label })} role="alertdialog">
      <Text>{t('vault.forgetText')}</Text>
      <Group mt="xs" gap="xs">
        <Button size="compact-md" onClick={() => void forget()}>
          {t('vault.forget')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel} autoFocus>
          {t('common.cancel')}
        </Button>
      </Group>
      {error !== null && <ErrorNotice error={error} />}
    </Alert>
  );
};
