import type { NamedHeader } from '../case/state.ts';
import { namesOf } from './past.ts';

/** Acts at hand, by hash. */
export type Known = ReadonlyMap<string, NamedHeader>;

/** Acts after all that they name, as far as it is at hand; what names itself in a circle ends. */
export const afterNamed = (known: Known): NamedHeader[] => {
  const ordered = new Set<NamedHeader>();
  const entered = new Set<string>();
  const stack = [...known.values()];
  for (let act = stack.at(-1); act !== undefined; act = stack.at(-1)) {
    const missing = entered.has(act.hash) ? [] : namesOf(act).flatMap((hash) => known.get(hash) ?? []);
    entered.add(act.hash);
    const waiting = missing.filter(({ hash }) => !entered.has(hash));
    if (waiting.length > 0) stack.push(...waiting);
    else {
      stack.pop();
      ordered.add(act);
    }
  }
  return [...ordered];
};

/**
 * For each act, which of some acts it builds on: as bits, in the order of these. `ordered`: every act after all that it
 * names.
 */
export const pastsAmong = (
  some: readonly NamedHeader[],
  ordered: readonly NamedHeader[],
): ReadonlyMap<string, bigint> => {
  const bits = new Map(some.map(({ hash }, at) => [hash, 1n << BigInt(at)]));
  const pasts = new Map<string, bigint>();
  for (const act of ordered) {
    const names = namesOf(act).filter((hash) => pasts.has(hash));
    pasts.set(
      act.hash,
      names.reduce((past, hash) => past | (pasts.get(hash) ?? 0n) | (bits.get(hash) ?? 0n), 0n),
    );
  }
  return pasts;
};
