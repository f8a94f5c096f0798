import './styles.ts';
import { useState } from 'react';
import type { FolderWarning } from '../parts.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { PassphraseStep } from './PassphraseStep.tsx';
import { PersonStep } from './PersonStep.tsx';
import { PlaceStep } from './PlaceStep.tsx';
import { RolesStep } from './RolesStep.tsx';
import { SheetStep } from './SheetStep.tsx';
import { emptyPlan, type Made, type Plan, proposeLabel, type Step, steps } from './wizard.ts';

/** Makes a vault: who, which roles, where, passphrase; then the recovery code, two groups of it asked back. */
export const CreateVault = ({ onBack }: { readonly onBack: () => void }) => {
  const [step, setStep] = useState<Step>('person');
  const [plan, setPlan] = useState<Plan>(emptyPlan);
  const [made, setMade] = useState<{ readonly made: Made; readonly warnings: readonly FolderWarning[] } | null>(null);
  const change = (part: Partial<Plan>): void => setPlan((current) => ({ ...current, ...part }));
  const move = (by: number): void => setStep(steps[steps.indexOf(step) + by] ?? step);
  const common = { plan, onChange: change, onBack: () => move(-1), onNext: () => move(1) };

  if (made !== null) {
    return step === 'confirm' ? (
      <ConfirmStep made={made.made} onBack={() => setStep('sheet')} />
    ) : (
      <SheetStep {...made} onNext={() => setStep('confirm')} />
    );
  }
  if (step === 'person') {
    const next = (): void => {
      if (plan.label === '') change({ label: proposeLabel(plan.person.name) });
      setStep('roles');
    };
    return <PersonStep {...common} onBack={onBack} onNext={next} />;
  }
  if (step === 'roles') return <RolesStep {...common} />;
  if (step === 'place') return <PlaceStep {...common} />;
  return (
    <PassphraseStep
      {...common}
      onMade={(result, warnings) => {
        change({ passphrase: '' });
        setMade({ made: result, warnings });
        setStep('sheet');
      }}
    />
  );
};
