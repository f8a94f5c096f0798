import { Alert, List, Loader, Text } from '@mantine/core';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../lib/query.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

/** Colour of each verdict on a PDF. */
export const pdfVerdictColors = { valid: 'green', invalid: 'amber', unsigned: 'gray', unreadable: 'amber' } as const;

const SignatureLines = ({ check }: { readonly check: DocumentCheck }) => {
  const { t } = useTranslation();
  return (
    <List size="sm" mt={4}>
      {check.signatures.map((signature) => (
        <List.Item key={`${signature.signer}-${signature.issuer}-${signature.validFrom}`}>
          {t('documents.pdfCheck.signer', { signer: signature.signer })}
          <Text size="sm">{t('documents.pdfCheck.issuer', { issuer: signature.issuer })}</Text>
          <Text size="sm">
            {t(signature.selfIssued ? 'documents.pdfCheck.selfIssued' : 'documents.pdfCheck.certified')}
          </Text>
          {!signature.coversWholeFile && <Text size="sm">{t('documents.pdfCheck.partial')}</Text>}
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
  const { verdict, act, findings } = answer.data;
  return (
    <Alert
      role="status"
      color={pdfVerdictColors[verdict]}
      variant="light"
      title={t(`documents.pdfCheck.verdict.${verdict}`)}
      icon={verdict === 'valid' ? <IconCircleCheck aria-hidden /> : <IconInfoCircle aria-hidden />}
    >
      <Text size="sm">{t(`documents.pdfCheck.verdictHint.${verdict}`)}</Text>
      <SignatureLines check={answer.data} />
      {findings.length > 0 && (
        <List size="sm" mt={4}>
          {findings.map((finding) => (
            <List.Item key={finding}>{t(`documents.finding.${finding}`)}</List.Item>
          ))}
        </List>
      )}
      {act !== null && <Text size="sm">{t('documents.pdfCheck.otherAct', { act: t(`acts.${act.type}`) })}</Text>}
    </Alert>
  );
};
