import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text.ts';
import { type Failure, failureNumber } from '../lib/failure-text.ts';

export interface ErrorNoticeProps {
  readonly error: Failure;
  /** Tries again what failed. */
  readonly onRetry?: () => void;
  /** More to be said, e.g. where it went wrong. */
  readonly children?: React.ReactNode;
}

/**
 * A failure in plain words: what happened, what was not changed, what to do (all in the code's text), and the number to
 * quote.
 */
export const ErrorNotice = ({ error, onRetry, children }: ErrorNoticeProps) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Alert role="alert" color="amber" variant="light" title={t('common.failed')} my="sm">
      <Text size="md">{errorText(error)}</Text>
      {children}
      <Group mt="xs" gap="md">
        {onRetry !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        <Text size="xs">
          {t('common.errorNumber')} <Code color="var(--mantine-color-default)">{failureNumber(error)}</Code>
        </Text>
      </Group>
    </Alert>
  );
};
