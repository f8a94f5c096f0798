import { Alert, Button, Group, Loader, Stack } from '@mantine/core';
import { only } from '@shared/domain/form/fields.ts';
import { lacksQualification } from '@shared/domain/guidance/coach.ts';
import { newGuidanceFile } from '@shared/domain/guidance/drafts.ts';
import { isOtherLeader } from '@shared/domain/guidance/leader.ts';
import { type GuidanceKind, guidanceKinds, isLed } from '@shared/domain/guidance/record.ts';
import { guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { basisFields, headFields, qualificationFields } from '@shared/domain/guidance/working-file-fields.ts';
import { emptyPerson, type PersonInput, toPersonInput } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { type HolderWithPeople, useHolderWithPeople } from '../../../lib/holder.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { PersonChoice } from '../../../ui/form/PersonChoice.tsx';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { NotForSkp } from '../../../ui/NotForSkp.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Participants } from '../people/PeopleFields.tsx';
import { useRegister } from '../use-register.ts';
import { fileOnce } from './file-once.ts';

const StartForm = ({ kind, holder }: { readonly kind: GuidanceKind; readonly holder: HolderWithPeople }) => {
  const { t } = useTranslation();
  const go = useGo();
  const save = useCommand('guidance.save');
  const [keep] = useState(fileOnce);
  const draft = useDraft({
    kind: 'guidanceStart',
    caseId: null,
    subjectKey: kind,
    initial: {
      topic: '',
      leaderBasis: 'ownSuperior',
      assignment: '',
      qualification: '',
      participants: [],
      participantTyped: null,
      leader: toPersonInput(holder.person),
    },
  });
  const { leader, participants, participantTyped, qualification, ...head } = draft.value;
  const register = useRegister();
  const write = (name: string, next: unknown): void => draft.setValue((current) => ({ ...current, [name]: next }));
  /** What was said of a coach goes with that coach. */
  const lead = (next: PersonInput | null): void => {
    const isOther = next !== null && leader !== null && isOtherLeader(leader, next);
    draft.setValue((current) => ({ ...current, leader: next, ...(isOther && { qualification: '' }) }));
  };
  const read = () => {
    const start = { topic: head.topic, institution: holder.institution, period: today().slice(0, 4), participants };
    const file = newGuidanceFile(kind, { ...start, leader: leader ?? emptyPerson });
    const { topic, ...basis } = head;
    return readBy(guidanceFile, {
      ...file,
      topic,
      ...(isLed(kind) && basis),
      ...(kind === 'coaching' && { qualification }),
    });
  };
  const { issue, judging, judge } = useIssues(() => read().issues);
  const begin = async (): Promise<void> => {
    const { data: file, issues } = read();
    judge(issues);
    if (file === null) return;
    const saved = await keep(save.run, file);
    if (!saved.ok) return;
    await draft.discard();
    go(placeOf('guidanceFile', { guidanceId: saved.value.guidanceId }));
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Section title={t('guidance.who')}>
      <Stack gap="md">
        <Participants
          kind={kind}
          people={holder.people}
          value={participants}
          onChange={(next) => write('participants', next)}
          typed={participantTyped}
          onTyped={(next) => write('participantTyped', next)}
          error={issue('participants')}
        />
        <FormFields
          fields={only(headFields, ['topic'])}
          value={head}
          onChange={write}
          issue={issue}
          judging={judging}
        />
        <PersonChoice
          label={t(isLed(kind) ? 'guidance.leader' : `guidance.role.${kind}.leader`)}
          people={holder.people}
          value={leader}
          onChange={lead}
          error={issue('leader', 'name')}
        />
        {isLed(kind) && (
          <FormFields
            fields={basisFields(head.leaderBasis)}
            value={head}
            onChange={write}
            issue={issue}
            judging={judging}
          />
        )}
        {kind === 'coaching' && (
          <FormFields
            fields={qualificationFields}
            value={{ qualification }}
            onChange={write}
            issue={issue}
            judging={judging}
          />
        )}
        {leader !== null &&
          leader.name !== '' &&
          register !== undefined &&
          lacksQualification({ kind, leader, qualification }, register) && (
            <Alert color="amber" variant="light" role="status">
              {t('guidance.qualification.missing', { name: leader.name })}
            </Alert>
          )}
        {save.error !== null && <ErrorNotice error={save.error} />}
        <Group justify="space-between">
          <SaveState draft={draft} />
          <Button loading={save.busy} onClick={() => void begin()}>
            {t('guidance.begin')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
};

/** Begins a whole file of guidance: who, what about and, of coaching and mentoring, on which basis. */
export const StartPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { kind } = useParameters('newGuidance');
  const holder = useHolderWithPeople();
  const known = guidanceKinds.find((code) => code === kind) ?? 'coaching';
  return (
    <Page
      key={known}
      title={t(`guidance.new.${known}`)}
      intro={t(isLed(known) ? 'guidance.newIntro' : `guidance.newIntroOf.${known}`)}
      width="reading"
      crumbs={[{ label: t('guidance.title'), onClick: () => go(placeOf('guidance')) }]}
    >
      <NotForSkp />
      {holder === null ? <Loader aria-label={t('common.loading')} /> : <StartForm kind={known} holder={holder} />}
    </Page>
  );
};
