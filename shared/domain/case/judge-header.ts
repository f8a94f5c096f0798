import { rowOf, tableLevelOf } from './act-table.ts';
import type { ActType } from './act-type.ts';
import { type FactRule, type Gate, type HeaderDraft, type Intent, isOfV1 } from './definition.ts';
import type { RuleKey } from './rules.ts';
import { actOf, type CaseState, type FoldedAct, type Level, waitingAct } from './state.ts';

/** Why an act has no effect (block) or should be looked at (warning). Text in i18n under `errors.<code>`. */
export interface Violation {
  readonly code: string;
  readonly rule: RuleKey;
  /** The act that would help; null when none does. */
  readonly satisfiedBy: ActType | null;
  readonly severity: 'block' | 'warning';
}

/** A violation that blocks. */
export const block = (code: string, rule: RuleKey, satisfiedBy: ActType | null = null): Violation => ({
  code,
  rule,
  satisfiedBy,
  severity: 'block',
});

const count = (facts: readonly string[], group: readonly string[]): number =>
  facts.filter((fact) => group.includes(fact)).length;

/** True when facts are of the closed list, without repeats, and each choice is made. */
export const areFactsLawful = (rule: FactRule, facts: readonly string[]): boolean => {
  const { one = [], some = [], optional = [] } = rule;
  const vocabulary = [...one.flat(), ...some.flat(), ...optional];
  return (
    new Set(facts).size === facts.length &&
    facts.every((fact) => vocabulary.includes(fact)) &&
    one.every((group) => count(facts, group) === 1) &&
    some.every((group) => count(facts, group) >= 1)
  );
};

const gatesClosedTo = (state: CaseState, type: ActType, intent: Intent, sees: Level): readonly Gate[] =>
  rowOf(type).gates.filter((gate) => (gate.evidence ?? 0) <= sees && !gate.holds(state, intent));

const toViolation = ({ code, rule, satisfiedBy }: Gate): Violation => block(code, rule, satisfiedBy);

/** Gates of a type that whoever sees so far may not pass by an act of this intent. */
export const closedGates = (state: CaseState, type: ActType, intent: Intent, sees: Level): Violation[] =>
  gatesClosedTo(state, type, intent, sees).map(toViolation);

/** Those of them that take effect from an act, for everybody who has it and sees their evidence. */
const effectiveGates = (state: CaseState, header: HeaderDraft, sees: Level): Violation[] => {
  const reach = levelOf(state, header);
  const counts = ({ asFarAsEvidence, evidence = 0 }: Gate): boolean => asFarAsEvidence !== true || evidence <= reach;
  return gatesClosedTo(state, header.type, header, sees).filter(counts).map(toViolation);
};

const aboutProblem = (state: CaseState, { type, about }: HeaderDraft): Violation[] => {
  const row = rowOf(type);
  if (row.about === null) return about === null ? [] : [block('aboutUnexpected', row.rule)];
  if (about === null) return [block('aboutMissing', row.rule)];
  const target = actOf(state, about) ?? (type === 'paperAnswered' ? waitingAct(state, about) : undefined);
  return target !== undefined && row.aboutTypes.includes(target.type) ? [] : [block('aboutUnknown', row.rule)];
};

const isCandidate = (state: CaseState, header: HeaderDraft): boolean => {
  const { about, aboutAnyOfV2 } = rowOf(header.type);
  if (header.about === null || (aboutAnyOfV2 && !isOfV1(header))) return true;
  return about?.(state).includes(header.about) ?? true;
};

/** What the facts of a header may be; those of v1 told more. */
const factRuleOf = (header: HeaderDraft): FactRule => {
  const { factRule, toldByV1, sinceV2 } = rowOf(header.type);
  if (!isOfV1(header)) return factRule;
  const optional = (factRule.optional ?? []).filter((fact) => !sinceV2.includes(fact));
  return {
    ...factRule,
    optional,
    one: [...(factRule.one ?? []), ...Object.values(toldByV1).map((facts) => Object.values(facts))],
  };
};

/** The act that a header gives effect to: what waited for its author is judged when that is confirmed. */
const confirmedBy = (state: CaseState, { type, facts, about }: HeaderDraft): FoldedAct | undefined =>
  type === 'paperAnswered' && facts.includes('confirmed') ? waitingAct(state, about) : undefined;

/**
 * Everything that an act's header alone is judged by: what it is about, its facts, its gates, its author's role. Empty
 * when it has effect. `sees`: how far the holder sees (2: everything).
 */
export const judgeHeader = (state: CaseState, header: HeaderDraft, sees: Level = 2): Violation[] => {
  const row = rowOf(header.type);
  const malformed = [
    ...aboutProblem(state, header),
    ...(areFactsLawful(factRuleOf(header), header.facts) ? [] : [block('factsNotInTable', row.rule)]),
    ...(header.origin === 'paper' && row.paperEvidence === 'never' ? [block('neverOnPaper', row.rule)] : []),
  ];
  if (malformed.length > 0 && state.caseId !== null) return malformed;
  const gates = effectiveGates(state, header, sees);
  if (gates.length > 0 || malformed.length > 0) return [...gates, ...malformed];
  if (!isCandidate(state, header)) return [block('aboutNotPossible', row.rule)];
  if (!row.capacities(state, header.facts).includes(header.capacity)) return [block('capacityNotAllowed', row.rule)];
  const confirmed = confirmedBy(state, header);
  return confirmed === undefined ? [] : judgeHeader(state, confirmed, sees);
};

const levelOfNamed = (state: CaseState, hash: string | null): Level | undefined =>
  (actOf(state, hash) ?? waitingAct(state, hash) ?? state.refused.find((refused) => refused.hash === hash))?.level;

/**
 * How far an act reaches; a correction and a copy as far as the act that they are about, whether that has effect or
 * not.
 */
export const levelOf = (state: CaseState, act: Pick<HeaderDraft, 'type' | 'about' | 'format'>): Level => {
  const level = tableLevelOf(act);
  return level === 'target' ? (levelOfNamed(state, act.about) ?? 2) : level;
};
