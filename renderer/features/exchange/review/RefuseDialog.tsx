import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { refusalOf } from './refusal-draft.ts';

export interface RefuseDialogProps {
  readonly itemId: string;
  readonly busy: boolean;
  readonly onRefuse: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for a reason, if any, before a held package is refused. */
export const RefuseDialog = ({ itemId, busy, onRefuse, onClose }: RefuseDialogProps) => {
  const { t } = useTranslation();
  const draft = useDraft({ ...refusalOf(itemId), initial: { reason: '' } });
  const { reason } = draft.value;
  // What is still unsaved would be written when the dialog closes, after the draft was thrown away.
  const refuse = async (): Promise<void> => {
    await draft.flush();
    onRefuse(reason.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('review.refuseTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Text mb="sm">{t('review.follows.refuse')}</Text>
      <TextInput
        data-autofocus
        label={t('review.reasonLabel')}
        description={t('review.reasonHint')}
        maxLength={maxLine}
        value={reason}
        disabled={!draft.ready}
        onChange={(event) => draft.setValue({ reason: event.currentTarget.value })}
      />
      <SaveState draft={draft} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={busy} disabled={!draft.ready} onClick={() => void refuse()}>
          {t('review.choice.refuse')}
        </Button>
      </Group>
    </Modal>
  );
};
