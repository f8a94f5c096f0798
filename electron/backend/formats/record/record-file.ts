import type { RecordSummary } from '@shared/contract/documents.ts';
import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import { guidanceStatementSchema, maxParticipants } from '@shared/domain/guidance/record.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { base64, decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { keyFingerprint } from '../../crypto/key-fingerprint.ts';
import {
  type CheckedSignature,
  checkSignature,
  type RecordSignature,
  readRecord,
  recordHash,
} from './record-crypto.ts';

/** Name of the file in a package and in a signed paper. */
export const recordFileName = 'rekaman.json';

/** Larger files are refused unread (bytes). */
export const maxRecordFileBytes = 2 * 1024 * 1024;

const recordFileSchema = z.strictObject({
  format: z.literal('bilik/guidance-file/v1'),
  /** Base64 of the record's bytes. */
  record: base64(1_400_000),
  signatures: z
    .array(z.strictObject({ statement: base64(2000), signature: base64(88) }))
    .min(1)
    .max(maxParticipants + 1),
});

/**
 * A record with its signatures as one file: the exact bytes that were signed, in Base64 (RFC 8785 JSON around them).
 */
export const writeRecordFile = (bytes: Uint8Array, signatures: readonly RecordSignature[]): Uint8Array =>
  canonicalJson({
    format: 'bilik/guidance-file/v1',
    record: encodeBase64(bytes),
    signatures: signatures.map(({ statement, signature }) => ({
      statement: encodeBase64(statement),
      signature: encodeBase64(signature),
    })),
  });

/** Codes of what can be wrong with a record file. */
export const recordFaults = ['recordFileInvalid', 'recordSignatureInvalid'] as const;

/** A record file that was read: the bytes to keep, what they say, and the signatures, all of which hold. */
export interface ReadRecordFile {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly record: GuidanceRecord;
  readonly signatures: readonly CheckedSignature[];
}

/** What may be told of a record without its words: its name, its kind, and whose keys signed it as which party. */
export const summaryOf = ({ hash, record, signatures }: ReadRecordFile): RecordSummary => ({
  hash,
  kind: record.content.kind,
  signers: signatures.map(({ party, key, clockCorrected }) => ({
    party,
    keyFingerprint: keyFingerprint(key),
    clockCorrected,
  })),
});

/** Party and key as a statement names them; undefined when it is none. */
const namedBy = (statement: Uint8Array): { readonly party: number; readonly key: string } | undefined => {
  try {
    const parsed = guidanceStatementSchema.safeParse(JSON.parse(new TextDecoder().decode(statement)));
    return parsed.success ? { party: parsed.data.party, key: parsed.data.key } : undefined;
  } catch {
    return undefined;
  }
};

const parse = (bytes: Uint8Array): z.output<typeof recordFileSchema> | undefined => {
  if (bytes.length > maxRecordFileBytes) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = recordFileSchema.safeParse(JSON.parse(text));
    return parsed.success && Buffer.from(canonicalJson(parsed.data)).equals(bytes) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads a record file and checks everything in it: `recordFileInvalid` when it is none, `recordSignatureInvalid` when a
 * signature does not hold or a party signed twice. Says nothing of whose keys they are. Never throws.
 */
export const readRecordFile = (file: Uint8Array): Result<ReadRecordFile, AppError<(typeof recordFaults)[number]>> => {
  const parsed = parse(file);
  if (parsed === undefined) return fail('recordFileInvalid');
  const bytes = decodeBase64(parsed.record);
  const record = bytes === null ? undefined : readRecord(bytes);
  if (bytes === null || record === undefined) return fail('recordFileInvalid');
  const hash = recordHash(bytes);
  const signatures = parsed.signatures.flatMap((given) => {
    const [statement, signature] = [decodeBase64(given.statement), decodeBase64(given.signature)];
    if (statement === null || signature === null) return [];
    const named = namedBy(statement);
    return (named && checkSignature(record, hash, { ...named, statement, signature })) ?? [];
  });
  const parties = new Set(signatures.map(({ party }) => party));
  const sound = signatures.length === parsed.signatures.length && parties.size === signatures.length;
  return sound ? ok({ hash, bytes, record, signatures }) : fail('recordSignatureInvalid');
};
