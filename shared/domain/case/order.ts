import { tableLevelOf } from './act-table.ts';
import { type ActHeader, isMadeForOneself } from './header.ts';
import { type Level, levels, type NamedHeader } from './state.ts';

/** How far an act reaches; 3 is the holder alone: a record for oneself. */
type Reach = Level | 3;
const reaches: readonly Reach[] = [...levels, 3];

type Known = ReadonlyMap<string, NamedHeader>;

const namedBy = ({ header: { refs, about } }: NamedHeader, known: Known): string[] => [
  ...new Set((about === null ? refs : [...refs, about]).filter((hash) => known.has(hash))),
];

/**
 * How far an act reaches, by headers alone; as far as nobody but the counsellor where what it is about is not at hand.
 * `steps` ends what names itself in a circle.
 */
const reachOf = ({ header }: NamedHeader, known: Known, steps = 8): Reach => {
  if (isMadeForOneself(header)) return 3;
  const level = tableLevelOf(header);
  if (level !== 'target') return level;
  const target = known.get(header.about ?? '');
  return target === undefined || steps === 0 ? 2 : reachOf(target, known, steps - 1);
};

/** How far each act reaches, by hash. */
export const reachesOf = (known: Known): ReadonlyMap<string, number> =>
  new Map([...known.values()].map((act) => [act.hash, reachOf(act, known)]));

/**
 * Of acts free at the same moment: those of v1, then those from their authors' vaults, then those from paper. Last of
 * all that a file names the wrong person: it undoes nothing that was done without knowing of it.
 */
const rankOf = ({ format, origin, type }: ActHeader): number => {
  if (type === 'employeeMistaken') return 3;
  if (format === 'bilik/act/v1') return 0;
  return origin === 'vault' ? 1 : 2;
};

const byRank = (a: NamedHeader, b: NamedHeader): number =>
  rankOf(a.header) - rankOf(b.header) || (a.hash < b.hash ? -1 : 1);

/**
 * Orders acts after all that they build on. `before` is an order of some of them that is kept; the others come as early
 * as they can, what came from its author's vault before paper, then the smaller hash first.
 */
const extend = (acts: readonly NamedHeader[], before: readonly NamedHeader[], known: Known): NamedHeader[] => {
  const waiting = new Map([...acts].sort(byRank).map((act) => [act.hash, new Set(namedBy(act, known))]));
  for (const missing of waiting.values()) for (const hash of missing) if (!waiting.has(hash)) missing.delete(hash);
  const kept = new Set(before.map(({ hash }) => hash));
  const ordered: NamedHeader[] = [];
  const isFree = (hash: string): boolean => waiting.get(hash)?.size === 0;
  for (;;) {
    const fresh = [...waiting.keys()].find((hash) => !kept.has(hash) && isFree(hash));
    const next = fresh ?? before.find(({ hash }) => isFree(hash))?.hash;
    const act = next === undefined ? undefined : known.get(next);
    if (next === undefined || act === undefined) return ordered;
    ordered.push(act);
    waiting.delete(next);
    for (const missing of waiting.values()) missing.delete(next);
  }
};

/**
 * Acts in the one order that their names give; repeats once. Each comes after all that it builds on. Acts that reach
 * everyone are put in order first, then those that fewer see among them, records for oneself last: so whoever holds
 * fewer acts has these in the same order as whoever holds more. Where nothing else decides, what an author signed comes
 * before what somebody entered for an author, then the smaller hash. What names itself in a circle (impossible with
 * true hashes) is given apart, by hash.
 */
export const inOrder = (
  acts: readonly NamedHeader[],
): { readonly ordered: readonly NamedHeader[]; readonly circular: readonly NamedHeader[] } => {
  const known: Known = new Map(acts.map((act) => [act.hash, act]));
  const all = [...known.values()].map((act) => ({ act, reach: reachOf(act, known) }));
  const ordered = reaches.reduce<NamedHeader[]>((before, level) => {
    const upTo = all.filter(({ reach }) => reach <= level).map(({ act }) => act);
    return upTo.length === before.length ? before : extend(upTo, before, known);
  }, []);
  if (ordered.length === known.size) return { ordered, circular: [] };
  const sound = new Set(ordered.map(({ hash }) => hash));
  return { ordered, circular: [...known.values()].filter(({ hash }) => !sound.has(hash)).sort(byRank) };
};
