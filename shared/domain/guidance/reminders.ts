import { addDays } from '@shared/kernel/date.ts';
import { type GuidanceFile, goalsOf } from './working-file.ts';

/** What is due in a file of guidance; texts in i18n under `guidance.reminder.<kind>`. */
export type ReminderKind = 'session' | 'action' | 'goal' | 'evaluation' | 'signature';

export interface Reminder {
  readonly kind: ReminderKind;
  /** `YYYY-MM-DD`; the day from which it is due. */
  readonly date: string;
}

/** Days ahead in which something is shown as due: the sources give no deadlines (law: deadlines). */
export const reminderDays = 7;

/**
 * What is due of an open file by `today` and a week ahead: planned sessions, actions not done, goals still open, and an
 * evaluation once every goal was due. `unsignedSince`: days of records that nobody has signed completely. Earliest
 * first.
 */
export const remindersOf = (file: GuidanceFile, unsignedSince: readonly string[], today: string): Reminder[] => {
  if (file.status === 'concluded') return [];
  const until = addDays(today, reminderDays);
  const soon = (kind: ReminderKind, dates: readonly string[]): Reminder[] =>
    dates.filter((date) => date !== '' && date <= until).map((date) => ({ kind, date }));
  const goals = goalsOf(file);
  const goalDays = goals.map(({ due }) => due).filter((due) => due !== '');
  const last = goalDays.sort().at(-1) ?? '';
  return [
    ...soon(
      'session',
      file.sessions.filter(({ state }) => state === 'planned').map(({ date }) => date),
    ),
    ...soon(
      'action',
      file.actions.filter(({ done }) => !done).map(({ due }) => due),
    ),
    ...soon(
      'goal',
      goals.filter(({ state }) => state === 'open').map(({ due }) => due),
    ),
    ...(last !== '' && last < today && 'evaluation' in file && file.evaluation.outcome === ''
      ? [{ kind: 'evaluation' as const, date: last }]
      : []),
    ...unsignedSince.map((date) => ({ kind: 'signature' as const, date })),
  ].sort((a, b) => a.date.localeCompare(b.date));
};
