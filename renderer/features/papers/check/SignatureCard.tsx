import { Badge, Group, Paper, Title } from '@mantine/core';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { Facts } from './Facts.tsx';

export interface SignatureCardProps {
  readonly signature: DocumentCheck['signatures'][number];
  /** 1, 2, 3 … in the order of signing. */
  readonly number: number;
}

/** One signature of a PDF: by whom, whether it holds, and what of the file it covers. */
export const SignatureCard = ({ signature, number }: SignatureCardProps) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const { signer, holder, timestamp, issuer, selfIssued, intact, coversWholeFile, validFrom, validTo } = signature;
  return (
    <Paper withBorder p="sm" mb="xs">
      <Group gap="xs" mb={6}>
        <Title order={3} size="h5">
          {timestamp ? t('papers.check.timestamp') : t('papers.check.signature', { number })}
        </Title>
        <Badge color={intact ? 'green' : 'amber'} variant="light" tt="none">
          {t(intact ? 'papers.check.intact' : 'papers.check.notIntact')}
        </Badge>
      </Group>
      <Facts
        facts={[
          { label: t('papers.check.signer'), value: signer === '' ? '–' : signer },
          { label: t('papers.check.holder'), value: holder ?? t('papers.check.noHolder') },
          { label: t('papers.check.issuer'), value: issuer === '' ? '–' : issuer },
          {
            label: t('papers.check.trust'),
            value: t(selfIssued ? 'documents.pdfCheck.selfIssued' : 'documents.pdfCheck.certified'),
          },
          ...(validFrom === ''
            ? []
            : [
                {
                  label: t('papers.check.validity'),
                  value: t('papers.check.fromTo', { from: shortDate(validFrom), to: shortDate(validTo) }),
                },
              ]),
          {
            label: t('papers.check.covers'),
            value: t(coversWholeFile ? 'papers.check.wholeFile' : 'papers.check.earlierPart'),
          },
        ]}
      />
    </Paper>
  );
};
