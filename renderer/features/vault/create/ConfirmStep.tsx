import { Group, TextInput } from '@mantine/core';
import { maxRecoveryGroup } from '@shared/contract/vault.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Working } from '../Working.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { Made } from './wizard.ts';

/** Asks two groups back from the sheet; when they fit, the vault opens. */
export const ConfirmStep = ({ made, onBack }: { readonly made: Made; readonly onBack: () => void }) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [answers, setAnswers] = useState<readonly [string, string]>(['', '']);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);

  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const opened = await rpc.call('vault.confirmRecovery', { vaultId: made.vaultId, answers: [...answers] });
    if (opened.ok) return;
    setBusy(false);
    setError(opened.error);
  };
  const field = (index: 0 | 1) => (
    <TextInput
      label={t('vault.group', { number: made.askedGroups[index] + 1 })}
      value={answers[index]}
      maxLength={maxRecoveryGroup}
      disabled={busy}
      onChange={(event) => {
        const text = event.currentTarget.value.toUpperCase();
        setAnswers(index === 0 ? [text, answers[1]] : [answers[0], text]);
      }}
      autoComplete="off"
      spellCheck={false}
      autoFocus={index === 0}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
    />
  );
  return (
    <StepFrame
      step="confirm"
      onBack={onBack}
      onNext={() => void confirm()}
      nextLabel={t('vault.openNew')}
      nextDisabled={answers.some((answer) => answer.trim() === '')}
      busy={busy}
    >
      <Group grow align="flex-start">
        {field(0)}
        {field(1)}
      </Group>
      {busy && <Working text={t('vault.opening')} />}
      {error !== null && <ErrorNotice error={error} />}
    </StepFrame>
  );
};
