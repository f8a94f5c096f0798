import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface WorkingProps {
  readonly text: string;
  /** Breaks it off; left out where that is not possible. */
  readonly onCancel?: () => void;
}

/** Long work that tells no measure of its progress, and how to break it off. */
export const Working = ({ text, onCancel }: WorkingProps) => {
  const { t } = useTranslation();
  return (
    <div>
      <Progress value={100} animated striped aria-label={text} />
      <Group justify="space-between" mt={6}>
        <Text size="sm" role="status">
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
