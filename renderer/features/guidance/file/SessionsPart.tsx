import { Alert, Group, Text } from '@mantine/core';
import { clashingPairs } from '@shared/domain/guidance/calendar.ts';
import { newCoachingSession, newLoggedSession } from '@shared/domain/guidance/drafts.ts';
import { isLed } from '@shared/domain/guidance/record.ts';
import {
  type CoachingSession,
  type GuidanceFile,
  type LoggedSession,
  workingLimits,
} from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { useFormat, zoneHere } from '../../../lib/format.ts';
import { newId } from '../../../lib/new-id.ts';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import { issuesBelow } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { Section } from '../../../ui/Section.tsx';
import { useAllSessions } from '../use-all-sessions.ts';
import { HelpPart } from './HelpPart.tsx';
import { MentoringRecord } from './MentoringRecord.tsx';
import type { SessionsProps } from './part-props.ts';
import { CoachingSessionCard, LoggedSessionCard } from './SessionCards.tsx';

/** Sessions of this file as typed, against everything else in the calendar. */
const useClashes = (file: GuidanceFile): readonly string[] => {
  const { t } = useTranslation();
  const { shortDate, zonedTime } = useFormat();
  const dates = file.sessions
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .sort();
  const others = useAllSessions(dates[0] ?? '', dates.at(-1) ?? '');
  const own = file.sessions
    .filter(({ state }) => state === 'planned')
    .map((session) => ({
      ...session,
      zone: session.zone ?? '',
      id: session.sessionId,
      label: t('guidance.thisSession'),
    }));
  const ids = new Set(own.map(({ id }) => id));
  return clashingPairs([...own, ...others.filter(({ id }) => !ids.has(id))])
    .filter(([a, b]) => ids.has(a.id) || ids.has(b.id))
    .map(([a, b]) => `${shortDate(a.date)}: ${zonedTime(a)} ${a.label} – ${zonedTime(b)} ${b.label}`);
};

/** Writes one thing of a session. */
const writeTo =
  (change: SessionsProps['change'], sessionId: string) =>
  (name: string, next: unknown): void => {
    const edited = <S extends { readonly sessionId: string }>(sessions: readonly S[]): S[] =>
      sessions.map((session) => (session.sessionId === sessionId ? { ...session, [name]: next } : session));
    change((current) =>
      current.kind === 'coaching'
        ? { ...current, sessions: edited(current.sessions) }
        : { ...current, sessions: edited(current.sessions) },
    );
  };

/** Sessions: planned, held with the form and the question bank, or missed. */
export const SessionsPart = (props: SessionsProps) => {
  const { t } = useTranslation();
  const { file, change, issue, judging } = props;
  const found = useClashes(file);
  const add = (): void =>
    change((current) =>
      current.kind === 'coaching'
        ? { ...current, sessions: [...current.sessions, newCoachingSession(newId(), zoneHere())] }
        : { ...current, sessions: [...current.sessions, newLoggedSession(newId(), zoneHere())] },
    );
  const remove = (index: number): void => {
    change((current) =>
      current.kind === 'coaching'
        ? { ...current, sessions: [...removeAt(current.sessions, index)] }
        : { ...current, sessions: [...removeAt(current.sessions, index)] },
    );
    judging.removed('sessions');
  };
  /** What is refused of a session as the working papers keep it. */
  const below = (index: number) => ({
    issue: issuesBelow(issue, 'sessions', index),
    judging: judgingBelow(judging, 'sessions', index),
  });
  const list = {
    keyOf: ({ sessionId }: CoachingSession | LoggedSession) => sessionId,
    legendOf: (number: number) => t('guidance.session.legend', { number }),
    removeLabelOf: (number: number) => t('guidance.session.remove', { number }),
    addLabel: t('guidance.session.add'),
    empty: t('guidance.session.empty'),
    max: workingLimits.sessions,
    onAdd: add,
    onRemove: remove,
  };
  return (
    <>
      <Section
        title={t('guidance.tab.sessions')}
        intro={t(isLed(file.kind) ? 'guidance.sessionsIntro' : `guidance.learningLog.${file.kind}`)}
      >
        {found.length > 0 && (
          <Alert color="amber" variant="light" mb="sm" title={t('guidance.clash')} role="status">
            {found.map((pair) => (
              <Text key={pair} size="sm">
                {pair}
              </Text>
            ))}
          </Alert>
        )}
        {file.kind === 'coaching' ? (
          <EntryList entries={file.sessions} {...list}>
            {(session, index) => (
              <CoachingSessionCard
                {...props}
                {...below(index)}
                file={file}
                session={session}
                number={index + 1}
                onChange={writeTo(change, session.sessionId)}
              />
            )}
          </EntryList>
        ) : (
          <EntryList entries={file.sessions} {...list}>
            {(session, index) => (
              <LoggedSessionCard
                {...below(index)}
                session={session}
                number={index + 1}
                onChange={writeTo(change, session.sessionId)}
              />
            )}
          </EntryList>
        )}
        <Group mt="md">{file.kind === 'mentoring' && <MentoringRecord {...props} file={file} />}</Group>
      </Section>
      {isLed(file.kind) && <HelpPart />}
    </>
  );
};
