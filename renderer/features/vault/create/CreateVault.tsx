import './styles.ts';
import { useState } from 'react';
import { BackupStep } from './BackupStep.tsx';
import { MadeVault, type MadeVaultProps } from './MadeVault.tsx';
import { PassphraseStep } from './PassphraseStep.tsx';
import { PersonStep } from './PersonStep.tsx';
import { PlaceStep } from './PlaceStep.tsx';
import { RolesStep } from './RolesStep.tsx';
import { emptyPlan, type ownSteps, type Plan, proposeLabel } from './wizard.ts';

type Typing = Exclude<(typeof ownSteps)[number], 'sheet' | 'confirm'>;
const typing: readonly Typing[] = ['person', 'roles', 'place', 'backup', 'passphrase'];

/** Makes a vault: who, which roles, where, passphrase; then the recovery code, two groups of it asked back. */
export const CreateVault = ({ onBack }: { readonly onBack: () => void }) => {
  const [step, setStep] = useState<Typing>('person');
  const [plan, setPlan] = useState<Plan>(emptyPlan);
  const [made, setMade] = useState<MadeVaultProps | null>(null);
  const change = (part: Partial<Plan>): void => setPlan((current) => ({ ...current, ...part }));
  const move = (by: number): void => setStep(typing[typing.indexOf(step) + by] ?? step);
  const common = { plan, onChange: change, onBack: () => move(-1), onNext: () => move(1) };

  if (made !== null) return <MadeVault {...made} />;
  if (step === 'person') {
    const next = (): void => {
      if (plan.label === '') change({ label: proposeLabel(plan.person.name) });
      setStep('roles');
    };
    return <PersonStep {...common} onBack={onBack} onNext={next} />;
  }
  if (step === 'roles') return <RolesStep {...common} />;
  if (step === 'place') return <PlaceStep {...common} />;
  if (step === 'backup') return <BackupStep {...common} />;
  return (
    <PassphraseStep
      {...common}
      onMade={(result, warnings) => {
        change({ passphrase: '' });
        setMade({ made: result, warnings });
      }}
    />
  );
};
