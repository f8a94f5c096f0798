import { List, Loader, Text } from '@mantine/core';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../lib/query.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { PdfVerdict } from './PdfVerdict.tsx';

const SignatureLines = ({ check }: { readonly check: DocumentCheck }) => {
  const { t } = useTranslation();
  return (
    <List size="sm" mt={4}>
      {check.signatures.map(({ signer, holder, issuer, selfIssued }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no other identity than their order
        <List.Item key={index}>
          {t('documents.pdfCheck.signer', { signer })}
          {holder !== null && <Text size="sm">{t('documents.pdfCheck.holder', { name: holder })}</Text>}
          <Text size="sm">{t('documents.pdfCheck.issuer', { issuer })}</Text>
          <Text size="sm">{t(selfIssued ? 'documents.pdfCheck.selfIssued' : 'documents.pdfCheck.certified')}</Text>
        </List.Item>
      ))}
    </List>
  );
};

/** What is in a PDF that was brought back: signatures, by whom, and whether they hold. */
export const PdfCheckNotice = ({ file }: { readonly file: AttachmentRef }) => {
  const { t } = useTranslation();
  const answer = useQueryCall('documents.check', { attachmentId: file.attachmentId });
  if (answer.error) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Loader size="sm" aria-label={t('documents.pdfCheck.checking')} />;
  const { act, copy, findings } = answer.data;
  return (
    <PdfVerdict check={answer.data}>
      <SignatureLines check={answer.data} />
      {findings.length > 0 && (
        <List size="sm" mt={4}>
          {findings.map((finding) => (
            <List.Item key={finding}>{t(`documents.finding.${finding}`)}</List.Item>
          ))}
        </List>
      )}
      {act !== null && <Text size="sm">{t('documents.pdfCheck.otherAct', { act: t(`acts.${act.type}`) })}</Text>}
      {copy !== null && (
        <Text size="sm">
          {t(copy.leftOut.length === 0 ? 'documents.pdfCheck.copyWhole' : 'documents.pdfCheck.copyParts', {
            act: t(`acts.${copy.type}`),
            count: copy.leftOut.length,
          })}
        </Text>
      )}
    </PdfVerdict>
  );
};
