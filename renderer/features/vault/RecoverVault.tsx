import './create/styles.ts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../lib/failure-text.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Card } from './Card.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import type { VaultEntry } from './parts.ts';
import { RecoveryCodeFields } from './RecoveryCodeFields.tsx';
import { groupLengths, isComplete } from './recovery-groups.ts';
import { Working } from './Working.tsx';

export interface RecoverVaultProps {
  readonly vault: VaultEntry;
  readonly onBack: () => void;
}

type Check =
  | { readonly state: 'typing' }
  | { readonly state: 'good' }
  | { readonly state: 'bad'; readonly error: Failure };

/** Checks a complete code against its own checksum, at once. */
const useCodeCheck = (groups: readonly string[]): Check => {
  const rpc = useRpc();
  const [check, setCheck] = useState<Check>({ state: 'typing' });
  const code = isComplete(groups) ? groups.join('') : null;
  useEffect(() => {
    let wanted = true;
    setCheck({ state: 'typing' });
    if (code === null) return;
    void rpc.call('vault.checkRecoveryCode', { code }).then((checked) => {
      if (wanted) setCheck(checked.ok ? { state: 'good' } : { state: 'bad', error: checked.error });
    });
    return () => {
      wanted = false;
    };
  }, [rpc, code]);
  return check;
};

/** Opens a vault by its recovery sheet and gives it a new passphrase. */
export const RecoverVault = ({ vault, onBack }: RecoverVaultProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [groups, setGroups] = useState<readonly string[]>(() => groupLengths.map(() => ''));
  const [passphrase, setPassphrase] = useState('');
  const [ready, setReady] = useState(false);
  const [step, setStep] = useState<'code' | 'passphrase'>('code');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const check = useCodeCheck(groups);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (step === 'code') return check.state === 'good' ? setStep('passphrase') : undefined;
    if (!ready) return;
    setBusy(true);
    setError(null);
    const opened = await rpc.call('vault.recover', {
      vaultId: vault.vaultId,
      code: groups.join(''),
      newPassphrase: passphrase,
    });
    if (opened.ok) return;
    setBusy(false);
    setError(opened.error);
    if (opened.error.code.startsWith('recoveryCode')) setStep('code');
  };

  return (
    <Card
      title={t(step === 'code' ? 'vault.recoverTitle' : 'vault.newPassphraseTitle')}
      intro={step === 'code' ? t('vault.recoverIntro', { label: vault.label }) : t('vault.recoverPassphrase')}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {step === 'code' ? (
            <>
              <RecoveryCodeFields groups={groups} onChange={setGroups} disabled={busy} />
              {check.state === 'bad' && <ErrorNotice error={check.error} />}
              <Group gap={6} mih={24} role="status">
                {check.state === 'good' && (
                  <IconCircleCheck size={18} color="var(--mantine-color-success)" aria-hidden />
                )}
                <Text size="sm">{check.state === 'good' ? t('vault.codeGood') : t('vault.codeHint')}</Text>
              </Group>
            </>
          ) : (
            <NewPassphrase
              value={passphrase}
              onChange={setPassphrase}
              context={[vault.label]}
              onReady={setReady}
              disabled={busy}
            />
          )}
          {error !== null && <ErrorNotice error={error} />}
          {busy && <Working text={t('vault.recovering')} />}
          <Group justify="space-between">
            <Button variant="default" disabled={busy} onClick={step === 'code' ? onBack : () => setStep('code')}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={step === 'code' ? check.state !== 'good' : !ready}>
              {t(step === 'code' ? 'common.continue' : 'vault.recover')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
};
