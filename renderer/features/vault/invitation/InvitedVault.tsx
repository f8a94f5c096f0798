import '../create/styles.ts';
import { useState } from 'react';
import type { ReadInvitation } from '../choose-file.ts';
import { BackupStep } from '../create/BackupStep.tsx';
import { MadeVault, type MadeVaultProps } from '../create/MadeVault.tsx';
import { PassphraseStep } from '../create/PassphraseStep.tsx';
import { emptyPlan, invitedSteps, type Plan, proposeLabel, StepsProvider } from '../create/wizard.ts';
import { InvitedStep } from './InvitedStep.tsx';

export interface InvitedVaultProps {
  readonly invitation: ReadInvitation;
  readonly onBack: () => void;
}

/** Makes a vault of an invitation: look and compare ten words, place for backups, passphrase, recovery sheet. */
export const InvitedVault = ({ invitation, onBack }: InvitedVaultProps) => {
  const { says, token } = invitation;
  const [at, setAt] = useState<'invited' | 'backup' | 'passphrase'>('invited');
  const [plan, setPlan] = useState<Plan>({
    ...emptyPlan,
    person: says.person,
    roles: says.roles,
    institution: says.institution,
    label: proposeLabel(says.person.name),
    invitationToken: token,
  });
  const [made, setMade] = useState<MadeVaultProps | null>(null);
  const change = (part: Partial<Plan>): void => setPlan((current) => ({ ...current, ...part }));
  const step = () => {
    if (made !== null) return <MadeVault {...made} />;
    const common = { plan, onChange: change };
    if (at === 'invited') {
      return <InvitedStep {...common} says={says} onBack={onBack} onNext={() => setAt('backup')} />;
    }
    if (at === 'backup') {
      return <BackupStep {...common} onBack={() => setAt('invited')} onNext={() => setAt('passphrase')} />;
    }
    return (
      <PassphraseStep
        {...common}
        onBack={() => setAt('backup')}
        onMade={(result, warnings) => {
          change({ passphrase: '' });
          setMade({ made: result, warnings });
        }}
      />
    );
  };
  return <StepsProvider value={invitedSteps}>{step()}</StepsProvider>;
};
