import { Alert, Text } from '@mantine/core';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import { type VerdictSeverity, verdicts } from '@shared/domain/documents/verdict.ts';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const looks: Readonly<Record<VerdictSeverity, { readonly color: string; readonly Icon: typeof IconInfoCircle }>> = {
  good: { color: 'green', Icon: IconCircleCheck },
  plain: { color: 'gray', Icon: IconInfoCircle },
  caution: { color: 'amber', Icon: IconInfoCircle },
  bad: { color: 'red', Icon: IconAlertTriangle },
};

export interface PdfVerdictProps {
  readonly check: DocumentCheck;
  /** Name of the file, where it stands nowhere else. */
  readonly name?: string;
  readonly children?: ReactNode;
}

/** The verdict on a PDF with its two parts, content and signer, and what to do. */
export const PdfVerdict = ({ check, name, children }: PdfVerdictProps) => {
  const { t } = useTranslation();
  const { verdict, content, signer } = check;
  const { color, Icon } = looks[verdicts[verdict].severity];
  return (
    <Alert
      role="status"
      color={color}
      variant="light"
      mb="md"
      title={t(`documents.verdict.${verdict}`)}
      icon={<Icon aria-hidden />}
    >
      {name !== undefined && (
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
      )}
      {content !== null && content !== 'unsigned' && (
        <Text size="sm">
          {t('documents.pdfCheck.part.content')}: {t(`documents.content.${content}`)}
        </Text>
      )}
      {signer !== null && (
        <Text size="sm">
          {t('documents.pdfCheck.part.signer')}: {t(`documents.signer.${signer}`)}
        </Text>
      )}
      <Text size="sm">{t(`documents.verdictHint.${verdict}`)}</Text>
      {children}
    </Alert>
  );
};
