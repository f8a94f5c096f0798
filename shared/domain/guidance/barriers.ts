/**
 * Obstacles to coaching and mentoring as working help. The obstacles are named by public sources; signs, words and the
 * point where one stops are this project's proposal (law: practicalObstacles, coachingObstacles). Signs are what can be
 * observed, never a diagnosis.
 */

/** `practical`: around the session (law: practicalObstacles); `inner`: within the person (law: coachingObstacles). */
export const barrierGroups = ['practical', 'inner'] as const;
export type BarrierGroup = (typeof barrierGroups)[number];

/** `signs`: what can be seen. `say`: what a coach can say or do. `stop`: when to end, refer or hand over. */
export const barrierParts = ['signs', 'say', 'stop'] as const;
export type BarrierPart = (typeof barrierParts)[number];

interface Barrier {
  readonly code: string;
  readonly group: BarrierGroup;
  /** How many lines each part has. */
  readonly lines: Readonly<Record<BarrierPart, number>>;
}

/** The obstacles, each with its help; names in i18n under `guidanceHelp.barrier.<code>.name`. */
export const barriers = [
  { code: 'time', group: 'practical', lines: { signs: 3, say: 5, stop: 2 } },
  { code: 'ability', group: 'practical', lines: { signs: 3, say: 5, stop: 2 } },
  { code: 'resistance', group: 'practical', lines: { signs: 4, say: 5, stop: 2 } },
  { code: 'incapable', group: 'inner', lines: { signs: 3, say: 5, stop: 2 } },
  { code: 'negativeThinking', group: 'inner', lines: { signs: 3, say: 5, stop: 2 } },
  { code: 'guilt', group: 'inner', lines: { signs: 3, say: 4, stop: 2 } },
  { code: 'anger', group: 'inner', lines: { signs: 3, say: 5, stop: 3 } },
  { code: 'introversion', group: 'inner', lines: { signs: 3, say: 5, stop: 2 } },
] as const satisfies readonly Barrier[];
export type BarrierCode = (typeof barriers)[number]['code'];

/** Numbered texts `<prefix>.1` to `<prefix>.<count>`. */
const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}.${index + 1}`);

/** Keys of the lines of one part of an obstacle's help, in order. */
export const barrierLines = (code: BarrierCode, part: BarrierPart): string[] =>
  barriers
    .filter((barrier) => barrier.code === code)
    .flatMap(({ lines }) => numbered(`guidanceHelp.barrier.${code}.${part}`, lines[part]));

/** Keys of what the coach does as an accountability partner between sessions (law: accountability), in order. */
export const partnerLines: readonly string[] = numbered('guidanceHelp.partner', 5);

/**
 * Opportunities of coaching (law: coachingOpportunities) as matter for a talk: nothing is ticked about a person. Each
 * with keys of its name and of what it means, in i18n.
 */
export const opportunities = (['competence', 'undertaking'] as const).map((opportunity) => ({
  opportunity,
  nameKey: `guidanceHelp.opportunity.${opportunity}.name`,
  textKey: `guidanceHelp.opportunity.${opportunity}.text`,
}));
