import { Button, Group } from '@mantine/core';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';

export interface CopyButtonsProps {
  readonly documentId: string;
  /** The verified reading view, which is what is printed; null: there is none. */
  readonly viewId: string | null;
}

/** Print of what was signed of a copy, and export of the file that came; an export asks for the passphrase again. */
export const CopyButtons = ({ documentId, viewId }: CopyButtonsProps) => {
  const { t } = useExchangeTexts();
  const print = useCommand('documents.print');
  const save = useCommand('documents.export');
  const notice = useNotice();
  const exportIt = async (): Promise<void> => {
    const answer = await save.run({ documentIds: [documentId] });
    if (answer.ok && answer.value.saved) notice(t('cases.exported'));
  };
  const failure = print.error ?? save.error;
  return (
    <>
      <Group gap="xs" mb="sm">
        {viewId !== null && (
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={print.busy}
            onClick={() => void print.run({ source: { viewId } })}
          >
            {t('common.print')}
          </Button>
        )}
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
    </>
  );
};
