import { Button } from '@mantine/core';
import type { ActInput, AvailableAct } from '@shared/contract/case.ts';
import { preparesForOthers } from '@shared/domain/case/available-acts.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import type { Holder } from '../../../lib/holder.ts';
import { useCaseTexts } from '../texts.ts';
import { SendDraftDialog } from './SendDraftDialog.tsx';

export interface SendDraftProps {
  readonly act: ActInput;
  readonly available: Pick<AvailableAct, 'capacities' | 'ownCapacities'>;
  readonly holder: Pick<Holder, 'roles'>;
  readonly attachments: readonly AttachmentRef[];
}

/** Officers draft what others sign: sends the draft as a sealed package. Nothing for who may sign here. */
export const SendDraft = ({ act, available, holder, attachments }: SendDraftProps) => {
  const { t } = useCaseTexts();
  const [open, setOpen] = useState(false);
  const { caseId } = act;
  const drafts = preparesForOthers(holder.roles, available);
  if (!drafts || caseId === null) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => setOpen(true)}>
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
