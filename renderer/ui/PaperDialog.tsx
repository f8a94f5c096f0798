import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../lib/query.ts';
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

/** Shows a prepared paper with print and export; `prepared` null: closed. */
export const PaperDialog = ({ prepared, onClose }: PaperDialogProps) => {
  const { t } = useTranslation();
  const saving = useCommand('documents.exportView');
  const viewId = prepared?.viewId ?? '';
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
          <PaperButtons print={{ viewId }} saving={saving} onSave={() => saving.run({ viewId })} />
          <PdfView source={{ viewId }} height="62vh" />
        </>
      )}
    </Modal>
  );
};
