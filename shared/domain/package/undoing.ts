import type { CaseState } from '../case/state.ts';
import { afterNamed, pastsAmong } from './lineage.ts';
import { type ActAtHand, namesOf, pastOf } from './past.ts';

export interface UndoingInput {
  /** Acts of the case that this vault has. */
  readonly held: readonly ActAtHand[];
  /** Acts that come. */
  readonly incoming: readonly ActAtHand[];
  /** The state of acts as the holder of this vault can judge it. */
  readonly fold: (acts: readonly ActAtHand[]) => CaseState;
}

/** True where every act that comes builds on everything that is here: then none comes before any of it. */
const areAllAfter = (held: readonly ActAtHand[], acts: readonly ActAtHand[]): boolean => {
  const named = new Set(held.flatMap(namesOf));
  const heads = held.filter(({ hash }) => !named.has(hash));
  const ordered = afterNamed(new Map([...held, ...acts].map((act) => [act.hash, act])));
  const pasts = pastsAmong(heads, ordered);
  const whole = (1n << BigInt(heads.length)) - 1n;
  return acts.every(({ hash }) => pasts.get(hash) === whole);
};

/**
 * Acts that come and take its effect from one that has it here: they stand before it in the order of all, since they do
 * not name it and their hash is smaller, and the table does not allow both. Two who act at the same time without
 * knowing of each other do so honestly; somebody who signs again until the hash is small enough does not. What answers
 * for paper is meant to do so, and is asked about by itself.
 */
export const undoingActs = ({ held, incoming, fold }: UndoingInput): ReadonlySet<string> => {
  const here = new Set(held.map(({ hash }) => hash));
  const fresh = new Map(incoming.filter(({ hash }) => !here.has(hash)).map((act) => [act.hash, act]));
  const loses = (before: readonly ActAtHand[], more: readonly ActAtHand[]): boolean => {
    const after = new Set(fold([...before, ...more]).acts.map(({ hash }) => hash));
    return fold(before).acts.some(({ hash }) => !after.has(hash));
  };
  const acts = [...fresh.values()];
  if (held.length === 0 || areAllAfter(held, acts) || !loses(held, acts)) return new Set();
  const undoes = (act: ActAtHand): boolean =>
    act.header.type !== 'paperAnswered' && loses([...held, ...pastOf(act, fresh)], [act]);
  return new Set(acts.filter(undoes).map(({ hash }) => hash));
};
