import { Button, Group, Modal } from '@mantine/core';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../lib/query.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useNotice } from './notice.ts';
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
  const print = useCommand('documents.print');
  const save = useCommand('documents.exportView');
  const notice = useNotice();
  const viewId = prepared?.viewId ?? '';
  const exportIt = async (): Promise<void> => {
    const answer = await save.run({ viewId });
    if (answer.ok && answer.value.saved) notice(t('cases.exported'));
  };
  const failure = print.error ?? save.error;
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
          <Group mb="xs" gap="xs">
            <Button
              leftSection={<IconPrinter size={16} aria-hidden />}
              loading={print.busy}
              onClick={() => void print.run({ source: { viewId } })}
            >
              {t('common.print')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileExport size={16} aria-hidden />}
              loading={save.busy}
              onClick={() => void exportIt()}
            >
              {t('common.export')}
            </Button>
          </Group>
          {failure !== null && <ErrorNotice error={failure} />}
          <PdfView source={{ viewId }} height="62vh" />
        </>
      )}
    </Modal>
  );
};
