import { Button, Group, Text } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { isLearning } from '@shared/domain/competence/from-guidance.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { hasSignedPdf } from '@shared/domain/guidance/signed-pdf.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import {
  IconFileTypePdf,
  IconPrinter,
  IconSchool,
  IconSend,
  IconSignature,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { OriginalActions } from './OriginalActions.tsx';
import { ScanDialog } from './ScanDialog.tsx';
import { SendDialog } from './SendDialog.tsx';
import { SignedPdfDialog } from './SignedPdfDialog.tsx';

type Opened = 'scan' | 'send' | 'discard' | null;

/**
 * What can be done with a record: sign, print, bring back the scan, the signed PDF, send, enter as learning, discard.
 */
export const RecordActions = ({ view }: { readonly view: RecordView }) => {
  const { t } = useTranslation();
  const go = useGo();
  const [opened, setOpened] = useState<Opened>(null);
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const sign = useCommand('guidance.signRecord');
  const prepare = useCommand('guidance.prepare');
  const pdf = useCommand('guidance.documentOf');
  const { hash, kind, complete, paper, parties, record, original } = view;
  const own = parties.find((party) => party.own);
  const maySign = own?.required === true && own.signedAt === null && paper === null;
  const signedHere = own !== undefined && own.signedAt !== null;
  const isUnsigned = paper === null && parties.every(({ signedAt }) => signedAt === null);
  const print = async (): Promise<void> => {
    const answer = await prepare.run({ kind, source: { hash } });
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: guidanceTitles[kind] });
  };
  const openPdf = async (): Promise<void> => {
    const answer = await pdf.run({ hash });
    if (answer.ok) setDocumentId(answer.value.documentId);
  };
  const error = sign.error ?? prepare.error ?? pdf.error;
  return (
    <>
      {maySign && (
        <Text size="sm" mt="xs">
          {t('guidance.records.signMeans')}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {maySign && (
          <Button
            size="xs"
            leftSection={<IconSignature size={15} aria-hidden />}
            loading={sign.busy}
            onClick={() => void sign.run({ hash })}
          >
            {t('guidance.records.sign')}
          </Button>
        )}
        <OriginalActions view={view} maySign={maySign} sign={sign} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          loading={prepare.busy}
          onClick={() => void print()}
        >
          {t('common.print')}
        </Button>
        {!complete && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUpload size={15} aria-hidden />}
            onClick={() => setOpened('scan')}
          >
            {t('guidance.records.scan')}
          </Button>
        )}
        {hasSignedPdf(view) && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
            loading={pdf.busy}
            onClick={() => void openPdf()}
          >
            {t('guidance.records.pdf')}
          </Button>
        )}
        {signedHere && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSend size={15} aria-hidden />}
            onClick={() => setOpened('send')}
          >
            {t('guidance.records.send')}
          </Button>
        )}
        {complete && record !== null && isLearning(kind) && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSchool size={15} aria-hidden />}
            onClick={() => go(placeOf('guidanceAsLearning', { guidanceId: record.guidanceId, hash }))}
          >
            {t('guidance.records.asLearning')}
          </Button>
        )}
        {isUnsigned && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => setOpened('discard')}
          >
            {t('guidance.records.discard')}
          </Button>
        )}
      </Group>
      {error !== null && <ErrorNotice error={error} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
      {documentId !== null && (
        <SignedPdfDialog documentId={documentId} title={guidanceTitles[kind]} onClose={() => setDocumentId(null)} />
      )}
      {opened === 'scan' && record !== null && (
        <ScanDialog hash={hash} signedOn={record.content.date} onClose={() => setOpened(null)} />
      )}
      {opened === 'send' && (
        <SendDialog
          hash={hash}
          title={guidanceTitles[kind]}
          hasOriginal={original !== null}
          onClose={() => setOpened(null)}
        />
      )}
      {opened === 'discard' && <DiscardDialog hash={hash} onClose={() => setOpened(null)} />}
    </>
  );
};
