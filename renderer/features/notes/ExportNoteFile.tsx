import { Button, Stack, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useNotice } from '../../ui/notice.ts';

export interface ExportNoteFileProps {
  readonly noteId: string;
  readonly attachmentId: string;
  /** Lets a save that is under way end first: the file belongs to the note from then on. */
  readonly beforeExport: () => Promise<void>;
}

/** The one way out of a private note: its holder saves one of its files outside, warned, by the passphrase. */
export const ExportNoteFile = ({ noteId, attachmentId, beforeExport }: ExportNoteFileProps) => {
  const { t } = useTranslation();
  const save = useCommand('notes.exportFile');
  const notice = useNotice();
  const exportIt = async (): Promise<void> => {
    await beforeExport();
    const answer = await save.run({ noteId, attachmentId });
    if (answer.ok && answer.value.saved) notice(t('notes.fileExported'));
  };
  return (
    <Stack gap={4} mb="sm" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconFileExport size={16} aria-hidden />}
        loading={save.busy}
        onClick={() => void exportIt()}
      >
        {t('notes.exportFile')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('notes.exportFileWarning')}
      </Text>
      {save.error !== null && <ErrorNotice error={save.error} />}
    </Stack>
  );
};
