import { isEarlier } from '@shared/kernel/date.ts';
import { foldText } from '@shared/kernel/fold-text.ts';

/** By what profiles are told apart. */
export interface Issued {
  readonly serial: number;
  readonly issuedAt: string;
}

/** A profile as vaults compare them: whose it is, and what it says by its hash. */
export interface Comparable {
  readonly rootKey: string;
  readonly directoryId: string;
  readonly serial: number;
  /** SHA-256 of what was signed. */
  readonly hash: string;
}

/** What a profile that comes is to the one that a vault has: `fork`, another one under the same number. */
export type ProfileStanding = 'newer' | 'same' | 'older' | 'fork' | 'otherRoot';

/**
 * What a profile is worth here: it belongs to the directory that is trusted, and its number is higher. It needs no
 * chain to the one before: nobody's keys hang on it, and a publisher who was put back goes on with a higher number.
 */
export const standingOfProfile = (
  trusted: Pick<Comparable, 'rootKey' | 'directoryId'>,
  here: Pick<Comparable, 'serial' | 'hash'> | null,
  coming: Comparable,
): ProfileStanding => {
  if (coming.rootKey !== trusted.rootKey || coming.directoryId !== trusted.directoryId) return 'otherRoot';
  if (here === null || coming.serial > here.serial) return 'newer';
  if (coming.serial < here.serial) return 'older';
  return coming.hash === here.hash ? 'same' : 'fork';
};

/**
 * Of all profiles of an institution the one that was in force at a moment: the latest that had been issued. A paper of
 * before the first one shows the first: nothing earlier is known.
 */
export const profileAt = <P extends Issued>(profiles: readonly P[], at: string): P | null => {
  const sorted = [...profiles].sort((a, b) => a.serial - b.serial);
  return sorted.filter(({ issuedAt }) => !isEarlier(at, issuedAt)).at(-1) ?? sorted[0] ?? null;
};

/** True when a paper of the institution `named` is one of the office that has these names; a paper of none is. */
export const isOfOffice = (named: string, ours: readonly string[]): boolean =>
  named === '' || ours.some((name) => name !== '' && foldText(name) === foldText(named));
