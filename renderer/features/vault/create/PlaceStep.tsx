import { useState } from 'react';
import type { PlanStepProps } from './PersonStep.tsx';
import { isNameless, PlaceChoice } from './PlaceChoice.tsx';
import { StepFrame } from './StepFrame.tsx';

/** Name and place of the vault. */
export const PlaceStep = ({ plan, onChange, onBack, onNext }: PlanStepProps) => {
  const [tried, setTried] = useState(false);
  return (
    <StepFrame step="place" onBack={onBack} onNext={() => (isNameless(plan) ? setTried(true) : onNext())}>
      <PlaceChoice plan={plan} onChange={onChange} showProblems={tried} />
    </StepFrame>
  );
};
