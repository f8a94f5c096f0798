import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../lib/error-text.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Card } from './Card.tsx';
import { FolderWarnings } from './FolderWarnings.tsx';
import { ForgetVault } from './ForgetVault.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import type { VaultEntry, VaultList } from './parts.ts';
import { useAddVault } from './use-add-vault.ts';
import { type ReadInvitation, useInvitation } from './use-invitation.ts';
import { VaultChoice } from './VaultChoice.tsx';
import { Working } from './Working.tsx';

export interface UnlockVaultProps {
  readonly list: VaultList;
  readonly onReload: () => Promise<void>;
  readonly onCreate: () => void;
  readonly onInvited: (invitation: ReadInvitation) => void;
  readonly onRecover: (vault: VaultEntry) => void;
}

interface LinkProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled: boolean;
}

const Link = ({ label, onClick, disabled }: LinkProps) => (
  <Anchor component="button" type="button" size="sm" disabled={disabled} onClick={onClick}>
    {label}
  </Anchor>
);

/** Chooses a known vault and opens it by its passphrase. */
export const UnlockVault = ({ list, onReload, onCreate, onInvited, onRecover }: UnlockVaultProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [chosenId, setChosenId] = useState(list.lastVaultId);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const added = useAddVault(async (vaultId) => {
    await onReload();
    setChosenId(vaultId);
    setError(null);
  });
  const invitation = useInvitation(onInvited);
  useEffect(() => {
    if (error !== null) field.current?.focus();
  }, [error]);
  const vault = list.vaults.find(({ vaultId }) => vaultId === chosenId) ?? list.vaults[0];
  if (vault === undefined) return null;

  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return field.current?.focus();
    setBusy(true);
    setError(null);
    const opened = await rpc.call('vault.unlock', { vaultId: vault.vaultId, passphrase });
    setPassphrase('');
    if (opened.ok) return;
    setBusy(false);
    setError(opened.error);
  };
  const choose = (vaultId: string): void => {
    setChosenId(vaultId);
    setError(null);
    field.current?.focus();
  };
  const askToForget = (): void => {
    setError(null);
    setForgetting(true);
  };
  const forgotten = async (): Promise<void> => {
    setForgetting(false);
    setChosenId(null);
    await onReload();
  };

  return (
    <Card title={t('vault.unlockTitle')}>
      <form onSubmit={(event) => void unlock(event)}>
        <Stack gap="sm">
          <VaultChoice vaults={list.vaults} chosen={vault} onChoose={choose} disabled={busy} />
          <FolderWarnings warnings={vault.warnings} />
          <PassphraseField
            label={t('common.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            inputRef={field}
            disabled={busy}
            autoFocus
          />
          {busy ? (
            <Working text={t('vault.unlocking')} onCancel={() => void rpc.call('vault.lock', {})} />
          ) : (
            <Button type="submit">{t('vault.unlock')}</Button>
          )}
          {error !== null && (
            <ErrorNotice error={error}>
              <Text size="sm" c="dimmed">
                {vault.label} · {vault.location}
              </Text>
            </ErrorNotice>
          )}
        </Stack>
      </form>
      {forgetting ? (
        <ForgetVault vault={vault} onForgotten={forgotten} onCancel={() => setForgetting(false)} />
      ) : (
        <Stack gap="xs" mt="lg" align="stretch">
          <Link label={t('vault.forgotten')} disabled={busy} onClick={() => onRecover(vault)} />
          <Group justify="space-between" gap="xs">
            <Link label={t('vault.addExisting')} disabled={busy || added.busy} onClick={() => void added.add()} />
            <Link label={t('vault.create')} disabled={busy} onClick={onCreate} />
          </Group>
          <Group justify="space-between" gap="xs">
            <Link label={t('vault.forget')} disabled={busy} onClick={askToForget} />
            <Link
              label={t('vault.openInvitation')}
              disabled={busy || invitation.busy}
              onClick={() => void invitation.open()}
            />
          </Group>
        </Stack>
      )}
      {added.error !== null && <ErrorNotice error={added.error} />}
      {invitation.error !== null && <ErrorNotice error={invitation.error} />}
    </Card>
  );
};
