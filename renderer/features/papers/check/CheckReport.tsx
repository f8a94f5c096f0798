import { List } from '@mantine/core';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import { useTranslation } from 'react-i18next';
import { PdfVerdict } from '../../../ui/PdfVerdict.tsx';
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
  const { signatures, findings } = check;
  return (
    <>
      <PdfVerdict check={check} name={name} />
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
