import { Button, Group, Modal } from '@mantine/core';
import type { ActInput } from '@shared/contract/case.ts';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { useReauthentication } from '../../../ui/Reauthentication.tsx';
import { PdfView } from '../../../ui/viewer/PdfView.tsx';
import { useCaseTexts } from '../texts.ts';

/** A form made to look at, print or export; it carries no signature. */
export interface PreparedForm {
  readonly viewId: string;
  readonly title: string;
}

export interface FormDialogProps {
  readonly prepared: PreparedForm | null;
  readonly onClose: () => void;
}

/** Shows a prepared form with print and export; `prepared` null: closed. */
export const FormDialog = ({ prepared, onClose }: FormDialogProps) => {
  const { t } = useCaseTexts();
  const print = useCommand('documents.print');
  const save = useCommand('documents.exportView');
  const reauthenticate = useReauthentication();
  const notice = useNotice();
  const viewId = prepared?.viewId ?? '';
  const exportIt = async (): Promise<void> => {
    const token = await reauthenticate('documents.exportView');
    if (token === null) return;
    const answer = await save.run({ viewId }, token);
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

/** Makes a printable form: blank (`draft` null) or prefilled from what is typed. */
export const usePrepareForm = () => {
  const { run, busy, error } = useCommand('documents.prepare');
  const prepare = async (form: string, caseId: string | null, draft: ActInput | null): Promise<string | null> => {
    const answer = await run({ form, caseId, draft });
    return answer.ok ? answer.value.viewId : null;
  };
  return { prepare, busy, error };
};
