import type { RecordSummary } from '@shared/contract/documents.ts';
import { type EvaluationRecord, evaluationStatementSchema } from '@shared/domain/competence/evaluation.ts';
import { z } from 'zod';
import { base64, decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { canonicalJson, readCanonicalJson } from '../../crypto/canonical-json.ts';
import { keyFingerprint } from '../../crypto/key-fingerprint.ts';
import {
  type CheckedEvaluationSignature,
  checkEvaluationSignature,
  type EvaluationSignature,
  readEvaluation,
} from './evaluation-crypto.ts';
import { recordHash } from './record-crypto.ts';

/** Name of the file in a signed paper. */
export const evaluationFileName = 'evaluasi.json';

const fileSchema = z.strictObject({
  format: z.literal('bilik/plan-evaluation-file/v1'),
  /** Base64 of the evaluation's bytes. */
  evaluation: base64(1_400_000),
  statement: base64(2000),
  signature: base64(88),
});

/** An evaluation with its signature as one file: the exact bytes that were signed, in Base64 (RFC 8785 JSON). */
export const writeEvaluationFile = (
  bytes: Uint8Array,
  { statement, signature }: Pick<EvaluationSignature, 'statement' | 'signature'>,
): Uint8Array =>
  canonicalJson({
    format: 'bilik/plan-evaluation-file/v1',
    evaluation: encodeBase64(bytes),
    statement: encodeBase64(statement),
    signature: encodeBase64(signature),
  });

/** An evaluation file that was read: what it says, and the signature, which holds. */
export interface ReadEvaluationFile {
  readonly hash: string;
  readonly record: EvaluationRecord;
  readonly signature: CheckedEvaluationSignature;
}

/** What may be told of an evaluation without its words: its name, and whose key signed it. */
export const evaluationSummary = ({ hash, signature }: ReadEvaluationFile): RecordSummary => ({
  hash,
  kind: 'planEvaluation',
  signers: [{ party: 0, keyFingerprint: keyFingerprint(signature.key), clockCorrected: signature.clockCorrected }],
});

/**
 * Reads an evaluation file and checks everything in it; undefined when it is none, or its signature does not hold. Says
 * nothing of whose key it is. Never throws.
 */
export const readEvaluationFile = (file: Uint8Array): ReadEvaluationFile | undefined => {
  const parsed = fileSchema.safeParse(readCanonicalJson(file));
  if (!parsed.success) return undefined;
  const bytes = decodeBase64(parsed.data.evaluation);
  const [statement, signature] = [decodeBase64(parsed.data.statement), decodeBase64(parsed.data.signature)];
  if (bytes === null || statement === null || signature === null) return undefined;
  const record = readEvaluation(bytes);
  const key = evaluationStatementSchema.safeParse(readCanonicalJson(statement)).data?.key;
  // What was signed on paper is never the signature of a vault.
  if (record === undefined || record.signing !== 'vault' || key === undefined) return undefined;
  const hash = recordHash(bytes);
  const checked = checkEvaluationSignature(hash, { key, statement, signature });
  return checked && { hash, record, signature: checked };
};
