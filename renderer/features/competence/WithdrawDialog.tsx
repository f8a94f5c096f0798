import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { maxRemark } from '@shared/contract/fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/draft.ts';
import type { Failure } from '../../lib/failure-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../ui/ReturnFocus.tsx';
import { SaveState } from '../../ui/SaveState.tsx';

export interface WithdrawDialogProps {
  /** Where the reason is kept while it is typed. */
  readonly draftOf: { readonly kind: 'learningWithdrawal' | 'versionWithdrawal'; readonly subjectKey: string };
  readonly title: string;
  /** What stays and what changes by it. */
  readonly text: string;
  readonly busy: boolean;
  readonly error: Failure | null;
  /** Takes it back; false when it was refused: then the reason stays. */
  readonly onWithdraw: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Takes something back, with its reason: it stays readable and counts no more. */
export const WithdrawDialog = ({ draftOf, title, text, busy, error, onWithdraw, onClose }: WithdrawDialogProps) => {
  const { t } = useTranslation();
  const draft = useDraft({ ...draftOf, caseId: null, initial: { reason: '' } });
  const { reason } = draft.value;
  const withdraw = async (): Promise<void> => {
    if (!(await onWithdraw(reason.trim()))) return;
    await draft.discard();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{text}</Text>
        <Textarea
          label={t('competence.reason')}
          required
          autosize
          maxLength={maxRemark}
          value={reason}
          disabled={!draft.ready}
          onChange={(event) => draft.setValue({ reason: event.currentTarget.value })}
        />
        {error !== null && <ErrorNotice error={error} />}
        <SaveState draft={draft} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" disabled={reason.trim() === ''} loading={busy} onClick={() => void withdraw()}>
            {t('competence.withdraw')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
