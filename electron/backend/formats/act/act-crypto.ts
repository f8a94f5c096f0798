import { type ActBody, actBodySchema } from '@shared/domain/case/body.ts';
import { type ActHash, type ActHeader, actHeaderSchema, actSignatureDomain } from '@shared/domain/case/header.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { canonicalJson, readCanonicalJson } from '../../crypto/canonical-json.ts';
import { verifyEd25519 } from '../../crypto/ed25519.ts';
import { sha256 } from '../../crypto/hash.ts';

/** An act as it is stored and travels: bytes that are never serialised again. */
export interface SealedAct {
  /** RFC 8785 JSON of the header. */
  readonly headerBytes: Uint8Array;
  /** RFC 8785 JSON of the body; null for who holds the header alone. */
  readonly bodyBytes: Uint8Array | null;
  /** 32 random bytes; null together with the body. */
  readonly salt: Uint8Array | null;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
}

/** A sealed act that has been checked, with what it says. */
export interface OpenedAct {
  readonly hash: ActHash;
  readonly header: ActHeader;
  readonly body: ActBody | null;
}

export const sealErrorCodes = ['actHeaderInvalid', 'actSignatureInvalid', 'actBodyMismatch', 'actBodyInvalid'] as const;
export type SealErrorCode = (typeof sealErrorCodes)[number];

/** Name of an act: SHA-256 of its header bytes, in hexadecimal. */
export const actHash = (headerBytes: Uint8Array): ActHash => toHex(sha256(headerBytes));

/** SHA-256(salt ‖ body), in hexadecimal: binds a header to its body and tells nothing of it. */
export const bodyCommitment = (salt: Uint8Array, bodyBytes: Uint8Array): string => toHex(sha256(salt, bodyBytes));

/**
 * Seals an act: commits to the body with a fresh salt and signs the header bytes. `sign` signs bytes under a
 * domain with the key that the header names as `authorKey` (as `signEd25519` does).
 */
export const sealAct = (act: {
  readonly header: Omit<ActHeader, 'bodyCommit'>;
  readonly body: ActBody;
  readonly sign: (domain: string, bytes: Uint8Array) => Uint8Array;
  readonly random: Random;
}): SealedAct & { readonly bodyBytes: Uint8Array; readonly salt: Uint8Array; readonly hash: ActHash } => {
  const salt = act.random.bytes(32);
  const bodyBytes = canonicalJson(act.body);
  const headerBytes = canonicalJson({ ...act.header, bodyCommit: bodyCommitment(salt, bodyBytes) });
  const signature = act.sign(actSignatureDomain, headerBytes);
  return { headerBytes, bodyBytes, salt, signature, hash: actHash(headerBytes) };
};

const openBody = (act: SealedAct, header: ActHeader): Result<ActBody | null, AppError<SealErrorCode>> => {
  if (act.bodyBytes === null || act.salt === null) return ok(null);
  if (act.salt.length !== 32 || bodyCommitment(act.salt, act.bodyBytes) !== header.bodyCommit) {
    return fail('actBodyMismatch');
  }
  const body = actBodySchema.safeParse(readCanonicalJson(act.bodyBytes));
  return body.success ? ok(body.data) : fail('actBodyInvalid');
};

/**
 * Checks header, signature and, where it is there, the body against the header's commitment. Says nothing of
 * whose key it is nor whether the act was allowed. Codes: `actHeaderInvalid`, `actSignatureInvalid`,
 * `actBodyMismatch` (other salt or body), `actBodyInvalid` (fits, but is no body). Header and body are what they say
 * only as its canonical bytes. Never throws.
 */
export const verifySealedAct = (act: SealedAct): Result<OpenedAct, AppError<SealErrorCode>> => {
  const header = actHeaderSchema.safeParse(readCanonicalJson(act.headerBytes));
  if (!header.success) return fail('actHeaderInvalid');
  const { authorKey } = header.data;
  if (!verifyEd25519(fromHex(authorKey), actSignatureDomain, act.headerBytes, act.signature)) {
    return fail('actSignatureInvalid');
  }
  const body = openBody(act, header.data);
  return body.ok ? ok({ hash: actHash(act.headerBytes), header: header.data, body: body.value }) : body;
};
