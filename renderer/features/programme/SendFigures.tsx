import { Button, Group, List, Loader, Modal, Radio, Stack, Text } from '@mantine/core';
import type { Semester } from '@shared/domain/programme/semester.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { SealingDirectory } from '../../ui/DirectoryAge.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../ui/ReturnFocus.tsx';
import { OlderProgramNotice } from '../../ui/sealing/OlderProgramNotice.tsx';
import { SealedNotice } from '../../ui/sealing/SealedNotice.tsx';
import { useSemesterText } from './SemesterInput.tsx';

export interface SendFiguresProps {
  readonly period: Semester;
  readonly onClose: () => void;
}

const leaves = ['counts', 'unit'] as const;
const stays = ['names', 'small', 'files'] as const;

/** Seals the figures of a half-year for somebody in the office; says before what leaves and what does not. */
export const SendFigures = ({ period, onClose }: SendFiguresProps) => {
  const { t } = useTranslation();
  const semesterText = useSemesterText();
  const known = useQueryCall('exchange.figuresReceivers', {});
  const seal = useCommand('programme.seal');
  const [entryId, setEntryId] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly string[] | null>(null);
  const receivers = known.data?.receivers ?? [];
  const chosen = receivers.find((receiver) => receiver.entryId === (entryId ?? receivers[0]?.entryId));
  const send = async (): Promise<void> => {
    if (chosen === undefined) return;
    const answer = await seal.run({ period, entryId: chosen.entryId });
    if (answer.ok && answer.value.saved) setFiles(answer.value.files);
  };
  const failure = known.error ?? seal.error;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('programme.send.title', { semester: semesterText(period) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      {files !== null && <SealedNotice files={files} receiver={chosen?.name ?? ''} />}
      {files === null && known.data === undefined && known.error === null && (
        <Loader aria-label={t('common.loading')} />
      )}
      {files === null && (
        <Stack gap="sm">
          {known.data !== undefined && receivers.length === 0 && (
            <Text>{t(known.data.certified ? 'programme.send.nobody' : 'programme.send.notCertified')}</Text>
          )}
          {receivers.length > 0 && (
            <>
              <SealingDirectory />
              <Radio.Group label={t('programme.send.to')} value={chosen?.entryId ?? ''} onChange={setEntryId}>
                <Stack gap={6} mt={6}>
                  {receivers.map(({ entryId: value, name, position }) => (
                    <Radio key={value} value={value} label={position === '' ? name : `${name} · ${position}`} />
                  ))}
                </Stack>
              </Radio.Group>
              {chosen?.olderProgram && <OlderProgramNotice name={chosen.name} what="figures" />}
              <Text fw={600}>{t('programme.send.leaves')}</Text>
              <List size="sm">
                {leaves.map((key) => (
                  <List.Item key={key}>{t(`programme.send.leave.${key}`)}</List.Item>
                ))}
              </List>
              <Text fw={600}>{t('programme.send.stays')}</Text>
              <List size="sm">
                {stays.map((key) => (
                  <List.Item key={key}>{t(`programme.send.stay.${key}`)}</List.Item>
                ))}
              </List>
              <Text>{t('programme.send.forGood')}</Text>
            </>
          )}
          {failure !== null && <ErrorNotice error={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button disabled={chosen === undefined} loading={seal.busy} onClick={() => void send()}>
              {t('programme.send.seal')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
};
