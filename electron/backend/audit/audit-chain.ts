import { toIsoInstant } from '@shared/kernel/date.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { asc, desc } from 'drizzle-orm';
import { canonicalJson } from '../crypto/canonical-json.ts';
import { sha256 } from '../crypto/hash.ts';
import { audit } from '../db/shared-columns.ts';
import type { NotesTx, RecordsTx } from '../db/transact.ts';

/** What happened, and to what: a code and an identifier. Never a name, a number or text of a person. */
export interface AuditEvent {
  /** Code such as `caseCreated`; its text is in i18n under `audit.<kind>`. */
  readonly kind: string;
  /** Identifier of what it happened to, or empty. */
  readonly subject: string;
}

type AuditTx = RecordsTx | NotesTx;
type AuditRow = typeof audit.$inferSelect;

const firstPrevHash = Buffer.alloc(32);

const hashOf = (prevHash: Uint8Array, row: { seq: number; at: string } & AuditEvent): Buffer =>
  sha256(prevHash, canonicalJson({ at: row.at, kind: row.kind, seq: row.seq, subject: row.subject }));

/**
 * Adds an entry to the audit chain of a database, in the transaction of what it tells:
 * hash = SHA-256(previous hash ‖ RFC 8785 JSON of seq, at, kind, subject); the first previous hash is zero.
 */
export const appendAudit = (deps: { readonly clock: Clock }, tx: AuditTx, event: AuditEvent): void => {
  const last = tx.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1).get();
  const entry = { seq: (last?.seq ?? 0) + 1, at: toIsoInstant(deps.clock.now()), ...event };
  const prevHash = last?.hash ?? firstPrevHash;
  tx.insert(audit)
    .values({ ...entry, prevHash, hash: hashOf(prevHash, entry) })
    .run();
};

/** The first entry that does not follow from the ones before it. */
export interface AuditBreak {
  readonly seq: number;
  readonly reason: 'sequence' | 'link' | 'hash';
}

const breakOf = (row: AuditRow, seq: number, prevHash: Uint8Array): AuditBreak | undefined => {
  if (row.seq !== seq) return { seq, reason: 'sequence' };
  if (!row.prevHash.equals(prevHash)) return { seq, reason: 'link' };
  if (!row.hash.equals(hashOf(row.prevHash, row))) return { seq, reason: 'hash' };
  return undefined;
};

/**
 * Recomputes a whole audit chain. A cut tail leaves a chain that is whole in itself; only a head kept
 * elsewhere shows it, so the head is returned.
 */
export const verifyAudit = (
  tx: AuditTx,
): { readonly entries: number; readonly head: Uint8Array; readonly broken: AuditBreak | null } => {
  let prevHash: Buffer = firstPrevHash;
  let entries = 0;
  for (const row of tx.select().from(audit).orderBy(asc(audit.seq)).all()) {
    const broken = breakOf(row, entries + 1, prevHash);
    if (broken !== undefined) return { entries, head: prevHash, broken };
    prevHash = row.hash;
    entries += 1;
  }
  return { entries, head: prevHash, broken: null };
};
