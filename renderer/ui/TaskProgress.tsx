import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface TaskProgressProps {
  /** What is being done. */
  readonly text: string;
  /** Percent done; null where the work tells no measure. */
  readonly percent: number | null;
  /** Breaks it off; left out where that is not possible. */
  readonly onCancel?: () => void;
}

/** Long work: what is done, how far it is, and how to break it off. */
export const TaskProgress = ({ text, percent, onCancel }: TaskProgressProps) => {
  const { t } = useTranslation();
  return (
    <div>
      <Progress value={percent ?? 100} animated={percent === null} striped={percent === null} aria-label={text} />
      <Group justify="space-between" mt={6} wrap="nowrap">
        <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        {onCancel !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </Group>
    </div>
  );
};
