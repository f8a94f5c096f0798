import { Button, Modal } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../lib/query.ts';
import { useNotice } from './notice.ts';
import { PaperButtons } from './PaperButtons.tsx';
import { PdfView } from './viewer/PdfView.tsx';

/** A paper made to look at, print or export; it carries no signature. */
export interface PreparedPaper {
  readonly viewId: string;
  readonly title: string;
}

export interface PaperDialogProps {
  readonly prepared: PreparedPaper | null;
  readonly onClose: () => void;
}

/** Shows a prepared paper with print and export, also as a DOCX for an office's own system; `prepared` null: closed. */
export const PaperDialog = ({ prepared, onClose }: PaperDialogProps) => {
  const { t } = useTranslation();
  const saving = useCommand('documents.exportView');
  const notice = useNotice();
  const viewId = prepared?.viewId ?? '';
  const saveDocx = async (): Promise<void> => {
    const answer = await saving.run({ viewId, format: 'docx' });
    if (answer.ok && answer.value.saved) notice(t('common.exported'));
  };
  return (
    <Modal
      opened={prepared !== null}
      onClose={onClose}
      size={860}
      title={prepared?.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {prepared !== null && (
        <>
          <PaperButtons print={{ viewId }} saving={saving} onSave={() => saving.run({ viewId })}>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconFileTypeDocx size={16} aria-hidden />}
              loading={saving.busy}
              onClick={() => void saveDocx()}
            >
              {t('common.exportDocx')}
            </Button>
          </PaperButtons>
          <PdfView source={{ viewId }} height="62vh" />
        </>
      )}
    </Modal>
  );
};
