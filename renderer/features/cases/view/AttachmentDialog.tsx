import { Button, Group, Modal } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';
import { IconFileExport } from '@tabler/icons-react';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { FileView } from '../../../ui/viewer/FileView.tsx';
import { useCaseTexts } from '../texts.ts';

export interface AttachmentDialogProps {
  readonly file: AttachmentRef | null;
  readonly onClose: () => void;
}

/** An attachment shown inside the window; leaving it is a deliberate export. */
export const AttachmentDialog = ({ file, onClose }: AttachmentDialogProps) => {
  const { t } = useCaseTexts();
  const save = useCommand('attachments.export');
  const notice = useNotice();
  const exportIt = async (): Promise<void> => {
    if (file === null) return;
    const answer = await save.run({ attachmentId: file.attachmentId });
    if (answer.ok && answer.value.saved) notice(t('cases.exported'));
  };
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      size={860}
      title={file === null ? null : withoutHiddenSigns(file.name)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {file !== null && (
        <>
          <Group mb="xs">
            <Button
              variant="default"
              leftSection={<IconFileExport size={16} aria-hidden />}
              loading={save.busy}
              onClick={() => void exportIt()}
            >
              {t('common.export')}
            </Button>
          </Group>
          {save.error !== null && <ErrorNotice error={save.error} />}
          <FileView file={file} store="records" />
        </>
      )}
    </Modal>
  );
};
