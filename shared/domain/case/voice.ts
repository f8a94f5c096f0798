import { z } from 'zod';
import { roleSchema } from '../identity/person.ts';
import type { ActBody } from './body.ts';
import { type ActHeader, actOrigins, enteredAsOf } from './header.ts';

/** Who says an act, and who entered it: fields of whatever shows one. */
export const actVoice = {
  /** As the act names its author; empty where the body is not at hand. */
  author: z.string(),
  capacity: roleSchema,
  origin: z.enum(actOrigins),
  /** Role of who entered it from paper; null from the author's own vault, and in v1, which does not say it. */
  enteredAs: roleSchema.nullable(),
};
const voice = z.strictObject(actVoice);
export type ActVoice = Readonly<z.infer<typeof voice>>;

/** Who says an act, and who entered it. */
export const voiceOf = (header: ActHeader, body: ActBody | null): ActVoice => ({
  author: body?.author.name ?? '',
  capacity: header.capacity,
  origin: header.origin,
  enteredAs: enteredAsOf(header),
});
