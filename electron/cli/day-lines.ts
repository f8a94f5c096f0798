import { type ActDays, isRecordedLate } from '@shared/domain/case/act-days.ts';
import type { ActVoice } from '@shared/domain/case/voice.ts';
import type { Translate } from './texts.ts';

/**
 * Both days of an act, a line each: when what it tells about happened, and when it was signed. Where it names no such
 * day, a line says that the day is this computer's; another one whether the clock was corrected for it.
 */
export const dayLines = (days: ActDays & Pick<ActVoice, 'clockCorrected'>, t: Translate): string[] => [
  ...(days.happenedOn === null ? [] : [t('cli.days.happened', { day: days.happenedOn })]),
  t(isRecordedLate(days) ? 'cli.days.statedLate' : 'cli.days.stated', { day: days.statedOn }),
  ...(days.isDayTold ? [] : [t('cli.days.here')]),
  ...(days.clockCorrected ? [t('cli.days.clockCorrected')] : []),
];
