import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { clashingPairs } from '@shared/domain/guidance/calendar.ts';
import { newCoachingSession, newMentoringSession } from '@shared/domain/guidance/drafts.ts';
import type { GuidanceFile } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../lib/new-id.ts';
import { Section } from '../../../ui/Section.tsx';
import { useAllSessions } from '../use-all-sessions.ts';
import { HelpPart } from './HelpPart.tsx';
import { MentoringRecord } from './MentoringRecord.tsx';
import type { SessionsProps } from './part-props.ts';
import { CoachingSessionCard, MentoringSessionCard } from './SessionCards.tsx';

/** Sessions of this file as typed, against everything else in the calendar. */
const useClashes = (file: GuidanceFile): readonly string[] => {
  const { t } = useTranslation();
  const dates = file.sessions
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .sort();
  const others = useAllSessions(dates[0] ?? '', dates.at(-1) ?? '');
  const own = file.sessions
    .filter(({ state }) => state === 'planned')
    .map((session) => ({ ...session, id: session.sessionId, label: t('guidance.thisSession') }));
  const ids = new Set(own.map(({ id }) => id));
  return clashingPairs([...own, ...others.filter(({ id }) => !ids.has(id))])
    .filter(([a, b]) => ids.has(a.id) || ids.has(b.id))
    .map(([a, b]) => `${a.date} ${a.startTime} ${a.label} – ${b.startTime} ${b.label}`);
};

/** Sessions: planned, held with the form and the question bank, or missed. */
export const SessionsPart = (props: SessionsProps) => {
  const { t } = useTranslation();
  const { file, change } = props;
  const found = useClashes(file);
  const add = (): void =>
    change((current) =>
      current.kind === 'coaching'
        ? { ...current, sessions: [...current.sessions, newCoachingSession(newId())] }
        : { ...current, sessions: [...current.sessions, newMentoringSession(newId())] },
    );
  return (
    <>
      <Section
        title={t('guidance.tab.sessions')}
        intro={t('guidance.sessionsIntro')}
        actions={
          <Button size="compact-md" variant="default" disabled={file.sessions.length >= 100} onClick={add}>
            {t('guidance.session.add')}
          </Button>
        }
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
        {file.sessions.length === 0 && <Text c="dimmed">{t('guidance.session.empty')}</Text>}
        <Stack gap="md">
          {file.kind === 'coaching'
            ? file.sessions.map((session, index) => (
                <CoachingSessionCard
                  key={session.sessionId}
                  {...props}
                  file={file}
                  session={session}
                  number={index + 1}
                />
              ))
            : file.sessions.map((session, index) => (
                <MentoringSessionCard
                  key={session.sessionId}
                  {...props}
                  file={file}
                  session={session}
                  number={index + 1}
                />
              ))}
        </Stack>
        <Group mt="md">{file.kind === 'mentoring' && <MentoringRecord {...props} file={file} />}</Group>
      </Section>
      <HelpPart />
    </>
  );
};
