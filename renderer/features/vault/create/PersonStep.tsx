import { useState } from 'react';
import { PersonFields, personProblems } from '../../../ui/form/PersonFields.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { Plan } from './wizard.ts';

export interface PlanStepProps {
  readonly plan: Plan;
  readonly onChange: (part: Partial<Plan>) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Who the vault belongs to. */
export const PersonStep = ({ plan, onChange, onBack, onNext }: PlanStepProps) => {
  const [tried, setTried] = useState(false);
  const next = (): void => (Object.keys(personProblems(plan.person)).length === 0 ? onNext() : setTried(true));
  return (
    <StepFrame step="person" onBack={onBack} onNext={next}>
      <PersonFields value={plan.person} onChange={(person) => onChange({ person })} showProblems={tried} />
    </StepFrame>
  );
};
