import { z } from 'zod';
import { day, id, optionalLine, optionalText, requiredLine, years } from '../fields.ts';
import { learningKindNames } from './kinds.ts';

/**
 * In what an activity is counted: JP as its certificate states them, or what the conversion table turns into JP. Hours
 * are of 60 minutes, lesson hours of 45.
 */
export const learningUnits = ['jp', 'hours', 'lessonHours', 'days', 'sessions', 'semesters', 'activity'] as const;
export type LearningUnit = (typeof learningUnits)[number];

/** Most of anything that is counted, in hundredths. */
export const maxHundredths = 1_000_000;
/** Hundredths, so that nothing is lost: 2.5 JP are 250. */
export const hundredths = z.number().int().min(0).max(maxHundredths);

/** Day within the years that the ledger shows. */
const learningDay = day.refine((text) => text >= `${years.first}-01-01` && text <= `${years.last}-12-31`, {
  error: 'dateInvalid',
});

/** Most files that prove one activity. */
export const maxEvidence = 20;

const shape = z.strictObject({
  kind: z.enum(learningKindNames),
  title: requiredLine,
  organiser: optionalLine,
  from: learningDay,
  to: learningDay,
  unit: z.enum(learningUnits),
  /** Hundredths of the unit. */
  amount: hundredths.min(1, { error: 'required' }),
  certificateNumber: optionalLine,
  /** Files of the vault that prove it. */
  evidence: z.array(id).max(maxEvidence),
  remark: optionalText,
  /** It took place abroad; absent: at home. */
  abroad: z.boolean().optional(),
});

/** What an employee took part in; the last day is not before the first. */
export const learningRecordInput = shape.refine(({ from, to }) => from <= to, {
  error: 'lastDayBeforeFirst',
  path: ['to'],
});
export type LearningRecordInput = z.output<typeof learningRecordInput>;

/** A record as the counting sees it. */
export interface LearningRecord extends LearningRecordInput {
  readonly recordId: string;
  /** Order in which it was entered. */
  readonly seq: number;
  /** Taken back, with its reason; null: it stands. */
  readonly withdrawn: string | null;
}

/** The same without what only the window needs. */
export const learningRecordFields = shape;

/** A record counts whole in the year of its last day (law: counting): so it never counts in two. */
export const yearOf = ({ to }: Pick<LearningRecord, 'to'>): number => Number(to.slice(0, 4));
