import { Button, Group, Modal, Text } from '@mantine/core';
import type { ActInput } from '@shared/contract/case.ts';
import { IconEye, IconFileExport, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Draft } from '../../../lib/draft.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { useCaseTexts } from '../texts.ts';
import { usePrepareForm } from './use-prepare-form.ts';

export interface DraftActionsProps {
  readonly act: ActInput;
  /** The paper that the act makes, or the form on which it is told on paper; null: nothing to print. */
  readonly kind: string | null;
  readonly caseId: string | null;
  readonly draft: Pick<Draft<unknown>, 'discard' | 'draftId'>;
  readonly onDiscarded: () => void;
}

/** What may be done with a draft beside signing it: look at the print, export it for signing outside, throw it away. */
export const DraftActions = ({ act, kind, caseId, draft, onDiscarded }: DraftActionsProps) => {
  const { t, documentName } = useCaseTexts();
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const [asking, setAsking] = useState(false);
  const { prepare, busy, error } = usePrepareForm();
  const save = useCommand('documents.exportView');
  const notice = useNotice();

  const preview = async (): Promise<void> => {
    if (kind === null) return;
    const viewId = await prepare(kind, caseId, act);
    if (viewId !== null) setPrepared({ viewId, title: documentName(kind) });
  };
  const blank = async (): Promise<void> => {
    if (kind === null) return;
    const viewId = await prepare(kind, caseId, null);
    if (viewId !== null) setPrepared({ viewId, title: t('cases.start.formOfCase', { form: documentName(kind) }) });
  };
  const exportDraft = async (): Promise<void> => {
    if (kind === null) return;
    const viewId = await prepare(kind, caseId, act);
    if (viewId === null) return;
    const answer = await save.run({ viewId });
    if (answer.ok && answer.value.saved) notice(t('cases.form.exportedDraft'));
  };
  const discard = async (): Promise<void> => {
    await draft.discard();
    setAsking(false);
    onDiscarded();
  };
  const failure = error ?? save.error;
  return (
    <>
      {failure !== null && <ErrorNotice error={failure} />}
      {kind !== null && (
        <>
          <Button
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            loading={busy}
            onClick={() => void preview()}
          >
            {t('cases.form.preview')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileExport size={16} aria-hidden />}
            loading={save.busy}
            onClick={() => void exportDraft()}
          >
            {t('cases.form.exportDraft')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={busy}
            onClick={() => void blank()}
          >
            {t('cases.form.printBlank')}
          </Button>
        </>
      )}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('common.discardDraft')}
      </Button>
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('cases.form.discardTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Text>{t('cases.form.discardText')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
          <Button color="red" onClick={() => void discard()}>
            {t('common.discardDraft')}
          </Button>
        </Group>
      </Modal>
    </>
  );
};
