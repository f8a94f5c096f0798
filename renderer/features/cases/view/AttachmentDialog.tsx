import { Modal } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';
import { useCommand } from '../../../lib/query.ts';
import { PaperButtons } from '../../../ui/PaperButtons.tsx';
import { FileView } from '../../../ui/viewer/FileView.tsx';
import { useCaseTexts } from '../texts.ts';

export interface AttachmentDialogProps {
  readonly file: AttachmentRef | null;
  readonly onClose: () => void;
}

/** An attachment shown inside the window; leaving it is a deliberate export. */
export const AttachmentDialog = ({ file, onClose }: AttachmentDialogProps) => {
  const { t } = useCaseTexts();
  const saving = useCommand('attachments.export');
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
          <PaperButtons print={null} saving={saving} onSave={() => saving.run({ attachmentId: file.attachmentId })} />
          <FileView file={file} store="records" />
        </>
      )}
    </Modal>
  );
};
