import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { NewPassphrase } from '../NewPassphrase.tsx';
import type { FolderWarning } from '../parts.ts';
import { Working } from '../Working.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { Made, Plan } from './wizard.ts';

export interface PassphraseStepProps {
  readonly plan: Plan;
  readonly onChange: (part: Partial<Plan>) => void;
  readonly onBack: () => void;
  readonly onMade: (made: Made, warnings: readonly FolderWarning[]) => void;
}

/** The passphrase; then the vault is made. */
export const PassphraseStep = ({ plan, onChange, onBack, onMade }: PassphraseStepProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);

  const create = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const made = await rpc.call('vault.create', {
      parentToken: plan.parent?.token ?? null,
      label: plan.label.trim(),
      passphrase: plan.passphrase,
      identity: { person: plan.person, roles: [...plan.roles], institution: plan.institution },
      invitationToken: plan.invitationToken,
      backup: plan.backup === null || plan.backup === 'declined' ? plan.backup : { folderToken: plan.backup.token },
    });
    setBusy(false);
    if (!made.ok) return setError(made.error);
    const { warnings, ...rest } = made.value;
    onMade(rest, warnings);
  };

  return (
    <StepFrame
      step="passphrase"
      onBack={onBack}
      onNext={() => void create()}
      nextLabel={t('vault.make')}
      nextDisabled={!ready}
      busy={busy}
    >
      <NewPassphrase
        value={plan.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
        context={[plan.person.name, plan.person.nip, plan.person.unit, plan.institution, plan.label]}
        onReady={setReady}
        disabled={busy}
      />
      {busy && <Working text={t('vault.making')} />}
      {error !== null && <ErrorNotice error={error} />}
    </StepFrame>
  );
};
