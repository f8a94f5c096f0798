import { z } from 'zod';
import { hash, hex, id, instant } from '../fields.ts';

/** Kinds of signed file that go from vault to vault in the open: they hold nothing of a case. */
export const signedFileKinds = ['card', 'directory', 'invitation', 'profile'] as const;
export type SignedFileKind = (typeof signedFileKinds)[number];

/** Ed25519 signs the text of its kind, a zero byte and the payload bytes (see `withDomain`). */
export const signedFileDomains: Readonly<Record<SignedFileKind, string>> = {
  card: 'bilik/card/v1\n',
  directory: 'bilik/directory/v1\n',
  invitation: 'bilik/invitation/v1\n',
  profile: 'bilik/profile/v1\n',
};

/** File name extension of each kind. */
export const signedFileExtensions: Readonly<Record<SignedFileKind, string>> = {
  card: 'kartu',
  directory: 'direktori',
  invitation: 'undangan',
  profile: 'profil',
};

/** Larger files are refused unread (bytes). */
export const maxSignedFileBytes = 12 * 1024 * 1024;

/**
 * A signed file: JSON around the very bytes that were signed. `payload` is the Base64 of RFC 8785 JSON,
 * which is never serialised again; `key` is the Ed25519 public key that signed.
 */
export const signedFileSchema = z.strictObject({
  format: z.literal('bilik/signed/v1'),
  kind: z.enum(signedFileKinds),
  payload: z.base64().max(maxSignedFileBytes),
  key: hash,
  signature: hex(64),
});
export type SignedFile = z.infer<typeof signedFileSchema>;

/** Parts of payloads that several kinds share. */
export const signedParts = {
  /** 128 random bits. */
  id,
  /** Ed25519 public key, or a SHA-256. */
  hex32: hash,
  /** Where packages for a person go (https://age-encryption.org/v1, X25519). */
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  instant,
} as const;
