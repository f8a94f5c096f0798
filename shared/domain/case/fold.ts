import { rowOf } from './act-table.ts';
import type { HeaderDraft } from './definition.ts';
import type { ActHeader } from './header.ts';
import { judgeHeader, levelOf } from './judge-header.ts';
import { inOrder } from './order.ts';
import { phaseOf } from './phase.ts';
import { type CaseState, emptyCase, type FoldedAct, type Level, levels, type NamedHeader } from './state.ts';

const unique = (hashes: readonly string[]): readonly string[] => [...new Set(hashes)].sort();

const nextHeads = (state: CaseState, act: FoldedAct, refs: readonly string[]): readonly (readonly string[])[] =>
  levels.map((level) => {
    const heads = state.headsByLevel[level] ?? [];
    return act.level > level ? heads : unique([...heads.filter((hash) => !refs.includes(hash)), act.hash]);
  });

/** The state after an act that was judged to have effect. */
export const applyAct = (
  state: CaseState,
  hash: string,
  header: HeaderDraft & Pick<ActHeader, 'caseId' | 'refs'>,
): CaseState => {
  const { type, capacity, origin, facts, about, caseId, refs } = header;
  const act: FoldedAct = { hash, type, capacity, origin, facts, about, level: levelOf(state, header) };
  const headsByLevel = nextHeads(state, act, refs);
  // An act without effect is named until one names it that everybody has who has the act itself.
  const reach = new Map(state.refused.map((refused) => [refused.hash, refused.level]));
  const unseen = state.unseen.filter((refused) => !refs.includes(refused) || act.level > (reach.get(refused) ?? 2));
  const next: CaseState = {
    ...state,
    ...rowOf(type).apply(state, act),
    caseId: state.caseId ?? caseId,
    acts: [...state.acts, act],
    headsByLevel,
    unseen,
    heads: unique([...headsByLevel.flat(), ...unseen]),
  };
  return { ...next, phase: phaseOf(next) };
};

/** An act without effect is named by the next one all the same: so nothing that comes later gives it effect. */
const refuse = (state: CaseState, hash: string, code: string, level: Level): CaseState => {
  const unseen = [...state.unseen, hash];
  return {
    ...state,
    refused: [...state.refused, { hash, code, level }],
    unseen,
    heads: unique([...state.headsByLevel.flat(), ...unseen]),
  };
};

const step = (state: CaseState, { hash, header }: NamedHeader, sees: Level): CaseState => {
  if (state.caseId !== null && header.caseId !== state.caseId) return refuse(state, hash, 'otherCase', 2);
  const [violation] = judgeHeader(state, header, sees);
  return violation === undefined
    ? applyAct(state, hash, header)
    : refuse(state, hash, violation.code, levelOf(state, header));
};

/**
 * The state that a set of acts adds up to, the same in whatever order they arrived: each act comes after those that it
 * names (refs and about; names that are not in the set are passed over), otherwise the smaller hash comes first.
 * An act that the table does not allow at its place has no effect and is listed in `refused`. `sees`: how far the
 * holder sees (see `sightOf`); 2, everything, when absent.
 */
export const foldCase = (acts: readonly NamedHeader[], sees: Level = 2): CaseState => {
  const { ordered, circular } = inOrder(acts);
  const state = ordered.reduce((folded, act) => step(folded, act, sees), emptyCase);
  return circular.reduce((folded, { hash }) => refuse(folded, hash, 'refsCircular', 2), state);
};
