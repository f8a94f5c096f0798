import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface OlderProgramNoticeProps {
  /** Who has shown the formats of version 0.3 alone. */
  readonly name: string;
  /** What of this version that program cannot read. */
  readonly what: 'acts' | 'record' | 'figures';
}

const texts = {
  acts: 'exchange.olderProgram',
  record: 'guidance.send.olderProgram',
  figures: 'programme.send.olderProgram',
} as const;

/** Says before sealing that the receiver's program will refuse it. */
export const OlderProgramNotice = ({ name, what }: OlderProgramNoticeProps) => {
  const { t } = useTranslation();
  return (
    <Alert color="amber" variant="light">
      <Text size="md">{t(texts[what], { name })}</Text>
    </Alert>
  );
};
