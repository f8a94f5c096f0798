import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { noteChoices } from '@shared/contract/backup.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { useFormat } from '../../lib/format.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TaskProgress } from '../../ui/TaskProgress.tsx';

type Status = Output<'backup.status'>;
type Choice = (typeof noteChoices)[number];

const NotesFailed = ({ failed }: { readonly failed: NonNullable<Status['notes']['failed']> }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const text = useErrorText()({ code: failed.code });
  return (
    <Alert variant="light" color="amber" my="xs" title={t('backup.notes.failed', { when: dateTime(failed.at) })}>
      {text}
    </Alert>
  );
};

/** Where private notes go: with the rest, to a place of their own, or into no backup. */
export const NotesChoice = ({ notes }: Pick<Status, 'notes'>) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const rpc = useRpc();
  const set = useCommand('backup.setNotes');
  const { choice, place, lastAt, failed } = notes;
  const apart = async (): Promise<void> => {
    const chosen = await rpc.call('dialog.chooseFolder', { purpose: 'backups' });
    if (chosen.ok && chosen.value !== null) await set.run({ choice: 'apart', folderToken: chosen.value.token });
  };
  const choose = (next: string): void => {
    if (next === 'apart') void apart();
    else void set.run({ choice: next as Exclude<Choice, 'apart'> });
  };
  return (
    <>
      <Radio.Group
        label={t('backup.notes.title')}
        description={t('backup.notes.hint')}
        value={choice}
        onChange={choose}
        mb="xs"
      >
        <Stack gap="xs" mt="xs">
          {noteChoices.map((one) => (
            <Radio key={one} value={one} label={t(`backup.notes.choice.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {choice === 'declined' && <Text>{t('backup.notes.declined')}</Text>}
      {choice !== 'together' && (
        <Text>{lastAt === null ? t('backup.notes.never') : t('backup.notes.last', { when: dateTime(lastAt) })}</Text>
      )}
      {place !== null && (
        <>
          <Text style={{ overflowWrap: 'anywhere' }}>{place.location}</Text>
          {place.warnings.map((warning) => (
            <Text key={warning} size="sm" c="dimmed">
              {t(`backup.warning.${warning}`)}
            </Text>
          ))}
          <Text size="sm" c="dimmed">
            {t('backup.notes.apartHint')}
          </Text>
          {!place.isThere && (
            <Alert variant="light" color="amber" my="xs">
              {t('backup.notes.placeGone')}
            </Alert>
          )}
          <Button variant="default" my="xs" onClick={() => void apart()}>
            {t('backup.notes.change')}
          </Button>
        </>
      )}
      {failed !== null && place?.isThere !== false && <NotesFailed failed={failed} />}
      {set.error !== null && <ErrorNotice error={set.error} />}
    </>
  );
};

/** Notes out of a backup, and that they are missing where a backup without them was restored. */
export const TakeNotes = ({ notes, underWay }: Pick<Status, 'notes' | 'underWay'>) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const rpc = useRpc();
  const take = useCommand('backup.takeNotes');
  const settle = useCommand('backup.settleMissingNotes');
  const [taken, setTaken] = useState<Output<'backup.takeNotes'> | null>(null);
  const { missingSince } = notes;
  const choose = async (): Promise<void> => {
    const chosen = await rpc.call('dialog.chooseBackup', {});
    if (!chosen.ok || chosen.value === null) return;
    setTaken(null);
    const answer = await take.run({ fileToken: chosen.value.token });
    if (answer.ok) setTaken(answer.value);
  };
  return (
    <Section title={t('backup.notes.takeTitle')} intro={t('backup.notes.takeIntro')}>
      {missingSince !== null && (
        <Alert variant="light" color="amber" mb="sm" title={t('backup.notes.missingTitle')}>
          {t('backup.notes.missing', { when: dateTime(missingSince) })}
        </Alert>
      )}
      {take.error !== null && <ErrorNotice error={take.error} />}
      {underWay?.step === 'taking' && <TaskProgress text={t('backup.step.taking')} percent={null} />}
      <Group gap="sm">
        <Button variant="default" loading={take.busy} onClick={() => void choose()}>
          {t('backup.notes.take')}
        </Button>
        {missingSince !== null && (
          <Button variant="subtle" onClick={() => void settle.run({})}>
            {t('backup.notes.settle')}
          </Button>
        )}
      </Group>
      <Text role="status" mt="xs">
        {taken === null ? '' : t('backup.notes.taken', { ...taken, when: dateTime(taken.madeAt) })}
      </Text>
    </Section>
  );
};
