import './create/styles.ts';
import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../lib/failure-text.ts';
import { useFormat } from '../../lib/format.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Card } from './Card.tsx';
import type { ReadBackup } from './choose-file.ts';
import { isNameless, PlaceChoice } from './create/PlaceChoice.tsx';
import type { Plan } from './create/wizard.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { RecoveryCodeFields } from './RecoveryCodeFields.tsx';
import { groupLengths, isComplete } from './recovery-groups.ts';
import { Working } from './Working.tsx';

export interface RestoreVaultProps {
  readonly backup: ReadBackup;
  readonly onBack: () => void;
}

type By = 'passphrase' | 'sheet';

/** Makes a vault of a backup: which one, where to, and by passphrase or recovery sheet. */
export const RestoreVault = ({ backup, onBack }: RestoreVaultProps) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const rpc = useRpc();
  const [plan, setPlan] = useState<Pick<Plan, 'label' | 'parent'>>({ label: '', parent: null });
  const [by, setBy] = useState<By>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [groups, setGroups] = useState<readonly string[]>(() => groupLengths.map(() => ''));
  const [isStrong, setStrong] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const ready = by === 'passphrase' ? passphrase !== '' : isStrong && isComplete(groups);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!ready || isNameless(plan)) return;
    setBusy(true);
    setError(null);
    const restored = await rpc.call('vault.restore', {
      fileToken: backup.token,
      parentToken: plan.parent?.token ?? null,
      label: plan.label.trim(),
      secret:
        by === 'passphrase' ? { kind: by, passphrase } : { kind: by, code: groups.join(''), newPassphrase: passphrase },
    });
    if (restored.ok) return;
    setBusy(false);
    setError(restored.error);
  };
  const change = (next: string): void => {
    setBy(next as By);
    setPassphrase('');
  };

  return (
    <Card title={t('vault.restoreTitle')} intro={t('vault.restoreIntro')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Text fw={600}>{t('vault.restoreOf', { when: dateTime(backup.says.madeAt) })}</Text>
          {!backup.says.hasNotes && <Alert variant="light">{t('vault.restoreWithoutNotes')}</Alert>}
          {backup.says.newerByOtherKey !== null && (
            <Alert variant="light" color="amber" title={t('vault.restoreFormer.title')}>
              {t('vault.restoreFormer.text', { when: dateTime(backup.says.newerByOtherKey) })}
            </Alert>
          )}
          {backup.says.opened.map(({ label, at }) => (
            <Alert key={`${label} ${at}`} variant="light" color="amber" title={t('vault.restoreNewer.title')}>
              {t('vault.restoreNewer.text', { label, when: dateTime(at) })}
            </Alert>
          ))}
          <PlaceChoice
            plan={plan}
            onChange={(part) => setPlan((current) => ({ ...current, ...part }))}
            showProblems={tried}
          />
          <Radio.Group label={t('vault.restoreBy')} value={by} onChange={change}>
            <Stack gap="xs" mt="xs">
              <Radio value="passphrase" label={t('vault.restoreByPassphrase')} disabled={busy} />
              <Radio value="sheet" label={t('vault.restoreBySheet')} disabled={busy} />
            </Stack>
          </Radio.Group>
          {by === 'passphrase' ? (
            <PassphraseField
              label={t('vault.restorePassphrase')}
              value={passphrase}
              onChange={setPassphrase}
              disabled={busy}
            />
          ) : (
            <>
              <RecoveryCodeFields groups={groups} onChange={setGroups} disabled={busy} />
              <NewPassphrase
                value={passphrase}
                onChange={setPassphrase}
                context={[plan.label]}
                onReady={setStrong}
                disabled={busy}
              />
            </>
          )}
          <Text size="sm" c="dimmed">
            {t('vault.restoreOnce')}
          </Text>
          {error !== null && <ErrorNotice error={error} />}
          {busy && <Working text={t('vault.restoring')} onCancel={() => void rpc.call('vault.cancelRestore', {})} />}
          <Group justify="space-between">
            <Button variant="default" disabled={busy} onClick={onBack}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              {t('vault.recover')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
};
