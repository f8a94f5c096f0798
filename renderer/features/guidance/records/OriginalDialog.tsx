import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PdfView } from '../../../ui/viewer/PdfView.tsx';

export interface OriginalDialogProps {
  readonly attachmentId: string;
  readonly title: string;
  /** In whose vault it was printed. */
  readonly printedBy: string;
  readonly onClose: () => void;
}

/** The original as far as it has gone round, as it came: to be read before it is signed. */
export const OriginalDialog = ({ attachmentId, title, printedBy, onClose }: OriginalDialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size={860} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Text size="sm" mb="xs">
        {t('guidance.records.original.printedBy', { name: printedBy })}
      </Text>
      <PdfView source={{ store: 'records', attachmentId }} height="62vh" />
    </Modal>
  );
};
