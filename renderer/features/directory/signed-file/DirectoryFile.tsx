import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { OldDirectory, useDirectoryAge } from '../../../ui/DirectoryAge.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Section } from '../../../ui/Section.tsx';
import { type Compared, CompareWords } from '../../../ui/TenWords.tsx';
import { useLeaveFile } from './WaitingNotice.tsx';

type File = Extract<Output<'identity.inspectFile'>, { kind: 'directory' }>;

export interface DirectoryFileProps {
  readonly file: File;
  readonly token: string;
}

/** Codes that say why a directory of this state is not taken. */
const refusals = { older: 'directoryOlder', fork: 'directoryFork' } as const;

/** Trusting a root for the first time, or instead of another: ten words, then the passphrase. */
const Trust = ({ file, token }: DirectoryFileProps) => {
  const { t } = useTranslation();
  const leave = useLeaveFile();
  const notice = useNotice();
  const [compared, setCompared] = useState<Compared>(null);
  const trust = useCommand('directory.trust');
  const run = async (): Promise<void> => {
    const answer = await trust.run({ fileToken: token, words: file.words });
    if (!answer.ok) return;
    notice(t('directory.trusted'));
    leave();
  };
  return (
    <Section title={t('directory.trustTitle')}>
      <Stack gap="sm">
        {file.state === 'otherRoot' && (
          <Alert color="amber" variant="light" title={t('directory.otherRootTitle')}>
            {t('directory.otherRootText')}
          </Alert>
        )}
        <CompareWords
          words={file.words}
          instruction={t('directory.trustHow', { institution: file.institution })}
          value={compared}
          onChange={setCompared}
        />
        {trust.error !== null && <ErrorNotice error={trust.error} />}
        <Group>
          <Button
            leftSection={<IconShieldCheck size={17} aria-hidden />}
            loading={trust.busy}
            disabled={compared !== 'same'}
            onClick={() => void run()}
          >
            {t('directory.trust')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
};

/** A newer serial of the directory that is trusted already. */
const Update = ({ token }: Pick<DirectoryFileProps, 'token'>) => {
  const { t } = useTranslation();
  const leave = useLeaveFile();
  const notice = useNotice();
  const update = useCommand('directory.update');
  const run = async (): Promise<void> => {
    const answer = await update.run({ fileToken: token });
    if (!answer.ok) return;
    notice(t('directory.updated'));
    leave();
  };
  return (
    <>
      <Text mb="sm">{t('directory.newer')}</Text>
      {update.error !== null && <ErrorNotice error={update.error} />}
      <Button loading={update.busy} onClick={() => void run()}>
        {t('directory.update')}
      </Button>
    </>
  );
};

/** A directory file: whose it is and how new, then trust, update, or why it is not taken. */
export const DirectoryFile = ({ file, token }: DirectoryFileProps) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const ageOf = useDirectoryAge();
  const { institution, serial, issuedAt, members, certifiesSelf, state } = file;
  return (
    <>
      <Section title={institution}>
        <Text size="sm" c="dimmed">
          {t('directory.summary', { serial, date: date(issuedAt), members })}
          {` · ${ageOf(issuedAt).text}`}
        </Text>
        <Group gap={6} my="xs">
          {certifiesSelf && <IconCircleCheck size={18} color="var(--mantine-color-success)" aria-hidden />}
          <Text>{t(certifiesSelf ? 'directory.hasYou' : 'directory.hasYouNot')}</Text>
        </Group>
        <OldDirectory issuedAt={issuedAt} own={false} />
      </Section>
      {(state === 'untrusted' || state === 'otherRoot') && <Trust file={file} token={token} />}
      {state === 'newer' && <Update token={token} />}
      {state === 'same' && (
        <Alert role="status" color="gray" variant="light">
          {t('directory.same')}
        </Alert>
      )}
      {(state === 'older' || state === 'fork') && <ErrorNotice error={{ code: refusals[state] }} />}
    </>
  );
};
