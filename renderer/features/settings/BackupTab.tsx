import { Alert, Button, Group, List, NumberInput, Text } from '@mantine/core';
import { minBackupMegabytes } from '@shared/contract/backup.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { useFormat } from '../../lib/format.ts';
import { askAnew, type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { useLook } from '../../lib/use-look.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { TaskProgress } from '../../ui/TaskProgress.tsx';
import { NotesChoice, TakeNotes } from './NotesBackup.tsx';
import { SaveBar } from './SaveBar.tsx';

type Status = Output<'backup.status'>;

const Place = ({ place, declined }: Pick<Status, 'place' | 'declined'>) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const set = useCommand('backup.setPlace');
  const decline = useCommand('backup.decline');
  const choose = async (): Promise<void> => {
    const chosen = await rpc.call('dialog.chooseFolder', { purpose: 'backups' });
    if (chosen.ok && chosen.value !== null) await set.run({ folderToken: chosen.value.token });
  };
  const failure = set.error ?? decline.error;
  return (
    <>
      <Text fw={600}>{t('backup.place')}</Text>
      {place === null && <Text>{t(declined ? 'backup.declined' : 'backup.noPlace')}</Text>}
      {place !== null && <Text style={{ overflowWrap: 'anywhere' }}>{place.location}</Text>}
      {place?.isThere === false && (
        <Alert variant="light" color="amber" my="xs">
          {t('backup.placeGone')}
        </Alert>
      )}
      {place?.isThere === true &&
        place.warnings.map((warning) => (
          <Text key={warning} size="sm" c="dimmed">
            {t(`backup.warning.${warning}`)}
          </Text>
        ))}
      {failure !== null && <ErrorNotice error={failure} />}
      <Group mt="xs" mb="md" gap="sm">
        <Button variant="default" onClick={() => void choose()}>
          {t(place === null ? 'backup.choosePlace' : 'backup.changePlace')}
        </Button>
        {!declined && (
          <Button variant="subtle" onClick={() => void decline.run({})}>
            {t('backup.decline')}
          </Button>
        )}
      </Group>
    </>
  );
};

const Making = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const rpc = useRpc();
  const queries = useQueryClient();
  const make = useCommand('backup.make');
  const [made, setMade] = useState(false);
  const { underWay, lastAt, failed } = status;
  const busy = make.busy || (underWay !== null && underWay.step !== 'taking');
  useLook('backup', busy);
  const run = async (): Promise<void> => {
    setMade(false);
    setMade((await make.run({})).ok);
    askAnew(queries, ['backup']);
  };
  const percent = underWay === null || underWay.total === 0 ? null : (100 * underWay.done) / underWay.total;
  const failure = make.error?.code === 'backupCancelled' ? null : make.error;
  return (
    <>
      <Text fw={600}>{t('backup.last')}</Text>
      <Text>{lastAt === null ? t('backup.never') : t('backup.lastWhen', { when: dateTime(lastAt) })}</Text>
      {failed !== null && failure === null && status.place?.isThere !== false && (
        <Alert variant="light" color="amber" my="xs" title={t('backup.failed', { when: dateTime(failed.at) })}>
          <FailedText code={failed.code} />
        </Alert>
      )}
      {failure !== null && <ErrorNotice error={failure} />}
      {busy ? (
        <TaskProgress
          text={t(`backup.step.${underWay?.step ?? 'copying'}`)}
          percent={percent}
          onCancel={() => void rpc.call('backup.cancel', {})}
        />
      ) : (
        <Group mt="xs" gap="sm">
          <Button onClick={() => void run()} disabled={status.place === null}>
            {t('backup.make')}
          </Button>
          {status.place === null && <Text c="dimmed">{t('backup.placeFirst')}</Text>}
          {made && <Text role="status">{t('backup.made')}</Text>}
        </Group>
      )}
    </>
  );
};

const FailedText = ({ code }: { readonly code: string }) => useErrorText()({ code });

const Kept = ({ kept }: Pick<Status, 'kept'>) => {
  const { t } = useTranslation();
  const { dateTime, size } = useFormat();
  return (
    <Section title={t('backup.kept')}>
      {kept.length === 0 && <Text c="dimmed">{t('backup.keptEmpty')}</Text>}
      <List listStyleType="none" spacing="xs">
        {kept.map(({ name, at, bytes, holds }) => (
          <List.Item key={name}>
            {dateTime(at)} · {size(bytes)}
            {holds !== 'all' && ` · ${t(`backup.holds.${holds}`)}`}
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="sm">
        {t('backup.restoreHint')}
      </Text>
    </Section>
  );
};

const Space = ({ megabytes }: Pick<Status, 'megabytes'>) => {
  const { t } = useTranslation();
  const command = useCommand('backup.setSpace');
  const [value, setValue] = useState<number | null>(megabytes);
  const [saved, setSaved] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaved((await command.run({ megabytes: value })).ok);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Section title={t('backup.space')}>
        <NumberInput
          aria-label={t('backup.space')}
          description={t('backup.spaceHint')}
          min={minBackupMegabytes}
          allowDecimal={false}
          value={value ?? ''}
          onChange={(next) => setValue(typeof next === 'number' ? next : null)}
        />
        <SaveBar
          busy={command.busy}
          saved={saved}
          error={command.error}
          savedText={t('backup.spaceSaved')}
          label={t('backup.spaceSave')}
        />
      </Section>
    </form>
  );
};

/** Backups of the vault: where they go, the last verified one, make one now, how much space they may take. */
export const BackupTab = () => {
  const { t } = useTranslation();
  const query = useQueryCall('backup.status', {});
  const status = query.data;
  return (
    <>
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {status !== undefined && (
        <>
          <Section title={t('backup.title')} intro={t('backup.intro')}>
            <Place place={status.place} declined={status.declined} />
            {status.place !== null && <NotesChoice notes={status.notes} />}
            <Making status={status} />
          </Section>
          <TakeNotes notes={status.notes} underWay={status.underWay} />
          {status.place !== null && <Kept kept={status.kept} />}
          {status.place !== null && <Space megabytes={status.megabytes} />}
        </>
      )}
    </>
  );
};
