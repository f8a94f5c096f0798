import { z } from 'zod';
import { natural } from '../fields.ts';

/** What a calendar shows of a session. */
const shown = {
  date: z.string(),
  startTime: z.string(),
  // What was written before has none.
  zone: z.string().default(''),
  minutes: z.number().nullable(),
  place: z.string(),
};

/** A session as other calendars have it: what was last written, how often it changed, whether it was dropped. */
const sentSession = z.strictObject({
  guidanceId: z.string(),
  sessionId: z.string(),
  ...shown,
  sequence: natural,
  cancelled: z.boolean(),
});
export type SentSession = z.output<typeof sentSession>;
export const sentSessions = z.array(sentSession);

/** A session that is planned now. */
export type PlannedSession = Omit<SentSession, 'sequence' | 'cancelled'>;

const isSame = (a: PlannedSession, b: PlannedSession): boolean =>
  Object.keys(shown).every((part) => a[part as keyof typeof shown] === b[part as keyof typeof shown]);

/** RFC 5545, 3.8.7.4: a higher number for each change, the same number where nothing changed. */
const asSent = (session: PlannedSession, before: SentSession | undefined): SentSession => {
  const { guidanceId, sessionId, date, startTime, zone, minutes, place } = session;
  const changed = before !== undefined && (before.cancelled || !isSame(before, session));
  const sequence = (before?.sequence ?? 0) + (changed ? 1 : 0);
  return { guidanceId, sessionId, date, startTime, zone, minutes, place, sequence, cancelled: false };
};

const asCancelled = (before: SentSession): SentSession =>
  before.cancelled ? before : { ...before, sequence: before.sequence + 1, cancelled: true };

/**
 * What the next calendar file says, in the order of the days: the planned sessions, and those that earlier files had
 * planned and that are planned no more. One that was held stays in other calendars as it is. What was dropped is said
 * again until its day is over, since nobody knows which file was read.
 */
export const nextSent = (
  before: readonly SentSession[],
  planned: readonly PlannedSession[],
  { held, today }: { readonly held: ReadonlySet<string>; readonly today: string },
): SentSession[] => {
  const known = new Map(before.map((session) => [session.sessionId, session]));
  const still = new Set(planned.map(({ sessionId }) => sessionId));
  const gone = before.filter(({ sessionId, date }) => !still.has(sessionId) && !held.has(sessionId) && date >= today);
  return [...planned.map((session) => asSent(session, known.get(session.sessionId))), ...gone.map(asCancelled)].sort(
    (a, b) => `${a.date}${a.startTime}`.localeCompare(`${b.date}${b.startTime}`),
  );
};
