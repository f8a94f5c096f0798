import { z } from 'zod';
import { hash, id, instant } from '../fields.ts';
import { roleSchema } from '../identity/person.ts';
import { actTypeSchema } from './act-type.ts';

/** SHA-256 of the stored header bytes, in hexadecimal: the name of an act. */
export const actHashSchema = hash;
export type ActHash = z.infer<typeof actHashSchema>;

/** `vault`: signed by its author. `paper`: entered by the holder on behalf of a named author. */
export const actOrigins = ['vault', 'paper'] as const;

/**
 * What of an act everyone along the route may know; kept as the RFC 8785 bytes that were signed.
 * Never a name, a NIP or free text. `facts` are codes of a closed list per type (see the acts table),
 * so that a holder of headers alone can fold.
 */
export const actHeaderSchema = z.strictObject({
  format: z.literal('bilik/act/v1'),
  actId: id,
  caseId: id,
  type: actTypeSchema,
  version: z.literal(1),
  /** Role in which the author acts. */
  capacity: roleSchema,
  origin: z.enum(actOrigins),
  /** Sorted, without repeats. */
  facts: z.array(z.string().regex(/^[a-zA-Z]{1,40}$/)).max(12),
  /** Ed25519 public key of the author, or of the holder who entered it from paper. */
  authorKey: hash,
  /** Time as the author's clock told it, UTC. Orders nothing. */
  statedAt: instant,
  /** Hashes of the headers it builds on, sorted. */
  refs: z.array(actHashSchema).max(200),
  /** The one earlier act that it is about (the session held, the act corrected, the report returned). */
  about: actHashSchema.nullable(),
  /** SHA-256(salt ‖ body). */
  bodyCommit: hash,
});
export type ActHeader = z.infer<typeof actHeaderSchema>;

/** Ed25519 signs this text's bytes, a zero byte and the header bytes, so that no signature serves another kind. */
export const actSignatureDomain = 'bilik/act/v1\n';
