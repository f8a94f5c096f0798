import { type ActDays, isRecordedLate } from '@shared/domain/case/act-days.ts';
import type { Translate } from './texts.ts';

/** Both days of an act, a line each: when what it tells about happened, and when it was signed. */
export const dayLines = (days: ActDays, t: Translate): string[] => [
  ...(days.happenedOn === null ? [] : [t('cli.days.happened', { day: days.happenedOn })]),
  t(isRecordedLate(days) ? 'cli.days.statedLate' : 'cli.days.stated', { day: days.statedOn }),
];
