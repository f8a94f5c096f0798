import { inOrder } from './order.ts';
import type { CaseState, NamedHeader } from './state.ts';

export interface OwnViewInput<T extends NamedHeader> {
  readonly acts: readonly T[];
  /** Acts that are records for oneself (hashes). */
  readonly own: ReadonlySet<string>;
  /**
   * Acts of the holder's that wait for the answer of their author (hashes): who entered them has the paper, and works
   * on by it alone.
   */
  readonly relied: ReadonlySet<string>;
  readonly fold: (acts: readonly T[], relied?: ReadonlySet<string>) => CaseState;
  /** Whether a record for oneself tells of the same occasion as a shared act; never when absent. */
  readonly isSame?: (own: T, shared: T) => boolean;
}

/** A case as its holder has it. */
export interface OwnView {
  /** What all share, and the records for oneself that take no effect from any of it. */
  readonly state: CaseState;
  /** What all share. */
  readonly shared: CaseState;
  /** Records for oneself that an act of others has taken the place of (hashes). */
  readonly superseded: ReadonlySet<string>;
}

interface Kept<T> {
  readonly acts: readonly T[];
  readonly state: CaseState;
}

/**
 * An act put after everything that has effect by now: what it builds on may have been replaced, and with that its place
 * in the order is gone.
 */
const afterAll = <T extends NamedHeader>(act: T, { heads }: CaseState): T => ({
  ...act,
  header: { ...act.header, refs: [...new Set([...act.header.refs, ...heads])] },
});

/** Whether an act builds on another one, by names. */
const buildsOn = ({ header: { refs, about } }: NamedHeader, hash: string, known: ReadonlyMap<string, NamedHeader>) => {
  const names = new Set([...refs, ...(about === null ? [] : [about])]);
  // Names that are added while the set is walked are walked too.
  for (const name of names) {
    const named = known.get(name)?.header;
    for (const further of named === undefined ? [] : [...named.refs, named.about]) if (further) names.add(further);
  }
  return names.has(hash);
};

/**
 * Records for oneself of what others then signed as well, and the act that each gives way to: where acts of a type
 * repeat, both could have effect, and the same session would stand there twice. Who made the record upon that very act
 * means another occasion.
 */
const twinsIn = <T extends NamedHeader>(
  own: readonly T[],
  shared: readonly T[],
  known: ReadonlyMap<string, T>,
  isSame: (own: T, shared: T) => boolean,
): ReadonlyMap<string, string> => {
  const twins = new Map<string, string>();
  for (const act of own) {
    const about = twins.get(act.header.about ?? '') ?? act.header.about;
    const isFree = ({ hash }: T): boolean => ![...twins.values()].includes(hash) && !buildsOn(act, hash, known);
    const twin = shared.find((other) => other.header.about === about && isSame(act, other) && isFree(other));
    if (twin !== undefined) twins.set(act.hash, twin.hash);
  }
  return twins;
};

/**
 * Folds a case for its holder (law: keeper): the shared acts alone, and with them each record for oneself, in order,
 * that leaves every shared act the effect that it has alone: where it was made or, once what it builds on is replaced,
 * after what took its place. One that tells of the same occasion as a shared act gives way to it, and what is about the
 * record is about that act, but for corrections of its words. What waits for its author has effect here too, for who
 * entered it, as long as it takes none from a shared act.
 */
export const ownView = <T extends NamedHeader>(input: OwnViewInput<T>): OwnView => {
  const { acts, own, relied, fold, isSame = () => false } = input;
  const sharedActs = acts.filter(({ hash }) => !own.has(hash));
  const shared = fold(sharedActs);
  if (own.size === 0 && relied.size === 0) return { state: shared, shared, superseded: own };
  const isWhole = (state: CaseState): boolean => {
    const effective = new Set(state.acts.map(({ hash }) => hash));
    return shared.acts.every(({ hash }) => effective.has(hash));
  };
  const known = new Map(acts.map((act) => [act.hash, act]));
  const { ordered } = inOrder(acts);
  const records = ordered.flatMap(({ hash }) => (own.has(hash) ? (known.get(hash) ?? []) : []));
  const twins = twinsIn(
    records,
    shared.acts.flatMap(({ hash }) => known.get(hash) ?? []),
    known,
    isSame,
  );
  if (twins.size === 0) {
    const all = fold(acts, relied);
    if (isWhole(all)) return { state: all, shared, superseded: new Set() };
  }
  const superseded = new Set<string>();
  let kept: Kept<T> = { acts: sharedActs, state: shared };
  /** What is kept with one more, where that leaves the shared acts whole and has effect itself. */
  const withOne = (act: T): Kept<T> | null => {
    const tried = [...kept.acts, act];
    const state = fold(tried);
    return isWhole(state) && state.acts.some(({ hash }) => hash === act.hash) ? { acts: tried, state } : null;
  };
  for (const record of records) {
    const twin = twins.get(record.header.about ?? '');
    const act = twin === undefined ? record : { ...record, header: { ...record.header, about: twin } };
    const gives = twins.has(act.hash) || (twin !== undefined && act.header.type === 'actCorrected');
    const more = gives ? null : (withOne(act) ?? withOne(afterAll(act, kept.state)));
    if (more === null) superseded.add(act.hash);
    else kept = more;
  }
  return { state: kept.state, shared, superseded };
};
