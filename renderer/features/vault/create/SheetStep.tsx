import { Button, Checkbox } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { RecoveryGroups } from '../../../ui/RecoveryGroups.tsx';
import { FolderWarnings } from '../FolderWarnings.tsx';
import type { FolderWarning } from '../parts.ts';
import { StepFrame } from './StepFrame.tsx';
import type { Made } from './wizard.ts';

export interface SheetStepProps {
  readonly made: Made;
  readonly warnings: readonly FolderWarning[];
  readonly onNext: () => void;
}

/** The recovery code, once: to print or to write down. */
export const SheetStep = ({ made, warnings, onNext }: SheetStepProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [printing, setPrinting] = useState(false);
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<Failure | null>(null);

  const print = async (): Promise<void> => {
    setPrinting(true);
    setError(null);
    const printed = await rpc.call('vault.printRecoverySheet', { vaultId: made.vaultId });
    setPrinting(false);
    if (!printed.ok) setError(printed.error);
    else if (printed.value.printed) setKept(true);
  };

  return (
    <StepFrame step="sheet" onNext={onNext} nextDisabled={!kept}>
      <FolderWarnings warnings={warnings} />
      <RecoveryGroups groups={made.recoveryGroups} />
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} aria-hidden />}
        loading={printing}
        onClick={() => void print()}
      >
        {t('vault.printSheet')}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
      <Checkbox
        label={t('vault.sheetKept')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
    </StepFrame>
  );
};
