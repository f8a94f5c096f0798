import { rowOf } from './act-table.ts';
import type { HeaderDraft } from './definition.ts';
import type { ActHeader } from './header.ts';
import { judgeHeader, levelOf } from './judge-header.ts';
import { inOrder } from './order.ts';
import { phaseOf } from './phase.ts';
import {
  type Asked,
  type CaseState,
  emptyCase,
  type FoldedAct,
  type Level,
  levels,
  type NamedHeader,
  waitingAct,
  withdrawnActs,
} from './state.ts';

/** True for a decision from paper whose named author has another key than who entered it (law: answered). */
export const asksFirst = ({ type, origin, namedKey = null, authorKey }: HeaderDraft): boolean =>
  origin === 'paper' && rowOf(type).decides && namedKey !== null && namedKey !== authorKey;

const unique = (hashes: readonly string[]): readonly string[] => [...new Set(hashes)].sort();

const nextHeads = (state: CaseState, act: FoldedAct, refs: readonly string[]): readonly (readonly string[])[] =>
  levels.map((level) => {
    const heads = state.headsByLevel[level] ?? [];
    return act.level > level ? heads : unique([...heads.filter((hash) => !refs.includes(hash)), act.hash]);
  });

/**
 * Who is asked about an act: of paper for all its author, also where it says that nobody's key is known, since who
 * entered it may not know of that key, or hide it; v1 has no word for it.
 */
const askedBy = ({ origin, scope, authorKey, namedKey = null }: HeaderDraft): Asked | null =>
  origin !== 'paper' || scope === 'own' || namedKey === authorKey ? null : { key: namedKey };

/** True for paper for all that names nobody's key: whoever its words name is asked. */
export const asksByWords = (header: HeaderDraft): boolean => askedBy(header)?.key === null;

const folded = (state: CaseState, hash: string, header: HeaderDraft): FoldedAct => {
  const { type, capacity, origin, facts, about, enteredAs = null } = header;
  const level = levelOf(state, header);
  return { hash, type, capacity, origin, facts, about, level, asks: askedBy(header), enteredAs };
};

/** The state after an act that was judged to have effect. */
export const applyAct = (
  state: CaseState,
  hash: string,
  header: HeaderDraft & Pick<ActHeader, 'caseId' | 'refs'>,
): CaseState => {
  const { caseId, refs } = header;
  const act = folded(state, hash, header);
  const headsByLevel = nextHeads(state, act, refs);
  // An act without effect is named until one names it that everybody has who has the act itself.
  const reach = new Map(state.refused.map((refused) => [refused.hash, refused.level]));
  const unseen = state.unseen.filter((refused) => !refs.includes(refused) || act.level > (reach.get(refused) ?? 2));
  const next: CaseState = {
    ...state,
    ...rowOf(act.type).apply(state, act, header),
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

/** An act that never had effect is named by no other: those who are not its author do not have it. */
const refuseSilently = (state: CaseState, hash: string, code: string, level: Level): CaseState => ({
  ...state,
  refused: [...state.refused, { hash, code, level }],
});

/** Gives effect to an act that waited for its author, or says that it never has any. */
const settleWaiting = (state: CaseState, act: FoldedAct, answer: Applied['header']): CaseState => {
  if (!answer.facts.includes('confirmed')) return refuseSilently(state, act.hash, 'deniedByAuthor', act.level);
  const without = { ...state, waiting: state.waiting.filter(({ hash }) => hash !== act.hash) };
  return applyAct(without, act.hash, { ...act, namedKey: act.asks?.key ?? null, caseId: answer.caseId, refs: [] });
};

/** An act that has effect, with its name. */
interface Applied {
  readonly hash: string;
  readonly header: Parameters<typeof applyAct>[2];
}

/** The answer to an act that waited. Of one that never has effect no other act names the answer either. */
const answerWaiting = (state: CaseState, act: FoldedAct, { hash, header }: Applied): CaseState => {
  const settled = settleWaiting(state, act, header);
  const next = applyAct(settled, hash, { ...header, refs: [...header.refs, act.hash] });
  if (settled.acts.some((effective) => effective.hash === act.hash)) return next;
  const { heads, headsByLevel, unseen } = settled;
  return { ...next, heads, headsByLevel, unseen };
};

/** The state after an act that has effect: an answer settles what waited for it too. */
const withEffect = (state: CaseState, act: Applied): CaseState => {
  const { type, about } = act.header;
  const asked = type === 'paperAnswered' ? waitingAct(state, about) : undefined;
  return asked === undefined ? applyAct(state, act.hash, act.header) : answerWaiting(state, asked, act);
};

/** The case as it would stand with an act that is not recorded yet, taken to have effect. */
export const withDraft = (state: CaseState, header: HeaderDraft): CaseState =>
  withEffect(state, { hash: '', header: { ...header, caseId: state.caseId ?? '', refs: [...state.heads] } });

const step = (
  state: CaseState,
  { hash, header }: NamedHeader,
  sees: Level,
  { withdrawn, relied }: { readonly withdrawn: ReadonlySet<string>; readonly relied: ReadonlySet<string> },
): CaseState => {
  if (state.caseId !== null && header.caseId !== state.caseId) return refuse(state, hash, 'otherCase', 2);
  if (withdrawn.has(hash) || (header.type === 'paperAnswered' && withdrawn.has(header.about ?? '')))
    return refuse(state, hash, 'withdrawnByUnit', levelOf(state, header));
  // Judged when its author answers: nothing that comes after names it, so its place before that is no place.
  if (asksFirst(header) && !relied.has(hash))
    return { ...state, waiting: [...state.waiting, folded(state, hash, header)] };
  const [violation] = judgeHeader(state, header, sees);
  if (violation !== undefined) return refuse(state, hash, violation.code, levelOf(state, header));
  return withEffect(state, { hash, header });
};

/**
 * The state that a set of acts adds up to, the same in whatever order they arrived: each act comes after those that it
 * names (refs and about; names that are not in the set are passed over), otherwise the smaller hash comes first.
 * An act that the table does not allow at its place has no effect and is listed in `refused`. What was withdrawn after
 * a denial (law: answered) counts as if it had never been there. `sees`: how far the holder sees (see `sightOf`); 2,
 * everything, when absent. `relied`: acts that whoever entered them relies on before their author answers (see
 * `ownView`); none when absent.
 */
export const foldCase = (
  acts: readonly NamedHeader[],
  sees: Level = 2,
  relied: ReadonlySet<string> = new Set(),
): CaseState => {
  const { ordered, circular } = inOrder(acts);
  let withdrawn: ReadonlySet<string> = new Set();
  for (;;) {
    const state = ordered.reduce((before, act) => step(before, act, sees, { withdrawn, relied }), emptyCase);
    const more = withdrawnActs(state);
    if (more.length === 0) return circular.reduce((before, { hash }) => refuse(before, hash, 'refsCircular', 2), state);
    withdrawn = new Set([...withdrawn, ...more]);
  }
};
