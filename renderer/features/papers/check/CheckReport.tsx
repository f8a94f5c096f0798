import { Alert, List, Text } from '@mantine/core';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { pdfVerdictColors } from '../../../ui/PdfCheckNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EmbeddedPart } from './EmbeddedPart.tsx';
import { SignatureCard } from './SignatureCard.tsx';

export interface CheckReportProps {
  readonly name: string;
  readonly check: DocumentCheck;
}

/** Everything that a check of a PDF found: verdict, each signature, what is embedded, what was not checked. */
export const CheckReport = ({ name, check }: CheckReportProps) => {
  const { t } = useTranslation();
  const { verdict, signatures, findings } = check;
  return (
    <>
      <Alert
        role="status"
        color={pdfVerdictColors[verdict]}
        variant="light"
        mb="md"
        title={t(`documents.pdfCheck.verdict.${verdict}`)}
        icon={verdict === 'valid' ? <IconCircleCheck aria-hidden /> : <IconInfoCircle aria-hidden />}
      >
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text size="sm">{t(`papers.check.hint.${verdict}`)}</Text>
      </Alert>
      {signatures.length > 0 && (
        <Section title={t('papers.check.signatures', { count: signatures.length })}>
          {signatures.map((signature, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no other identity than their order
            <SignatureCard key={index} signature={signature} number={index + 1} />
          ))}
        </Section>
      )}
      {(check.act !== null || check.record !== null) && (
        <Section title={t('papers.check.embedded')} intro={t('papers.check.embeddedHint')}>
          <EmbeddedPart act={check.act} record={check.record} />
        </Section>
      )}
      {findings.length > 0 && (
        <Section title={t('papers.check.findings')}>
          <List size="sm">
            {findings.map((finding) => (
              <List.Item key={finding}>{t(`documents.finding.${finding}`)}</List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
};
