import '../create/styles.ts';
import { useState } from 'react';
import type { ReadInvitation } from '../choose-file.ts';
import { MadeVault, type MadeVaultProps } from '../create/MadeVault.tsx';
import { PassphraseStep } from '../create/PassphraseStep.tsx';
import { emptyPlan, invitedSteps, type Plan, proposeLabel, StepsProvider } from '../create/wizard.ts';
import { InvitedStep } from './InvitedStep.tsx';

export interface InvitedVaultProps {
  readonly invitation: ReadInvitation;
  readonly onBack: () => void;
}

/** Makes a vault of an invitation: look and compare ten words, passphrase, recovery sheet. */
export const InvitedVault = ({ invitation, onBack }: InvitedVaultProps) => {
  const { says, token } = invitation;
  const [compared, setCompared] = useState(false);
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
    if (!compared) {
      return <InvitedStep plan={plan} says={says} onChange={change} onBack={onBack} onNext={() => setCompared(true)} />;
    }
    return (
      <PassphraseStep
        plan={plan}
        onChange={change}
        onBack={() => setCompared(false)}
        onMade={(result, warnings) => {
          change({ passphrase: '' });
          setMade({ made: result, warnings });
        }}
      />
    );
  };
  return <StepsProvider value={invitedSteps}>{step()}</StepsProvider>;
};
