import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../lib/failure-text.ts';
import { useRpc } from '../lib/rpc-context.ts';
import { type AttachmentStore, uploadFile } from '../lib/upload.ts';
import { DropArea } from './DropArea.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';

export interface FileDropProps {
  readonly label: string;
  readonly store: AttachmentStore;
  readonly caseId: string | null;
  /** Heard once for each file taken in. */
  readonly onAdded: (attachment: AttachmentRef) => void;
  readonly purpose?: 'attachment' | 'signedDocument';
  /** What becomes of a file; by default that it is copied into the vault. */
  readonly hint?: string;
  /** Only one file at a time. */
  readonly single?: boolean;
}

interface Progressing {
  readonly name: string;
  readonly percent: number;
}

/** Takes in files: dropped here (in pieces over the port) or chosen in the system's dialog. It never opens a file. */
export const FileDrop = ({
  label,
  hint,
  store,
  caseId,
  onAdded,
  purpose = 'attachment',
  single = false,
}: FileDropProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [progress, setProgress] = useState<Progressing | null>(null);
  const [error, setError] = useState<{ readonly failure: Failure; readonly name: string } | null>(null);

  const takeDropped = async (files: readonly File[]): Promise<void> => {
    setError(null);
    for (const file of files) {
      setProgress({ name: file.name, percent: 0 });
      const added = await uploadFile(rpc, file, store, caseId, (done, total) =>
        setProgress({ name: file.name, percent: total === 0 ? 100 : (100 * done) / total }),
      );
      if (added.ok) onAdded(added.value);
      else setError({ failure: added.error, name: file.name });
    }
    setProgress(null);
  };

  const choose = async (): Promise<void> => {
    setError(null);
    const chosen = await rpc.call('dialog.chooseFiles', { purpose });
    if (!chosen.ok) return setError({ failure: chosen.error, name: '' });
    for (const { token, name } of single ? chosen.value.slice(0, 1) : chosen.value) {
      setProgress({ name, percent: 50 });
      const added = await rpc.call('attachments.addFile', { store, caseId, fileToken: token });
      if (added.ok) onAdded(added.value);
      else setError({ failure: added.error, name });
    }
    setProgress(null);
  };

  return (
    <DropArea label={label} padding="md" single={single} onFiles={(files) => void takeDropped(files)}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm">{label}</Text>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUpload size={15} aria-hidden />}
            loading={progress !== null}
            onClick={() => void choose()}
          >
            {t('common.chooseFile')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {hint ?? t('common.dropHint')}
        </Text>
        {progress !== null && (
          <Progress value={progress.percent} aria-label={t('common.taking', { name: progress.name })} />
        )}
        {error !== null && (
          <ErrorNotice error={error.failure}>
            <Text size="sm">{error.name}</Text>
          </ErrorNotice>
        )}
      </Stack>
    </DropArea>
  );
};
