import { Alert, Button, Group, Select, Stack } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Section } from '../../../ui/Section.tsx';
import { type Compared, CompareWords } from '../../../ui/TenWords.tsx';
import { useGuardedCommand } from '../../../ui/use-guarded-command.ts';
import { activeKey } from '../members/member-search.ts';
import { paths } from '../paths.ts';
import { type Reason, ReasonChoice } from '../ReasonChoice.tsx';
import { RoleSpansInput } from '../RoleSpansInput.tsx';
import { spansFit, spansFrom, type TypedSpan } from '../role-spans.ts';

/** What a card file says, as the backend read it. */
export type Card = Extract<Output<'identity.inspectFile'>, { kind: 'card' }>;

export interface CardFileProps {
  readonly file: Card;
  readonly token: string;
}

/** The publisher certifies a card: ten words by telephone, roles with their times, and what becomes of a former key. */
export const CertifyForm = ({ file, token }: CardFileProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const members = useQueryCall('directory.members', {}).data ?? [];
  const [compared, setCompared] = useState<Compared>(null);
  const [typedSpans, setSpans] = useState<readonly TypedSpan[] | null>(null);
  const [chosenEntry, setChosenEntry] = useState<string | null>(null);
  const [reason, setReason] = useState<Reason | null>(null);
  const certify = useGuardedCommand('directory.certify');
  const { person, roles } = file.card;
  const entryId = file.entryId ?? chosenEntry;
  const entry = members.find((member) => member.entryId === entryId);
  const former = entry !== undefined && activeKey(entry) !== undefined;
  const spans = typedSpans ?? (entry !== undefined && entry.roles.length > 0 ? entry.roles : spansFrom(roles, today()));
  const fits = spans.length > 0 && spansFit(spans);
  const ready = compared === 'same' && fits && (!former || reason !== null);
  const run = async (): Promise<void> => {
    const input = {
      fileToken: token,
      words: file.words,
      roles: [...spans],
      entryId,
      formerKey: former ? reason : null,
    };
    const answer = await certify.run(input, t('directory.certifyReason', { name: person.name }));
    if (!answer?.ok) return;
    notice(t('directory.certifiedDone', { name: person.name }));
    go(paths.home);
  };
  return (
    <>
      {file.state === 'newKey' && (
        <Alert color="amber" variant="light" mb="md" title={t('directory.newKeyTitle')}>
          {t('directory.newKeyText', { name: person.name })}
        </Alert>
      )}
      <Section title={t('directory.certifyWords')}>
        <CompareWords
          words={file.words}
          instruction={t('directory.certifyHow', { name: person.name })}
          value={compared}
          onChange={setCompared}
        />
      </Section>
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
              data={members.map((member) => ({
                value: member.entryId,
                label: [member.person.name, member.person.position].filter((part) => part !== '').join(' · '),
              }))}
              value={chosenEntry}
              onChange={setChosenEntry}
              nothingFoundMessage={t('common.nothingFound')}
            />
          )}
          {former && <ReasonChoice label={t('directory.formerKey')} value={reason} onChange={setReason} />}
        </Stack>
      </Section>
      {certify.error !== null && <ErrorNotice error={certify.error} />}
      <Group>
        <Button
          leftSection={<IconId size={17} aria-hidden />}
          loading={certify.busy}
          disabled={!ready}
          onClick={() => void run()}
        >
          {t('directory.certify')}
        </Button>
      </Group>
    </>
  );
};
