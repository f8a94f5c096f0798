import { type Card, cardSchema, replacedBy } from '@shared/domain/identity/card.ts';
import { type Directory, directorySchema } from '@shared/domain/identity/directory.ts';
import { type Invitation, invitationSchema } from '@shared/domain/identity/invitation.ts';
import {
  isLine,
  type Replaced,
  type ReplacedKey,
  replacementDomain,
  withoutSignature,
} from '@shared/domain/identity/replacement.ts';
import {
  maxSignedFileBytes,
  type SignedFile,
  type SignedFileKind,
  signedFileDomains,
  signedFileSchema,
} from '@shared/domain/identity/signed-file.ts';
import { type OfficeProfile, officeProfileSchema } from '@shared/domain/office/profile.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { canonicalJson, readCanonicalJson, readPlainJson } from '../../crypto/canonical-json.ts';
import { verifyEd25519 } from '../../crypto/ed25519.ts';
import { isRecipient } from '../../crypto/recipient.ts';
import type { Signer } from '../../crypto/signer.ts';
import { isLogo } from './logo.ts';

/** What each kind of signed file says. */
interface Payloads {
  readonly card: Card;
  readonly directory: Directory;
  readonly invitation: Invitation;
  readonly profile: OfficeProfile;
}

const schemas: { readonly [K in SignedFileKind]: z.ZodType<Payloads[K]> } = {
  card: cardSchema,
  directory: directorySchema,
  invitation: invitationSchema,
  profile: officeProfileSchema,
};

/** A signed file whose signature fits. Says nothing of whether its key is trusted. */
export interface OpenedSignedFile<K extends SignedFileKind = SignedFileKind> {
  readonly kind: K;
  readonly payload: Payloads[K];
  /** The very bytes that were signed. */
  readonly payloadBytes: Uint8Array;
  /** Ed25519 public key that signed, hexadecimal. */
  readonly key: string;
}

/** The opened file by kind, for a `switch`. */
export type AnySignedFile = { readonly [K in SignedFileKind]: OpenedSignedFile<K> }[SignedFileKind];

const invalid = { code: 'signedFileInvalid' } as const;
type Invalid = AppError<'signedFileInvalid'>;

/** How much of the beginning names the format: it is the first field that is written (bytes). */
const headBytes = 512;

/** True when the beginning of a file names the format of a signed file; says nothing of the rest. */
export const looksSigned = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, headBytes)).toString('latin1').includes('"bilik/signed/');

const signatureFits = ({ kind, key, signature }: SignedFile, payloadBytes: Uint8Array): boolean =>
  verifyEd25519(fromHex(key), signedFileDomains[kind], payloadBytes, fromHex(signature));

/** The receiving keys that a payload speaks for. An invitation has none of its own. */
const recipientsOf = (payload: Payloads[SignedFileKind]): readonly string[] => {
  if ('recipient' in payload) return [payload.recipient];
  if ('entries' in payload) return payload.entries.flatMap(({ keys }) => keys.map(({ recipient }) => recipient));
  return [];
};

/** The signature that a former key gives to what it says of the one in its place. */
export const signReplaced = (replaced: Replaced, { sign }: Pick<Signer, 'sign'>): ReplacedKey => ({
  ...replaced,
  signature: toHex(sign(replacementDomain, canonicalJson(replaced))),
});

/** Whether all keys that a card replaces agree, in one line to the key of the card. */
const areReplaced = (card: Card): boolean => {
  const replaced = replacedBy(card);
  const isSigned = (each: ReplacedKey): boolean =>
    verifyEd25519(fromHex(each.key), replacementDomain, canonicalJson(withoutSignature(each)), fromHex(each.signature));
  return isLine(card.key, replaced) && replaced.every(isSigned);
};

const readPayload = <K extends SignedFileKind>(
  kind: K,
  key: string,
  payloadBytes: Uint8Array,
): Result<OpenedSignedFile<K>, Invalid> => {
  const payload = schemas[kind].safeParse(readCanonicalJson(payloadBytes));
  if (!payload.success) return fail(invalid.code);
  // A card speaks of the vault that signed it and of no other.
  if ('key' in payload.data && (payload.data.key !== key || !areReplaced(payload.data))) return fail(invalid.code);
  if (!recipientsOf(payload.data).every(isRecipient)) return fail(invalid.code);
  if ('logo' in payload.data && payload.data.logo !== null && !isLogo(payload.data.logo)) return fail(invalid.code);
  return ok({ kind, payload: payload.data, payloadBytes, key });
};

/**
 * Reads a signed file of any kind and checks its signature over the exact payload bytes. Fails with
 * `signedFileInvalid` when it is too large, is none, was changed, names a receiving key that is everybody's
 * (`isRecipient`), replaces a key that does not agree, or has a logo that is no picture. Never throws.
 */
export const readAnySignedFile = (bytes: Uint8Array): Result<AnySignedFile, Invalid> => {
  if (bytes.length > maxSignedFileBytes) return fail(invalid.code);
  const envelope = signedFileSchema.safeParse(readPlainJson(bytes));
  if (!envelope.success) return fail(invalid.code);
  const { kind, payload, key } = envelope.data;
  const payloadBytes = decodeBase64(payload);
  if (payloadBytes === null || !signatureFits(envelope.data, payloadBytes)) return fail(invalid.code);
  return readPayload(kind, key, payloadBytes) as Result<AnySignedFile, Invalid>;
};

/**
 * Reads a signed file of one kind. Fails with `signedFileInvalid` as `readAnySignedFile` does, or with
 * `signedFileOtherKind` when it is a good file of another kind. Never throws.
 */
export const readSignedFile = <K extends SignedFileKind>(
  kind: K,
  bytes: Uint8Array,
): Result<OpenedSignedFile<K>, AppError<'signedFileInvalid' | 'signedFileOtherKind'>> => {
  const opened = readAnySignedFile(bytes);
  if (!opened.ok) return opened;
  return opened.value.kind === kind ? ok(opened.value as OpenedSignedFile<K>) : fail('signedFileOtherKind');
};

/**
 * Signs what a card, directory, invitation or profile says and wraps it as a file: JSON, one field to a line. Throws
 * when the payload does not fit its schema or the file would be larger than readers take.
 */
export const writeSignedFile = <K extends SignedFileKind>(
  kind: K,
  payload: Payloads[K],
  { publicKey, sign }: Pick<Signer, 'publicKey' | 'sign'>,
): Uint8Array => {
  const payloadBytes = canonicalJson(schemas[kind].parse(payload));
  const file: SignedFile = {
    format: 'bilik/signed/v1',
    kind,
    key: toHex(publicKey),
    signature: toHex(sign(signedFileDomains[kind], payloadBytes)),
    payload: encodeBase64(payloadBytes),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
  if (bytes.length > maxSignedFileBytes) throw new RangeError('the signed file is too large');
  return bytes;
};
