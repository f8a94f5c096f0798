import { z } from 'zod';
import { day, optionalLine, requiredLine } from '../../fields.ts';
import { nipField } from '../../identity/person.ts';
import { handedOverPosts } from './follow-up.ts';

/** Posts of a case whose person may have been named by a wrong number. */
export const identityPosts = ['employee', 'assessor', 'counsellor', ...handedOverPosts] as const;
export type IdentityPost = (typeof identityPosts)[number];

/**
 * By what a person is told from others: the name, the NIP, and of a counsellor from outside, who has none, the number
 * of SIPP, STR or the letter of appointment.
 */
export const identity = z.strictObject({
  name: requiredLine,
  nip: nipField,
  licence: optionalLine,
});
export type Identity = z.infer<typeof identity>;

/** Ralat identitas: the same person under the right number; the name may be spelled anew (law: identity). */
export const identityCorrected = z.strictObject({
  date: day,
  post: z.enum(identityPosts),
  before: identity,
  after: identity,
  /** The paper that shows it: a decree, an identity card, a licence. */
  basis: requiredLine,
});
