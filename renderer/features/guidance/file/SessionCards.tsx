import { Button, Fieldset, Group, NumberInput, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { sessionStates } from '@shared/domain/case/state.ts';
import { maxLine, maxMinutes } from '@shared/domain/fields.ts';
import type { CoachingSession, MentoringFile, MentoringSession } from '@shared/domain/guidance/working-file.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CoachingFields } from '../form/CoachingFields.tsx';
import { TextField } from '../form/TextField.tsx';
import { CoachingRecord } from './CoachingRecord.tsx';
import type { CoachingCardProps, SessionsProps } from './part-props.ts';
import { QuestionBank } from './QuestionBank.tsx';

type Session = CoachingSession | MentoringSession;
type Timed = Pick<Session, 'state' | 'date' | 'startTime' | 'minutes' | 'place'>;

interface TimeProps {
  readonly session: Session;
  readonly number: number;
  readonly onChange: (change: Partial<Timed>) => void;
  readonly onRemove: () => void;
}

/** When and where, and whether it was held. */
const SessionTime = ({ session, number, onChange, onRemove }: TimeProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('guidance.session.state', { number })}
          value={session.state}
          onChange={(state) => onChange({ state: state as Timed['state'] })}
          data={sessionStates.map((value) => ({ value, label: t(`guidance.sessionState.${value}`) }))}
        />
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
          {t('guidance.session.remove', { number })}
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        <TextInput
          type="date"
          label={t('guidance.field.date')}
          value={session.date}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('guidance.field.startTime')}
          value={session.startTime}
          onChange={(event) => onChange({ startTime: event.currentTarget.value.slice(0, 5) })}
        />
        <NumberInput
          label={t('guidance.field.minutes')}
          min={1}
          max={maxMinutes}
          allowDecimal={false}
          value={session.minutes ?? ''}
          onChange={(minutes) => onChange({ minutes: typeof minutes === 'number' ? minutes : null })}
        />
        <TextInput
          label={t('guidance.field.place')}
          maxLength={maxLine}
          value={session.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      </SimpleGrid>
    </>
  );
};

/** One coaching session: the form beside the question bank. */
export const CoachingSessionCard = (props: CoachingCardProps) => {
  const { t } = useTranslation();
  const { file, change, session, number } = props;
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  const set = (edit: Partial<CoachingSession>): void =>
    change((current) =>
      current.kind === 'coaching'
        ? {
            ...current,
            sessions: current.sessions.map((other) =>
              other.sessionId === session.sessionId ? { ...other, ...edit } : other,
            ),
          }
        : current,
    );
  const remove = (): void =>
    change((current) =>
      current.kind === 'coaching'
        ? { ...current, sessions: current.sessions.filter(({ sessionId }) => sessionId !== session.sessionId) }
        : current,
    );
  return (
    <Fieldset legend={t('guidance.session.legend', { number })}>
      <SessionTime session={session} number={number} onChange={set} onRemove={remove} />
      {session.state === 'held' && (
        <Stack gap="md" mt="md">
          <QuestionBank session={session} onChange={(asked) => set({ asked })} />
          <CoachingFields
            value={{ ...session.form, date: session.date, minutes: session.minutes, place: session.place }}
            onChange={({ date: _date, minutes: _minutes, place: _place, ...form }) =>
              set({ form: { ...session.form, ...form } })
            }
            issues={issues}
            mayAdjust={file.leaderBasis === 'ownSuperior'}
            withoutTime
          />
          <CoachingRecord {...props} onIssues={setIssues} />
        </Stack>
      )}
    </Fieldset>
  );
};

export interface MentoringCardProps extends SessionsProps {
  readonly file: MentoringFile;
  readonly session: MentoringSession;
  readonly number: number;
}

/** One session of a mentoring: what was done and what came of it. */
export const MentoringSessionCard = ({ change, session, number }: MentoringCardProps) => {
  const { t } = useTranslation();
  const set = (edit: Partial<MentoringSession>): void =>
    change((current) =>
      current.kind === 'mentoring'
        ? {
            ...current,
            sessions: current.sessions.map((other) =>
              other.sessionId === session.sessionId ? { ...other, ...edit } : other,
            ),
          }
        : current,
    );
  const remove = (): void =>
    change((current) =>
      current.kind === 'mentoring'
        ? { ...current, sessions: current.sessions.filter(({ sessionId }) => sessionId !== session.sessionId) }
        : current,
    );
  return (
    <Fieldset legend={t('guidance.session.legend', { number })}>
      <SessionTime session={session} number={number} onChange={set} onRemove={remove} />
      {session.state === 'held' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="sm">
          {(['activity', 'result'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`guidance.field.${name}`)}
              path={name}
              value={session[name]}
              onChange={(text) => set({ [name]: text })}
              issues={{}}
            />
          ))}
        </SimpleGrid>
      )}
    </Fieldset>
  );
};
