import { Button, Group, Modal, Text } from '@mantine/core';
import { useRef } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { discardReceivedDraft } from '../../../lib/received-draft.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';

/** A draft that waits for the holder's signature. */
export type ReceivedDraft = Output<'exchange.drafts'>[number];

export interface DeclineDialogProps {
  readonly draft: ReceivedDraft;
  readonly onClose: () => void;
}

/** Asks before a received draft is taken off the list unsigned. */
export const DeclineDialog = ({ draft, onClose }: DeclineDialogProps) => {
  const { t, actName, peerName } = useExchangeTexts();
  const rpc = useRpc();
  const notice = useNotice();
  const settle = useCommand('exchange.settleDraft');
  const isGone = useRef(false);
  const decline = async (): Promise<void> => {
    const answer = await settle.run({ draftId: draft.draftId, state: 'declined' });
    if (!answer.ok) return;
    await discardReceivedDraft(rpc, draft);
    isGone.current = true;
    notice(t('exchange.declined'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('exchange.declineTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus isGone={isGone} />
      <Text fw={600}>{t('exchange.draftName', { act: actName(draft.type), name: draft.employeeName })}</Text>
      <Text>{t('exchange.declineText', { name: peerName(draft.from) })}</Text>
      {settle.error !== null && <ErrorNotice error={settle.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={settle.busy} onClick={() => void decline()}>
          {t('exchange.decline')}
        </Button>
      </Group>
    </Modal>
  );
};
