import { Paper, Stack, Text } from '@mantine/core';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { droppedOf, type NotTaken, sortDropped } from '../lib/dropped.ts';

export interface DropAreaProps {
  /** Name for assistive technology. */
  readonly label: string;
  readonly padding: 'md' | 'lg';
  /** Only one file at a time. */
  readonly single?: boolean;
  /** Heard with at least one file. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Where files are dropped. What of a drop is not taken, since it is no file or one too many, is said below. */
export const DropArea = ({ label, padding, single = false, onFiles, children }: DropAreaProps) => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [notTaken, setNotTaken] = useState<readonly NotTaken[]>([]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const sorted = sortDropped(droppedOf([...event.dataTransfer.items]), single);
    setNotTaken(sorted.notTaken);
    if (sorted.taken.length > 0) onFiles(sorted.taken);
  };
  const textOf = (left: NotTaken): string =>
    left.code === 'noFile' ? t('drop.noFile') : t(`drop.${left.code}`, { names: left.names.join(', ') });
  return (
    <Paper
      role="group"
      aria-label={label}
      p={padding}
      bg={over ? 'var(--mantine-primary-color-light)' : 'var(--bilik-surface)'}
      style={{ border: '1px dashed var(--mantine-color-default-border)' }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      {notTaken.length > 0 && (
        <Stack gap={2} mt="xs" role="alert">
          {notTaken.map((left) => (
            <Text key={left.code} size="sm" c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }}>
              {textOf(left)}
            </Text>
          ))}
        </Stack>
      )}
    </Paper>
  );
};
