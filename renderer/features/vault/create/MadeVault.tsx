import { useState } from 'react';
import type { FolderWarning } from '../parts.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { SheetStep } from './SheetStep.tsx';
import type { Made } from './wizard.ts';

export interface MadeVaultProps {
  readonly made: Made;
  readonly warnings: readonly FolderWarning[];
}

/** The vault is made: its recovery code, then two groups of it asked back, after which it opens. */
export const MadeVault = ({ made, warnings }: MadeVaultProps) => {
  const [confirming, setConfirming] = useState(false);
  return confirming ? (
    <ConfirmStep made={made} onBack={() => setConfirming(false)} />
  ) : (
    <SheetStep made={made} warnings={warnings} onNext={() => setConfirming(true)} />
  );
};
