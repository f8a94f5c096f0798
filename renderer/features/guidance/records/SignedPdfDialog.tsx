import { Button, Group, Modal, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { PdfView } from '../../../ui/viewer/PdfView.tsx';

export interface SignedPdfDialogProps {
  readonly documentId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** The signed PDF of a record, to look at and to save outside of the vault. */
export const SignedPdfDialog = ({ documentId, title, onClose }: SignedPdfDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const save = useCommand('documents.export');
  const exportIt = async (): Promise<void> => {
    const answer = await save.run({ documentIds: [documentId] });
    if (answer.ok && answer.value.saved) notice(t('cases.exported'));
  };
  return (
    <Modal opened onClose={onClose} size={860} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Group mb="xs">
        <Button
          variant="default"
          leftSection={<IconFileExport size={16} aria-hidden />}
          loading={save.busy}
          onClick={() => void exportIt()}
        >
          {t('common.export')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('cases.documents.uncertified')}
        </Text>
      </Group>
      {save.error !== null && <ErrorNotice error={save.error} />}
      <PdfView source={{ documentId }} height="62vh" />
    </Modal>
  );
};
