import { Button, Group, Loader, Stack } from '@mantine/core';
import { newGuidanceFile } from '@shared/domain/guidance/drafts.ts';
import type { GuidanceKind } from '@shared/domain/guidance/record.ts';
import { type GuidanceFile, guidanceFile } from '@shared/domain/guidance/working-file.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useGo, useRouteParams } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { emptyPerson } from '../../../ui/PersonFields.tsx';
import { Section } from '../../../ui/Section.tsx';
import { type Issues, issuesOf } from '../form/issues.ts';
import { TextField } from '../form/TextField.tsx';
import { paths } from '../paths.ts';
import { LeaderBasis } from '../people/LeaderBasis.tsx';
import { Participants, PersonChoice } from '../people/PeopleFields.tsx';
import { type Holder, toInput, useHolder } from '../use-holder.ts';

const StartForm = ({ kind, holder }: { readonly kind: GuidanceKind; readonly holder: Holder }) => {
  const { t } = useTranslation();
  const go = useGo();
  const save = useCommand('guidance.save');
  const [leader, setLeader] = useState<PersonInput | null>(toInput(holder.person));
  const [participants, setParticipants] = useState<PersonInput[]>([]);
  const [topic, setTopic] = useState('');
  const [basis, setBasis] = useState<GuidanceFile['leaderBasis']>('ownSuperior');
  const [assignment, setAssignment] = useState('');
  const [issues, setIssues] = useState<Issues>({});
  const begin = async (): Promise<void> => {
    const start = { topic, institution: holder.institution, period: today().slice(0, 4), participants };
    const file = guidanceFile.safeParse({
      ...newGuidanceFile(kind, { ...start, leader: leader ?? emptyPerson }),
      leaderBasis: basis,
      assignment,
    });
    setIssues(issuesOf(file, t));
    if (!file.success) return;
    const saved = await save.run({ guidanceId: null, revision: 0, file: file.data });
    if (saved.ok) go(paths.file(saved.value.guidanceId));
  };
  return (
    <Section title={t('guidance.who')}>
      <Stack gap="md">
        <Participants
          people={holder.people}
          value={participants}
          onChange={setParticipants}
          error={issues.participants}
        />
        <TextField
          label={t('guidance.topic')}
          path="topic"
          line
          required
          value={topic}
          onChange={setTopic}
          issues={issues}
        />
        <PersonChoice
          label={t('guidance.leader')}
          people={holder.people}
          value={leader}
          onChange={setLeader}
          error={issues['leader.name']}
        />
        <LeaderBasis value={basis} onChange={setBasis} />
        {basis === 'specialAssignment' && (
          <TextField
            label={t('guidance.assignment')}
            path="assignment"
            line
            value={assignment}
            onChange={setAssignment}
            issues={issues}
          />
        )}
        {save.error !== null && <ErrorNotice error={save.error} />}
        <Group justify="flex-end">
          <Button loading={save.busy} onClick={() => void begin()}>
            {t('guidance.begin')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
};

/** Begins a whole file of coaching or mentoring: who, what about, on which basis. */
export const StartPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { kind } = useRouteParams();
  const holder = useHolder();
  const known: GuidanceKind = kind === 'mentoring' ? 'mentoring' : 'coaching';
  return (
    <Page
      key={known}
      title={t(`guidance.new.${known}`)}
      intro={t('guidance.newIntro')}
      width="reading"
      crumbs={[{ label: t('guidance.title'), onClick: () => go(paths.list) }]}
    >
      {holder === null ? <Loader aria-label={t('common.loading')} /> : <StartForm kind={known} holder={holder} />}
    </Page>
  );
};
