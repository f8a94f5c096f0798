import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Section } from '../../../ui/Section.tsx';
import { OfficeSheet } from '../office/OfficeSheet.tsx';
import { useLeaveFile } from './WaitingNotice.tsx';

export interface ProfileFileProps {
  readonly file: Extract<Output<'identity.inspectFile'>, { kind: 'profile' }>;
  readonly token: string;
}

/** Codes that say why a profile of this state is not taken. */
const refusals = {
  untrusted: 'noDirectory',
  otherRoot: 'profileOtherRoot',
  older: 'profileOlder',
  fork: 'profileFork',
} as const;

const Take = ({ token }: Pick<ProfileFileProps, 'token'>) => {
  const { t } = useTranslation();
  const leave = useLeaveFile();
  const notice = useNotice();
  const take = useCommand('office.take');
  const run = async (): Promise<void> => {
    const answer = await take.run({ fileToken: token });
    if (!answer.ok) return;
    notice(t('office.taken'));
    leave();
  };
  return (
    <>
      <Text mb="sm">{t('office.newer')}</Text>
      {take.error !== null && <ErrorNotice error={take.error} />}
      <Button loading={take.busy} onClick={() => void run()}>
        {t('office.take')}
      </Button>
    </>
  );
};

/** A profile file: what papers would bear by it, then taking it, or why it is not taken. */
export const ProfileFile = ({ file, token }: ProfileFileProps) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { contents, serial, issuedAt, state } = file;
  return (
    <>
      {state !== 'newer' && state !== 'same' && <ErrorNotice error={{ code: refusals[state] }} />}
      {state === 'same' && (
        <Alert role="status" color="gray" variant="light" mb="md">
          {t('office.same')}
        </Alert>
      )}
      <Section title={contents.institution} intro={t('office.summary', { serial, date: date(issuedAt) })}>
        <OfficeSheet contents={contents} />
      </Section>
      {state === 'newer' && <Take token={token} />}
    </>
  );
};
