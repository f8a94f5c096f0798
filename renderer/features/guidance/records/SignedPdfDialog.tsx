import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { PaperButtons } from '../../../ui/PaperButtons.tsx';
import { PdfView } from '../../../ui/viewer/PdfView.tsx';

export interface SignedPdfDialogProps {
  readonly documentId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** The signed PDF of a record, to look at and to save outside of the vault. */
export const SignedPdfDialog = ({ documentId, title, onClose }: SignedPdfDialogProps) => {
  const { t } = useTranslation();
  const saving = useCommand('documents.export');
  return (
    <Modal opened onClose={onClose} size={860} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <PaperButtons print={null} saving={saving} onSave={() => saving.run({ documentIds: [documentId] })}>
        <Text size="sm" c="dimmed">
          {t('cases.documents.uncertified')}
        </Text>
      </PaperButtons>
      <PdfView source={{ documentId }} height="62vh" />
    </Modal>
  );
};
