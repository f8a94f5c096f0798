import { hash, id } from '@shared/domain/fields.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { z } from 'zod';
import { canonicalJson } from '../crypto/canonical-json.ts';
import type { AuditEntry, ChainRow } from './audit-chain.ts';

// An exported chain: JSON lines in RFC 8785 form. The first says whose chain it is, each further one holds an
// entry (the very bytes that are hashed) and its hash, the last one the signed checkpoint.

/** First line of an exported chain. */
export const auditFileHead = z.strictObject({
  format: z.literal('bilik/audit/v1'),
  vaultId: id,
  store: z.enum(['records', 'notes']),
  /** Ed25519 public key of the vault. */
  key: hash,
});
export type AuditFileHead = z.infer<typeof auditFileHead>;

/** A line for each entry. */
export const auditFileEntry = z.strictObject({
  entry: z.strictObject({
    seq: z.number().int().min(1),
    at: z.string().max(100),
    kind: z.string().max(200),
    subject: z.string().max(500),
  }),
  hash,
});

/** Last line. */
export const auditFileEnd = z.strictObject({ checkpoint: z.string().max(10_000) });

const newLine = Uint8Array.of(0x0a);

/** A line of the file, with its line feed. */
export const auditFileLine = (value: unknown): Uint8Array => Buffer.concat([canonicalJson(value), newLine]);

const toEntry = ({ seq, at, kind, subject }: ChainRow): AuditEntry => ({ seq, at, kind, subject });

const batchBytes = 64 * 1024;

/** The bytes of an exported chain, piece by piece: its first `size` rows and the checkpoint that states them. */
export function* auditFile(
  head: AuditFileHead,
  rows: Iterable<ChainRow>,
  { note, size }: { readonly note: string; readonly size: number },
): Generator<Uint8Array> {
  let batch: Uint8Array[] = [auditFileLine(head)];
  let bytes = 0;
  for (const row of rows) {
    if (row.seq > size) break;
    const line = auditFileLine({ entry: toEntry(row), hash: toHex(row.hash) });
    batch.push(line);
    bytes += line.length;
    if (bytes < batchBytes) continue;
    yield Buffer.concat(batch);
    batch = [];
    bytes = 0;
  }
  batch.push(auditFileLine({ checkpoint: note }));
  yield Buffer.concat(batch);
}
