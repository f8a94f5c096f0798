import type { Settings } from '@shared/contract/settings.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { addDays } from '@shared/kernel/date.ts';

type Terms = Pick<Settings, 'correctionDays' | 'reminderDays'>;

/** Within how many days an act is due before it counts as late: a request for correction has a term of its own. */
const termOf = (due: ActType, { correctionDays, reminderDays }: Terms): number =>
  due === 'correctionAnswered' ? correctionDays : reminderDays;

/** True for what waits for more days than its term; false before the settings are here. */
export const isLate = (due: ActType, days: number, terms: Terms | undefined): boolean =>
  terms !== undefined && days > termOf(due, terms);

/** Follow-ups whose day has passed, or comes within the days of the reminders; before the settings are here, today. */
export const dueSoon = <F extends { readonly dueDate: string }>(
  followUps: readonly F[],
  today: string,
  terms: Pick<Terms, 'reminderDays'> | undefined,
): readonly F[] => followUps.filter(({ dueDate }) => dueDate <= addDays(today, terms?.reminderDays ?? 0));
