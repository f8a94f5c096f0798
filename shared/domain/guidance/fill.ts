import type { z } from 'zod';
import { optionalLine, optionalText, requiredLine, requiredText } from '../fields.ts';

/** How much of a form must be written. */
export interface Fill {
  readonly text: z.ZodString;
  readonly line: z.ZodString;
}
/** A record that is signed. */
export const whole: Fill = { text: requiredText, line: requiredLine };
/** Working papers: as far as somebody has come. */
export const begun: Fill = { text: optionalText, line: optionalLine };
