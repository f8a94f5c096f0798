import { Button, Group } from '@mantine/core';
import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useFormat } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { useCaseTexts } from '../texts.ts';

/** Print (of papers made here) and export of one document; an export asks for the passphrase again. */
export const DocumentButtons = ({ document }: { readonly document: DocumentSummary }) => {
  const { t, documentName } = useCaseTexts();
  const { date } = useFormat();
  const print = useCommand('documents.print');
  const save = useCommand('documents.export');
  const notice = useNotice();
  const named = { kind: documentName(document.kind), date: date(document.createdAt) };
  const exportIt = async (): Promise<void> => {
    const answer = await save.run({ documentIds: [document.documentId] });
    if (answer.ok && answer.value.saved) notice(t('cases.exported'));
  };
  const failure = print.error ?? save.error;
  return (
    <>
      <Group gap="xs">
        {document.state === 'signed' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            aria-label={t('cases.documents.printOne', named)}
            loading={print.busy}
            onClick={() => void print.run({ source: { documentId: document.documentId } })}
          >
            {t('common.print')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileExport size={15} aria-hidden />}
          aria-label={t('cases.documents.exportOne', named)}
          loading={save.busy}
          onClick={() => void exportIt()}
        >
          {t('common.export')}
        </Button>
      </Group>
      {failure !== null && <ErrorNotice error={failure} />}
    </>
  );
};
