import { Button, Group, Loader, Modal, Stack, Text, Textarea } from '@mantine/core';
import { draftText } from '@shared/domain/draft/text.ts';
import { IconCopy } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../lib/query.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useNotice } from './notice.ts';
import { ReturnFocus } from './ReturnFocus.tsx';

export interface DraftTextProps {
  readonly draftId: string;
  readonly name: string;
  /** Why no form goes on with it. */
  readonly reason: string;
  readonly onClose: () => void;
}

/** A draft that no form takes any more: its text to copy, until the person throws it away. */
export const DraftText = ({ draftId, name, reason, onClose }: DraftTextProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const draft = useQueryCall('drafts.get', { draftId });
  const discard = useCommand('drafts.discard');
  const area = useRef<HTMLTextAreaElement>(null);
  const isGone = useRef(false);
  const copy = (): void => {
    area.current?.select();
    // The page has no permission to write the clipboard by itself; it may copy what is selected.
    if (document.execCommand('copy')) notice(t('home.draft.copied'));
  };
  const throwAway = async (): Promise<void> => {
    const answer = await discard.run({ draftId });
    if (!answer.ok) return;
    isGone.current = true;
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={name} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ReturnFocus isGone={isGone} />
      <Stack gap="sm">
        <Text>{reason}</Text>
        {draft.error !== null && <ErrorNotice error={draft.error} />}
        {draft.data === undefined && !draft.error && <Loader aria-label={t('common.loading')} />}
        {draft.data !== undefined && (
          <Textarea
            ref={area}
            label={t('home.draft.text')}
            readOnly
            autosize
            minRows={4}
            maxRows={14}
            value={draftText(draft.data.content)}
          />
        )}
        {discard.error !== null && <ErrorNotice error={discard.error} />}
        <Group justify="space-between">
          <Button variant="subtle" color="gray" loading={discard.busy} onClick={() => void throwAway()}>
            {t('common.discardDraft')}
          </Button>
          <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
            {t('home.draft.copy')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
