import { z } from 'zod';
import { optionalLine } from '../fields.ts';
import { someRoles } from './person.ts';
import { publicPersonSchema } from './public-person.ts';
import { type ReplacedKey, replacedKeySchema, replacementLimits } from './replacement.ts';
import { signedParts } from './signed-file.ts';

const said = z.strictObject({
  person: publicPersonSchema,
  /** Roles that the person asks for; the directory alone certifies. */
  roles: someRoles,
  institution: optionalLine,
  /** Ed25519 public key of the vault; the same that signed the card. */
  key: signedParts.hex32,
  recipient: signedParts.recipient,
  vaultId: signedParts.id,
  /** SHA-256 of the SubjectPublicKeyInfo of the vault's P-256 document key: binds PDFs to the person. */
  documentKey: signedParts.hex32,
  issuedAt: signedParts.instant,
  /** The invitation that this card answers; null when none. */
  invitationId: signedParts.id.nullable(),
});

/**
 * Payload of an identity card (kartu identitas): what a vault says of itself, signed by its own key. v2 alone says
 * which keys it replaces, the latest first, each of them in its own words.
 */
export const cardSchema = z.discriminatedUnion('format', [
  said.extend({ format: z.literal('bilik/card/v1') }),
  said.extend({
    format: z.literal('bilik/card/v2'),
    replaces: z.array(replacedKeySchema).min(1).max(replacementLimits.keys),
  }),
]);
export type Card = z.infer<typeof cardSchema>;

/** The keys that a card replaces, the latest first; none of a card of v1. */
export const replacedBy = (card: Card): readonly ReplacedKey[] => ('replaces' in card ? card.replaces : []);
