import { z } from 'zod';
import { optionalLine } from '../fields.ts';
import { someRoles } from './person.ts';
import { publicPersonSchema } from './public-person.ts';
import { signedParts } from './signed-file.ts';

/** Payload of an identity card (kartu identitas): what a vault says of itself, signed by its own key. */
export const cardSchema = z.strictObject({
  format: z.literal('bilik/card/v1'),
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
export type Card = z.infer<typeof cardSchema>;
