import type { StatedTime } from '@shared/domain/audit/stated-time.ts';
import {
  type EvaluationRecord,
  type EvaluationStatement,
  evaluationRecordSchema,
  evaluationSignatureDomain,
  evaluationStatementSchema,
} from '@shared/domain/competence/evaluation.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { canonicalJson, readCanonicalJson } from '../../crypto/canonical-json.ts';
import { verifyEd25519 } from '../../crypto/ed25519.ts';
import type { Signer } from '../../crypto/signer.ts';
import { maxRecordBytes } from './record-crypto.ts';

/** The official's signature, as it is kept: the statement's bytes and what signs them. */
export interface EvaluationSignature {
  /** Hexadecimal. */
  readonly key: string;
  readonly statement: Uint8Array;
  readonly signature: Uint8Array;
}

/** A signature that was checked, with what it states. */
export interface CheckedEvaluationSignature extends EvaluationSignature {
  readonly signedAt: string;
  readonly clockCorrected: boolean;
}

/** The bytes of an evaluation (RFC 8785); `recordHash` of them is its name. */
export const writeEvaluation = (record: EvaluationRecord): Uint8Array => canonicalJson(record);

/** Reads an evaluation; undefined when the bytes are none. Never throws. */
export const readEvaluation = (bytes: Uint8Array): EvaluationRecord | undefined =>
  bytes.length > maxRecordBytes ? undefined : evaluationRecordSchema.safeParse(readCanonicalJson(bytes)).data;

/** Signs the evaluation of this hash. */
export const signEvaluationBytes = (
  vault: Pick<Signer, 'publicKey' | 'sign'>,
  hash: string,
  { at: signedAt, corrected }: StatedTime,
): EvaluationSignature => {
  const key = toHex(vault.publicKey);
  const statement: EvaluationStatement = {
    format: 'bilik/plan-evaluation-signature/v1',
    evaluation: hash,
    key,
    signedAt,
    ...(corrected && { clock: 'corrected' }),
  };
  const bytes = canonicalJson(statement);
  return { key, statement: bytes, signature: vault.sign(evaluationSignatureDomain, bytes) };
};

/**
 * Checks that a signature is one of the evaluation of this hash by the key that it names; undefined when it is not.
 * Says nothing of whose key it is.
 */
export const checkEvaluationSignature = (
  hash: string,
  given: EvaluationSignature,
): CheckedEvaluationSignature | undefined => {
  const statement = evaluationStatementSchema.safeParse(readCanonicalJson(given.statement)).data;
  if (statement === undefined || statement.evaluation !== hash || statement.key !== given.key) return undefined;
  const { signedAt, clock } = statement;
  return verifyEd25519(fromHex(given.key), evaluationSignatureDomain, given.statement, given.signature)
    ? { ...given, signedAt, clockCorrected: clock === 'corrected' }
    : undefined;
};
