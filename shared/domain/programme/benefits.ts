import { z } from 'zod';
import { type CountColumn, smallGroup } from '../competence/small-groups.ts';
import { id, optionalLine } from '../fields.ts';
import { semester } from './semester.ts';

/** What coaching and mentoring are said to bring the employee (law: benefits), in the order of its source. */
export const benefits = ['productivity', 'creativity', 'satisfaction', 'engagement'] as const;
export type Benefit = (typeof benefits)[number];

/** Fewer sheets of a unit are not counted: a sheet among so few would not be nameless. */
export const leastSheets = smallGroup + 1;

/** Most sheets of one count. */
export const maxSheets = 100_000;
const count = z.number().int().min(0).max(maxSheets);

/**
 * Nameless sheets of one unit that were counted together: how many there were, and how many say that it helped with
 * what. It names no file, no person and no day, and a sheet alone is nowhere.
 */
export const benefitTally = z
  .strictObject({
    period: semester,
    /** Empty: of several units, where one of them alone has too few. */
    unit: optionalLine,
    sheets: count.min(leastSheets),
    productivity: count,
    creativity: count,
    satisfaction: count,
    engagement: count,
  })
  .refine((tally) => benefits.every((benefit) => tally[benefit] <= tally.sheets));
export type BenefitTally = z.output<typeof benefitTally>;

/** A tally as it is kept. */
export const keptTally = z.strictObject({ tallyId: id, tally: benefitTally });

/** Columns of the table by unit. That nobody ticked something, or everybody did, would tell of each. */
export const benefitColumns = [
  { key: 'sheets' },
  ...benefits.map((key) => ({ key, within: 'sheets' as const, hidesNone: true as const })),
] satisfies readonly CountColumn<'sheets' | Benefit>[];
