import { Alert, Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import type { DirectoryMember } from '@shared/contract/identity.ts';
import { IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { type Compared, CompareWords } from '../../../ui/TenWords.tsx';
import { ReasonChoice } from '../ReasonChoice.tsx';
import { RoleSpansInput } from '../RoleSpansInput.tsx';
import { spansFit } from '../role-spans.ts';
import { type Card, useCertification } from './use-certification.ts';
import { useLeaveFile } from './WaitingNotice.tsx';

export interface CardFileProps {
  readonly file: Card;
  readonly token: string;
}

interface LoadedProps extends CardFileProps {
  readonly members: readonly DirectoryMember[];
}

type Certification = ReturnType<typeof useCertification>;

/** Roles with their times, whose they are where the card does not tell, and what becomes of a former key. */
const Roles = ({ file, members, certification }: LoadedProps & { readonly certification: Certification }) => {
  const { t } = useTranslation();
  const { spans, setSpans, chosen, choose, hasFormerKey, reason, setReason } = certification;
  return (
    <Section title={t('directory.certifyRoles')}>
      <Stack gap="md">
        <RoleSpansInput value={spans} onChange={setSpans} />
        {file.entryId === null && members.length > 0 && (
          <Select
            label={t('directory.sameAs')}
            description={t(file.state === 'new' ? 'directory.sameAsHint' : 'directory.sameAsSeveral')}
            searchable
            clearable
            limit={50}
            maw={520}
            data={members.map(({ entryId, person }) => ({
              value: entryId,
              label: [person.name, person.position].filter((part) => part !== '').join(' · '),
            }))}
            value={chosen}
            onChange={choose}
            nothingFoundMessage={t('common.nothingFound')}
          />
        )}
        {hasFormerKey && <ReasonChoice label={t('directory.formerKey')} value={reason} onChange={setReason} />}
      </Stack>
    </Section>
  );
};

const LoadedForm = ({ file, token, members }: LoadedProps) => {
  const { t } = useTranslation();
  const leave = useLeaveFile();
  const notice = useNotice();
  const [compared, setCompared] = useState<Compared>(null);
  const certification = useCertification(file, members);
  const certify = useCommand('directory.certify');
  const { draft, spans, entryId, hasFormerKey, reason, replaced } = certification;
  const { date } = useFormat();
  const { name } = file.card.person;
  const isReady = compared === 'same' && spans.length > 0 && spansFit(spans) && (!hasFormerKey || reason !== null);
  const run = async (): Promise<void> => {
    const formerKey = hasFormerKey ? reason : null;
    const input = { fileToken: token, words: file.words, roles: [...spans], entryId, formerKey };
    const answer = await certify.run(input);
    if (!answer.ok) return;
    await draft.discard();
    notice(t('directory.certifiedDone', { name }));
    leave();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <>
      {replaced !== undefined && (
        <Alert color="amber" variant="light" mb="md" title={t('directory.replacesTitle')}>
          <Text>
            {t('directory.replacesText', { name, date: date(replaced.at), number: replaced.acts.length })}{' '}
            {t(`directory.reason.${replaced.reason}`)}.
          </Text>
          <Text mt="xs">{t('directory.replacesOlder')}</Text>
        </Alert>
      )}
      {file.state === 'newKey' && replaced === undefined && (
        <Alert color="amber" variant="light" mb="md" title={t('directory.newKeyTitle')}>
          {t('directory.newKeyText', { name })}
        </Alert>
      )}
      <Section title={t('directory.certifyWords')}>
        <CompareWords
          words={file.words}
          instruction={t('directory.certifyHow', { name })}
          value={compared}
          onChange={setCompared}
        />
      </Section>
      <Roles file={file} token={token} members={members} certification={certification} />
      {certify.error !== null && <ErrorNotice error={certify.error} />}
      <Group justify="space-between">
        <Button
          leftSection={<IconId size={17} aria-hidden />}
          loading={certify.busy}
          disabled={!isReady}
          onClick={() => void run()}
        >
          {t('directory.certify')}
        </Button>
        <SaveState draft={draft} />
      </Group>
    </>
  );
};

/** The publisher certifies a card: ten words by voice, roles with their times, and what becomes of a former key. */
export const CertifyForm = ({ file, token }: CardFileProps) => {
  const { t } = useTranslation();
  // Certifying replaces the roles of who is known: without the members nothing may be typed.
  const members = useQueryCall('directory.members', {});
  if (members.data === undefined) {
    if (members.error === null) return <Loader aria-label={t('common.loading')} />;
    return <ErrorNotice error={members.error} onRetry={() => void members.refetch()} />;
  }
  return <LoadedForm file={file} token={token} members={members.data} />;
};
