import { Button, Group, List, Loader, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { SealingDirectory } from '../../../ui/DirectoryAge.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { OlderProgramNotice } from '../../../ui/sealing/OlderProgramNotice.tsx';
import { SealedNotice } from '../../../ui/sealing/SealedNotice.tsx';

export interface SendDialogProps {
  readonly hash: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Seals a record for one of its people; says before what leaves and what does not. */
export const SendDialog = ({ hash, title, onClose }: SendDialogProps) => {
  const { t } = useTranslation();
  const known = useQueryCall('guidance.receivers', { hash });
  const seal = useCommand('guidance.seal');
  const [entryId, setEntryId] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly string[] | null>(null);
  const receivers = known.data?.receivers ?? [];
  const chosen = receivers.find((receiver) => receiver.entryId === (entryId ?? receivers[0]?.entryId));
  const send = async (): Promise<void> => {
    if (chosen === undefined) return;
    const answer = await seal.run({ hash, entryId: chosen.entryId });
    if (answer.ok && answer.value.saved) setFiles(answer.value.files);
  };
  const failure = known.error ?? seal.error;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('guidance.send.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      {files !== null && <SealedNotice files={files} receiver={chosen?.name ?? ''} />}
      {files === null && known.data === undefined && known.error === null && (
        <Loader aria-label={t('common.loading')} />
      )}
      {files === null && known.data !== undefined && (
        <Stack gap="sm">
          {receivers.length === 0 ? (
            <Text>{t(known.data.certified ? 'guidance.send.nobody' : 'guidance.send.notCertified')}</Text>
          ) : (
            <>
              <SealingDirectory />
              <Radio.Group label={t('guidance.send.to')} value={chosen?.entryId ?? ''} onChange={setEntryId}>
                <Stack gap={6} mt={6}>
                  {receivers.map((receiver) => (
                    <Radio key={receiver.entryId} value={receiver.entryId} label={receiver.name} />
                  ))}
                </Stack>
              </Radio.Group>
              {chosen?.olderProgram && <OlderProgramNotice name={chosen.name} what="record" />}
              <Text fw={600}>{t('guidance.send.leaves')}</Text>
              <List size="sm">
                <List.Item>{t('guidance.send.record', { title })}</List.Item>
              </List>
              <Text fw={600}>{t('guidance.send.stays')}</Text>
              <List size="sm">
                <List.Item>{t('guidance.send.papers')}</List.Item>
                <List.Item>{t('guidance.send.others')}</List.Item>
              </List>
            </>
          )}
          {failure !== null && <ErrorNotice error={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button disabled={chosen === undefined} loading={seal.busy} onClick={() => void send()}>
              {t('guidance.send.seal')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
};
