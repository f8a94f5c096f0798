import type { ActCheck, ListedAct } from '@shared/contract/case.ts';
import { emptyPerson, namedPerson, type PersonInput } from '@shared/domain/identity/person.ts';
import type { PaperState } from './paper-state.ts';

type Obstacle = ActCheck['obstacles'][number];

/** What the trial of acts told, by where a page shows it. */
export interface Told<Slot extends string> {
  /** Places for files in which something is missing. */
  readonly slots: readonly Slot[];
  /** What else stands in the way. */
  readonly obstacles: readonly Obstacle[];
}

/** Files of a paper as it is tried: the scan comes first, and without it nothing else counts yet. */
export const filesOfPaper = ({ scan, evidence }: Pick<PaperState, 'scan' | 'evidence'>): string[] =>
  scan === null ? [] : [scan, ...evidence].map(({ attachmentId }) => attachmentId);

/** True for somebody who can author an act: named, and with a NIP that is one. */
export const isAuthor = (person: unknown): person is PersonInput => namedPerson.safeParse(person).success;

/** Acts as they can be tried: for an author who is not named in full stands somebody of whom nothing is known. */
export const tryable = (acts: readonly ListedAct[]): ListedAct[] =>
  acts.map((act) => (isAuthor(act.author) ? act : { ...act, author: { ...emptyPerson, name: '…' } }));

/**
 * Sorts what stands in the way of acts: `slotOf` says by the code of an obstacle which place for files answers it.
 * While the scan is missing, further files that are there already are not asked for again: with the scan they will be
 * judged.
 */
export const toldBy = <Slot extends string>(
  checks: readonly ActCheck[],
  slotOf: Readonly<Record<string, Slot>>,
  { scan, evidence }: Pick<PaperState, 'scan' | 'evidence'>,
): Told<Slot> => {
  const all = new Map(checks.flatMap(({ obstacles }) => obstacles.map((obstacle) => [obstacle.code, obstacle])));
  const waits = (code: string): boolean => scan === null && evidence.length > 0 && code !== 'scanMissing';
  const inSlots = [...all.keys()].filter((code) => Object.hasOwn(slotOf, code) && !waits(code));
  return {
    slots: Object.entries(slotOf).flatMap(([code, slot]) => (inSlots.includes(code) ? [slot] : [])),
    obstacles: [...all.values()].filter(({ code }) => !Object.hasOwn(slotOf, code)),
  };
};

/** True when acts may be recorded as far as a page can tell that shows `shownGaps` places to complete. */
export const mayTry = (checks: readonly Pick<ActCheck, 'issues' | 'obstacles'>[], shownGaps: number): boolean =>
  checks.every(({ issues, obstacles }) => obstacles.length === 0 && (issues.length === 0 || shownGaps === 0));
