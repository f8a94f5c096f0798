import { Button, Loader, Text } from '@mantine/core';
import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import type { WireError } from '@shared/contract/method.ts';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { useGo, useRouteParams } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ImageView } from '../../../ui/viewer/ImageView.tsx';
import { PdfView } from '../../../ui/viewer/PdfView.tsx';
import { paths } from '../paths.ts';
import { useCaseTexts } from '../texts.ts';
import { DocumentButtons } from './DocumentButtons.tsx';

/** The document of an act, made and signed at the first call. */
const useDocumentOfAct = (hash: string) => {
  const rpc = useRpc();
  const [document, setDocument] = useState<DocumentSummary | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  useEffect(() => {
    let wanted = true;
    void rpc.call('documents.ofAct', { hash }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setDocument(answer.value);
      else setError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [rpc, hash]);
  return { document, error };
};

/** Page that shows the document of one act, with print and export. */
export const DocumentPage = () => {
  const { t, documentName } = useCaseTexts();
  const { date } = useFormat();
  const go = useGo();
  const { caseId = '', hash = '' } = useRouteParams();
  const name = useQueryCall('case.open', { caseId }).data?.summary.employeeName;
  const { document, error } = useDocumentOfAct(hash);
  const title = document === null ? t('cases.view.documents') : documentName(document.kind);
  return (
    <Page
      key={hash}
      title={title}
      crumbs={[
        { label: t('cases.list.title'), onClick: () => go(paths.list) },
        ...(name === undefined ? [] : [{ label: name, onClick: () => go(paths.view(caseId)) }]),
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
            onClick={() => go(paths.view(caseId))}
          >
            {t('cases.backToCase')}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {document === null && error === null && <Loader aria-label={t('common.loading')} />}
      {document !== null && document.mediaType === 'application/pdf' && (
        <PdfView source={{ documentId: document.documentId }} height="74vh" />
      )}
      {document?.mediaType.startsWith('image/') && (
        <ImageView source={{ documentId: document.documentId }} name={title} mediaType={document.mediaType} />
      )}
      {document?.state === 'signed' && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('cases.documents.uncertified')}
        </Text>
      )}
    </Page>
  );
};
