import { z } from 'zod';
import { hex } from '../fields.ts';
import { signedParts } from './signed-file.ts';

/** Why a vault gave itself another key: for the sake of order, or because somebody else may have the one before. */
export const replacementReasons = ['replaced', 'compromised'] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** How many keys a card may say that it replaces, and how much each of them may have signed (numbers). */
export const replacementLimits = { keys: 20, acts: 10_000, guidance: 2_000 } as const;

const isAscending = (hashes: readonly string[]): boolean =>
  hashes.every((hash, at) => at === 0 || (hashes[at - 1] ?? '') < hash);

/** Hashes in ascending order, each once: a list has one form alone. */
const hashList = (max: number) => z.array(signedParts.hex32).max(max).refine(isAscending);

/** What a former key signed while it was its holder's alone: hashes of acts and of records of guidance. */
export const vouchedSchema = z.strictObject({
  acts: hashList(replacementLimits.acts),
  guidance: hashList(replacementLimits.guidance),
});
export type Vouched = z.infer<typeof vouchedSchema>;

/** Ed25519 of the former key signs this text's bytes, a zero byte and the RFC 8785 bytes of `Replaced`. */
export const replacementDomain = 'bilik/replaced/v1\n';

const replacedShape = vouchedSchema.extend({
  /** The former key. */
  key: signedParts.hex32,
  /** The key that came in its place. */
  by: signedParts.hex32,
  at: signedParts.instant,
  reason: z.enum(replacementReasons),
});

/** What a former key says of the one in its place. */
export type Replaced = z.infer<typeof replacedShape>;

/** The same with the signature of the former key; the signature of the new one is that of the card around it. */
export const replacedKeySchema = replacedShape.extend({ signature: hex(64) });
export type ReplacedKey = z.infer<typeof replacedKeySchema>;

/** What the former key signed of a replaced key: everything but the signature. */
export const withoutSignature = ({ signature: _, ...replaced }: ReplacedKey): Replaced => replaced;

/** True when these keys lead to `key`, the latest first: each came in the place of the next one. */
export const isLine = (key: string, replaced: readonly Pick<Replaced, 'key' | 'by'>[]): boolean =>
  new Set([key, ...replaced.map((each) => each.key)]).size === replaced.length + 1 &&
  replaced.every(({ by }, at) => by === (replaced[at - 1]?.key ?? key));

/** True when a sorted list has a hash. */
export const isListed = (hashes: readonly string[], hash: string): boolean => {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? '') < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash;
};
