import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { RecoveryAnswers } from '../../../ui/RecoveryAnswers.tsx';
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
  return (
    <StepFrame
      step="confirm"
      onBack={onBack}
      onNext={() => void confirm()}
      nextLabel={t('vault.openNew')}
      nextDisabled={answers.some((answer) => answer.trim() === '')}
      busy={busy}
    >
      <RecoveryAnswers asked={made.askedGroups} answers={answers} disabled={busy} autoFocus onChange={setAnswers} />
      {busy && <Working text={t('vault.opening')} />}
      {error !== null && <ErrorNotice error={error} />}
    </StepFrame>
  );
};
