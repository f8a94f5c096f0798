import { z } from 'zod';
import { roleSchema } from '../identity/person.ts';
import type { ActBody } from './body.ts';
import { type ActHeader, actOrigins, enteredAsOf, isClockCorrected } from './header.ts';

/** Who says an act, who entered it, and by which clock: fields of whatever shows one. */
export const actVoice = {
  /** As the act names its author; empty where the body is not at hand. */
  author: z.string(),
  capacity: roleSchema,
  origin: z.enum(actOrigins),
  /** Role of who entered it from paper; null from the author's own vault, and in v1, which does not say it. */
  enteredAs: roleSchema.nullable(),
  /** Its signer's clock was wrong, and the time of signing corrected by hand (*jam dikoreksi*). */
  clockCorrected: z.boolean(),
};
const voice = z.strictObject(actVoice);
export type ActVoice = Readonly<z.infer<typeof voice>>;

/** Who says an act, who entered it, and by which clock. */
export const voiceOf = (header: ActHeader, body: ActBody | null): ActVoice => ({
  author: body?.author.name ?? '',
  capacity: header.capacity,
  origin: header.origin,
  enteredAs: enteredAsOf(header),
  clockCorrected: isClockCorrected(header),
});
