import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { useLook } from '../../lib/use-look.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FindingList } from '../../ui/FindingList.tsx';
import { Section } from '../../ui/Section.tsx';
import { TaskProgress } from '../../ui/TaskProgress.tsx';

type Status = Output<'integrity.status'>;

/** What was checked since the opening, where nothing was found. */
const Known = ({ rowsAt, wholeAt }: Status) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  return (
    <>
      {wholeAt === null && <Text>{t('integrity.unchecked')}</Text>}
      {wholeAt === null && rowsAt !== null && <Text>{t('integrity.rows', { when: dateTime(rowsAt) })}</Text>}
      {wholeAt !== null && <Text>{t('integrity.whole', { when: dateTime(wholeAt) })}</Text>}
    </>
  );
};

/** What was found, and what can be done: nothing is changed until the person says so. */
const Found = ({ findings, acceptable }: Pick<Status, 'findings' | 'acceptable'>) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const go = useGo();
  const accept = useCommand('integrity.accept');
  const lastAt = useQueryCall('backup.status', {}).data?.lastAt ?? null;
  return (
    <Alert color="red" variant="light" my="sm" title={t('integrity.broken')}>
      <FindingList findings={findings} />
      {acceptable && <Text mt="sm">{t('integrity.noBackups')}</Text>}
      <Text fw={600} mt="sm">
        {t('integrity.todo')}
      </Text>
      <List spacing="xs">
        <List.Item>{t('integrity.todoReport')}</List.Item>
        <List.Item>
          {lastAt === null ? t('integrity.todoNoBackup') : t('integrity.todoRestore', { when: dateTime(lastAt) })}
        </List.Item>
        <List.Item>
          {t('integrity.todoExport')}{' '}
          <Anchor component="button" type="button" onClick={() => go(placeOf('papers'))}>
            {t('integrity.papers')}
          </Anchor>
        </List.Item>
        {acceptable && (
          <List.Item>
            {t('integrity.acceptHint')}{' '}
            <Button size="compact-md" variant="default" onClick={() => void accept.run({})} loading={accept.busy}>
              {t('integrity.accept')}
            </Button>
          </List.Item>
        )}
      </List>
      {accept.error !== null && <ErrorNotice error={accept.error} />}
    </Alert>
  );
};

/** Whether the vault is whole: what is known, a check of everything, and what can be done where it is not. */
export const IntegritySection = () => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const query = useQueryCall('integrity.status', {});
  const check = useCommand('integrity.check');
  const status = query.data;
  const busy = check.busy || (status !== undefined && status.step !== null);
  useLook('integrity', busy);
  const failure = check.error?.code === 'checkCancelled' ? null : (check.error ?? query.error);
  return (
    <Section title={t('integrity.title')} intro={t('integrity.intro')}>
      {failure !== null && <ErrorNotice error={failure} onRetry={() => void query.refetch()} />}
      <div role="status">
        {status !== undefined && status.findings.length === 0 && <Known {...status} />}
        {status !== undefined && status.findings.length > 0 && <Found {...status} />}
      </div>
      {busy ? (
        <TaskProgress
          text={t(`integrity.step.${status?.step ?? 'structure'}`)}
          percent={null}
          onCancel={() => void rpc.call('integrity.cancel', {})}
        />
      ) : (
        <Group mt="sm">
          <Button variant="default" onClick={() => void check.run({})}>
            {t('integrity.check')}
          </Button>
        </Group>
      )}
    </Section>
  );
};
