import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';

export interface AskDialogProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** A message to whoever sealed or signed it, to be copied: it tells nothing of the file. */
export const AskDialog = ({ text, onClose }: AskDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = (): void => {
    area.current?.select();
    // The page has no permission to write the clipboard by itself; it may copy what is selected.
    if (document.execCommand('copy')) notice(t('home.draft.copied'));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('review.askTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{t('review.askIntro')}</Text>
        <Textarea ref={area} label={t('review.askTitle')} readOnly autosize minRows={4} maxRows={14} value={text} />
        <Group justify="flex-end">
          <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
            {t('home.draft.copy')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
