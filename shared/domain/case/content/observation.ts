import { z } from 'zod';
import { day, line, optionalDay, optionalLine, optionalText, requiredLine, requiredText } from '../../fields.ts';
import { namedPerson } from '../../identity/person.ts';

/**
 * Where the holder's file begins (law: startFromPaper): with the assessor's monitoring, or, since everyone else may be
 * on paper, with a report that the personnel unit received, or with the assignment that a counsellor received.
 */
export const startingPoints = ['observation', 'report', 'assignment'] as const;
export type StartingPoint = (typeof startingPoints)[number];

/** Opening of the file: whose matter it is and who assesses. */
export const caseOpened = z.strictObject({
  employee: namedPerson,
  assessor: namedPerson,
  assessorSuperior: namedPerson.nullable(),
  institution: requiredLine,
  /** Assessment period, e.g. "2026" or "Januari–Juni 2026". */
  period: requiredLine,
  /** The assessor is also the head of the personnel unit: the decision goes to the authorised official. */
  assessorIsHead: z.boolean(),
  startsFrom: z.enum(startingPoints),
});

/** Kinds of source of continuous feedback. */
export const feedbackSources = [
  'assessor',
  'superior',
  'peer',
  'subordinate',
  'serviceUser',
  'otherUnit',
  'other',
] as const;

/** Umpan balik berkelanjutan: dated, from a named kind of source; its evidence is attached. */
export const feedbackRecorded = z.strictObject({
  date: day,
  source: z.enum(feedbackSources),
  /** Whoever gave it agrees to be named (law: feedbackGiver); absent in acts that did not ask for it. */
  sourceConsents: z.boolean().optional(),
  sourceName: optionalLine,
  content: requiredText,
});

/** A core value and the conduct guide (panduan perilaku) it is about; codes of the reference list. */
export const conductReference = z.strictObject({ value: line(60), conduct: line(60).nullable() });

/** Most values and conduct guides that a finding names. */
export const maxConduct = 21;

/** With whose progress the behaviour was compared (at least one). */
export const comparisonScopes = ['employee', 'team', 'unit'] as const;
export const comparisons = z
  .array(z.strictObject({ scope: z.enum(comparisonScopes), progress: requiredText }))
  .min(1)
  .max(comparisonScopes.length);
export const judgements = ['hinders', 'mayHinder'] as const;
export const levels = ['team', 'unit'] as const;

/** Identification of the behaviour problem from monitoring and feedback. */
export const problemIdentified = z.strictObject({
  date: day,
  behaviour: requiredText,
  conduct: z.array(conductReference).max(maxConduct),
  monitoring: requiredText,
  comparisons,
  judgement: z.enum(judgements),
  level: z.enum(levels),
});

/**
 * Whether the employee signed the sheet: with a scan that shows it, not (which is noted), or not yet: whoever has a
 * copy answers by an act of one's own. Version 0.3 had the first two, and asked for no scan.
 */
export const acknowledgements = ['signed', 'refused', 'awaited'] as const;

/** Lembar komunikasi: what was said to the employee and what the employee said to it, in the assessor's words. */
export const problemCommunicated = z.strictObject({
  date: day,
  place: requiredLine,
  facts: requiredText,
  effect: requiredText,
  expectedChange: requiredText,
  expectedBy: optionalDay,
  /** Tanggapan of the employee; empty when there was none. */
  response: optionalText,
  acknowledgement: z.enum(acknowledgements),
});

/** Tanggapan of the employee to a communication, in the own words (law: response). */
export const responseGiven = z.strictObject({ date: day, response: requiredText });

export const changeOutcomes = ['changed', 'unchanged'] as const;

/** Whether the behaviour changed. */
export const changeEvaluated = z.strictObject({
  date: day,
  outcome: z.enum(changeOutcomes),
  explanation: requiredText,
  /** Why "unchanged" was judged before the date set on the communication sheet (law: tooEarly). */
  earlyReason: optionalText.default(''),
});
