import type { ActHash } from '../case/header.ts';
import type { NamedHeader } from '../case/state.ts';
import { afterNamed, pastsAmong } from './lineage.ts';
import { type ActAtHand, namesOf } from './past.ts';

// Version 0.3 drew the ids of its files by chance, so that two may be opened under one. All that is opened now has an
// id that is made of its opening, and no other opening fits it.

/** What was opened under one id, as far as it is here. */
export interface OpeningsHere {
  /** Opening of the file that counts; null: none is here. */
  readonly stands: ActHash | null;
  /** Acts of files that were set aside and go on from the opening of their file, each with that opening. */
  readonly aside: ReadonlyMap<ActHash, ActHash>;
}

/**
 * Acts that go on from an opening, as far as what is at hand tells, with the opening itself. What somebody brought
 * along in a file of the own need not be of it: only what it names tells that, which nobody can change.
 */
export const goingOnFrom = (opening: ActHash, acts: readonly NamedHeader[]): ReadonlySet<ActHash> => {
  const known = new Map(acts.map((act) => [act.hash, act]));
  const first = known.get(opening);
  if (first === undefined) return new Set();
  const pasts = pastsAmong([first], afterNamed(known));
  return new Set([...known.keys()].filter((hash) => hash === opening || (pasts.get(hash) ?? 0n) !== 0n));
};

/**
 * Opening of the other file to which acts that came belong: they bring one that does not count here, or none, and name
 * acts of a file that was set aside. Null: they belong to the file that counts, or begin one; two at once are no file.
 */
export const otherOpeningOf = (
  incoming: readonly Pick<ActAtHand, 'hash' | 'header' | 'deeper'>[],
  { stands, aside }: OpeningsHere,
): ActHash | null => {
  const [opening, ...more] = incoming.filter(({ header }) => header.type === 'caseOpened');
  if (stands === null || more.length > 0) return null;
  if (opening !== undefined) return opening.hash === stands ? null : opening.hash;
  const named = incoming.flatMap(namesOf).find((hash) => aside.has(hash));
  return aside.get(named ?? '') ?? null;
};
