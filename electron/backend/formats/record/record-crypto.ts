import type { StatedTime } from '@shared/domain/audit/stated-time.ts';
import {
  type GuidanceRecord,
  type GuidanceStatement,
  guidanceRecordSchema,
  guidanceSignatureDomain,
  guidanceStatementSchema,
  partiesOf,
} from '@shared/domain/guidance/record.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { z } from 'zod';
import { canonicalJson, readCanonicalJson } from '../../crypto/canonical-json.ts';
import { verifyEd25519 } from '../../crypto/ed25519.ts';
import { sha256 } from '../../crypto/hash.ts';
import type { Signer } from '../../crypto/signer.ts';

/** Largest record, in bytes. */
export const maxRecordBytes = 1_000_000;

/** One party's signature, as it is kept and carried: the statement's bytes and what signs them. */
export interface RecordSignature {
  readonly party: number;
  /** Hexadecimal. */
  readonly key: string;
  readonly statement: Uint8Array;
  readonly signature: Uint8Array;
}

/** A signature that was checked, with what it states. */
export interface CheckedSignature extends RecordSignature {
  readonly signedAt: string;
  /** The signer's clock was wrong, and its time corrected by hand. */
  readonly clockCorrected: boolean;
}

/** SHA-256 of a record's bytes, hexadecimal: its name. */
export const recordHash = (bytes: Uint8Array): string => toHex(sha256(bytes));

/** The bytes of a record (RFC 8785). */
export const writeRecord = (record: GuidanceRecord): Uint8Array => canonicalJson(record);

/**
 * What the bytes say under a schema; undefined when they are not canonical JSON of it. They are compared as they stand:
 * what the schema takes off (spaces around a text, signs that nobody sees) was signed all the same. Never throws.
 */
const readCanonical = <S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> | undefined =>
  schema.safeParse(readCanonicalJson(bytes)).data;

/** Reads a record; undefined when the bytes are none. Never throws. */
export const readRecord = (bytes: Uint8Array): GuidanceRecord | undefined =>
  bytes.length > maxRecordBytes ? undefined : readCanonical(guidanceRecordSchema, bytes);

/** Signs a record as one of its parties. */
export const signRecordBytes = (
  vault: Pick<Signer, 'publicKey' | 'sign'>,
  hash: string,
  party: number,
  { at: signedAt, corrected }: StatedTime,
): RecordSignature => {
  const key = toHex(vault.publicKey);
  const statement: GuidanceStatement = {
    format: 'bilik/guidance-signature/v1',
    record: hash,
    party,
    key,
    signedAt,
    ...(corrected && { clock: 'corrected' }),
  };
  const bytes = canonicalJson(statement);
  return { party, key, statement: bytes, signature: vault.sign(guidanceSignatureDomain, bytes) };
};

/** Checks that a signature is one of this record by the key and party that it names; undefined when it is not. */
export const checkSignature = (
  record: GuidanceRecord,
  hash: string,
  given: RecordSignature,
): CheckedSignature | undefined => {
  const statement = readCanonical(guidanceStatementSchema, given.statement);
  if (statement === undefined || statement.record !== hash) return undefined;
  if (statement.party !== given.party || statement.key !== given.key) return undefined;
  if (partiesOf(record)[statement.party] === undefined) return undefined;
  const fits = verifyEd25519(fromHex(given.key), guidanceSignatureDomain, given.statement, given.signature);
  const { signedAt, clock } = statement;
  return fits ? { ...given, signedAt, clockCorrected: clock === 'corrected' } : undefined;
};
