import { Button } from '@mantine/core';
import type { ActInput, AvailableAct } from '@shared/contract/case.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useCaseTexts } from '../texts.ts';
import { SendDraftDialog } from './SendDraftDialog.tsx';

export interface SendDraftProps {
  readonly act: ActInput;
  readonly available: Pick<AvailableAct, 'capacities'>;
  readonly attachments: readonly AttachmentRef[];
  /** Nothing else can be done with the form now. */
  readonly isMain: boolean;
}

/** Officers draft what others sign: sends the draft as a sealed package. */
export const SendDraft = ({ act, available, attachments, isMain }: SendDraftProps) => {
  const { t } = useCaseTexts();
  const [open, setOpen] = useState(false);
  const { caseId } = act;
  if (caseId === null) return null;
  return (
    <>
      <Button
        variant={isMain ? 'filled' : 'default'}
        leftSection={<IconMailForward size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('exchange.sendDraft')}
      </Button>
      {open && (
        <SendDraftDialog
          act={act}
          caseId={caseId}
          capacities={available.capacities}
          attachments={attachments}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
