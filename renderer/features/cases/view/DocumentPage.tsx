import { Button, Loader, Text } from '@mantine/core';
import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import type { WireError } from '@shared/contract/method.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { KeptPaper } from '../../../ui/viewer/KeptPaper.tsx';
import { useCaseTexts } from '../texts.ts';
import { DocumentButtons } from './DocumentButtons.tsx';
import { ReadyToSend } from './ReadyToSend.tsx';

interface Found {
  readonly document: DocumentSummary | null;
  readonly name: string | undefined;
  readonly error: WireError | null;
}

/** The document of an act: the one that the file holds (also one brought back), else made and signed now. */
const useDocumentOfAct = (caseId: string, hash: string): Found => {
  const rpc = useRpc();
  const opened = useQueryCall('case.open', { caseId });
  const view = opened.data;
  const kept = view?.documents.find((document) => document.actHash === hash);
  const missing = view !== undefined && kept === undefined;
  const [made, setMade] = useState<DocumentSummary | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  useEffect(() => {
    if (!missing) return;
    let wanted = true;
    void rpc.call('documents.ofAct', { hash }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setMade(answer.value);
      else setError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [rpc, hash, missing]);
  return {
    document: kept ?? made,
    name: view?.summary.employeeName,
    error: kept === undefined ? (error ?? opened.error) : null,
  };
};

/** Page that shows the document of one act, with print and export. */
export const DocumentPage = () => {
  const { t, documentName } = useCaseTexts();
  const { date } = useFormat();
  const go = useGo();
  const { caseId = '', hash = '' } = useParameters('caseDocument');
  const { document, name, error } = useDocumentOfAct(caseId, hash);
  const title = document === null ? t('cases.view.documents') : documentName(document.kind);
  return (
    <Page
      key={hash}
      title={title}
      crumbs={[
        { label: t('cases.list.title'), onClick: () => go(placeOf('cases')) },
        ...(name === undefined ? [] : [{ label: name, onClick: () => go(placeOf('case', { caseId })) }]),
      ]}
      intro={
        document === null ? undefined : `${t(`cases.documents.state.${document.state}`)} · ${date(document.createdAt)}`
      }
      actions={
        <>
          {document !== null && <DocumentButtons document={document} />}
          <Button
            size="xs"
            leftSection={<IconArrowLeft size={15} aria-hidden />}
            onClick={() => go(placeOf('case', { caseId }))}
          >
            {t('cases.backToCase')}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      <ReadyToSend caseId={caseId} hash={hash} />
      {document === null && error === null && <Loader aria-label={t('common.loading')} />}
      {document !== null && <KeptPaper document={document} title={title} height="74vh" />}
      {document?.state === 'signed' && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('cases.documents.uncertified')}
        </Text>
      )}
    </Page>
  );
};
