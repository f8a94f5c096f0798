import type { NamedHeader } from './state.ts';

const prerequisites = (act: NamedHeader, known: ReadonlyMap<string, NamedHeader>): Set<string> => {
  const { refs, about } = act.header;
  const named = about === null ? refs : [...refs, about];
  return new Set(named.filter((hash) => known.has(hash)));
};

const byHash = (a: NamedHeader, b: NamedHeader): number => (a.hash < b.hash ? -1 : 1);

/**
 * Acts in the one order that their names give: after all that they build on, otherwise by hash; repeats once. What
 * names itself in a circle (impossible with true hashes) is given apart, by hash.
 */
export const inOrder = (
  acts: readonly NamedHeader[],
): { readonly ordered: readonly NamedHeader[]; readonly circular: readonly NamedHeader[] } => {
  const known = new Map(acts.map((act) => [act.hash, act]));
  const waiting = new Map([...known.values()].sort(byHash).map((act) => [act.hash, prerequisites(act, known)]));
  const ordered: NamedHeader[] = [];
  for (;;) {
    const next = [...waiting].find(([, missing]) => missing.size === 0)?.[0];
    const act = next === undefined ? undefined : known.get(next);
    if (next === undefined || act === undefined) break;
    ordered.push(act);
    waiting.delete(next);
    for (const missing of waiting.values()) missing.delete(next);
  }
  return { ordered, circular: [...waiting.keys()].flatMap((hash) => known.get(hash) ?? []) };
};
