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

/**
 * Folds a case for its holder (law: keeper): the shared acts alone, and with them each record for oneself, in order,
 * that leaves every shared act the effect that it has alone: where it was made or, once what it builds on is replaced,
 * after what took its place. What waits for its author has effect here too, for who entered it, as long as it takes
 * none from a shared act.
 */
export const ownView = <T extends NamedHeader>({ acts, own, relied, fold }: OwnViewInput<T>): OwnView => {
  const sharedActs = acts.filter(({ hash }) => !own.has(hash));
  const shared = fold(sharedActs);
  if (own.size === 0 && relied.size === 0) return { state: shared, shared, superseded: own };
  const isWhole = (state: CaseState): boolean => {
    const effective = new Set(state.acts.map(({ hash }) => hash));
    return shared.acts.every(({ hash }) => effective.has(hash));
  };
  const all = fold(acts, relied);
  if (isWhole(all)) return { state: all, shared, superseded: new Set() };
  const known = new Map(acts.map((act) => [act.hash, act]));
  const superseded = new Set<string>();
  let kept: Kept<T> = { acts: sharedActs, state: shared };
  /** What is kept with one more, where that leaves the shared acts whole and has effect itself. */
  const withOne = (act: T): Kept<T> | null => {
    const tried = [...kept.acts, act];
    const state = fold(tried);
    return isWhole(state) && state.acts.some(({ hash }) => hash === act.hash) ? { acts: tried, state } : null;
  };
  for (const { hash } of inOrder(acts).ordered) {
    const act = own.has(hash) ? known.get(hash) : undefined;
    if (act === undefined) continue;
    const more = withOne(act) ?? withOne(afterAll(act, kept.state));
    if (more === null) superseded.add(hash);
    else kept = more;
  }
  return { state: kept.state, shared, superseded };
};
