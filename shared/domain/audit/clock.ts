import { isEarlier } from '@shared/kernel/date.ts';

/** So many days a vault may lie unused before somebody is asked whether the clock is right (our rule). */
export const unusedDays = 400;

/**
 * What a person says where the clock of this computer is doubted: it is wrong now; it was wrong earlier and is right
 * now; it is right, and the vault was not used for long.
 */
export const clockReasons = ['computerWrong', 'earlierWrong', 'longUnused'] as const;
export type ClockReason = (typeof clockReasons)[number];

/** Reasons that say that the clock is right now: what was doubted is settled by them. */
export const settlingReasons = ['earlierWrong', 'longUnused'] as const satisfies readonly ClockReason[];
export type SettlingReason = (typeof settlingReasons)[number];

/** True when a clock went back by more than clocks may differ, or ahead by more than a vault lies unused. */
export const leaps = (last: string, now: string): boolean =>
  isEarlier(now, last) || Date.parse(now) - Date.parse(last) > unusedDays * 86_400_000;

/** The last entry of the trail that changes what is known of the clock; that it was said to be wrong does not. */
export interface ClockEntry {
  readonly kind: 'clockJumped' | 'clockReturned' | 'clockStated';
  readonly subject: string;
}

/** True while nobody has said that the clock is right, and it has not come back by itself. */
export const isDoubtOpen = (last: ClockEntry | undefined): boolean => last?.kind === 'clockJumped';
