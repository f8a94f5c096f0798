import { z } from 'zod';
import { day, minutes, requiredText } from '../fields.ts';

/** Most sessions that a record's log names. */
export const maxLogEntries = 60;

/** What was done in each session that was held, and what came of it. */
export const sessionLog = z
  .array(z.strictObject({ date: day, activity: requiredText, result: requiredText, minutes: minutes.nullable() }))
  .min(1)
  .max(maxLogEntries);
