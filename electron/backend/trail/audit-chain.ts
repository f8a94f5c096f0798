import type { AuditKind, AuditKindOf } from '@shared/domain/audit/kinds.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { asc, desc, gt } from 'drizzle-orm';
import { canonicalJson } from '../crypto/canonical-json.ts';
import { sha256 } from '../crypto/hash.ts';
import type { NotesReader, NotesWriter, RecordsReader, RecordsWriter } from '../db/handles.ts';
import { audit } from '../db/shared-columns.ts';
import { clockTurn, judgesClock } from './clock-doubt.ts';

/** What happened, and to what: a code and an identifier. Never a name, a number or text of a person. */
export interface AuditEvent<Kind extends string = string> {
  /** A kind of `shared/domain/audit/kinds.ts`; its text is in i18n under `audit.<kind>`. */
  readonly kind: Kind;
  /** Identifier of what it happened to, or empty. */
  readonly subject: string;
}

/** A database with a chain, or a transaction on it. */
type ChainReader = RecordsReader | NotesReader;
/** A transaction of a database with a chain. */
type ChainWriter = RecordsWriter | NotesWriter;

/** What an entry says; its RFC 8785 bytes are what is hashed. */
export interface AuditEntry extends AuditEvent {
  /** 1, 2, 3 … */
  readonly seq: number;
  /** Instant by the clock of this computer. */
  readonly at: string;
}

/** An entry as it lies in the database. */
export interface ChainRow extends AuditEntry {
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** Length and head of a chain; the head of an empty one is 32 zero bytes. */
export interface ChainHead {
  readonly entries: number;
  readonly head: Uint8Array;
}

/** A chain without entries. */
export const emptyChain: ChainHead = { entries: 0, head: Buffer.alloc(32) };

/** The bytes of an entry that its hash covers. */
export const entryBytes = ({ at, kind, seq, subject }: AuditEntry): Uint8Array =>
  canonicalJson({ at, kind, seq, subject });

/** Hash of an entry: SHA-256(previous hash ‖ RFC 8785 JSON of seq, at, kind, subject). */
export const entryHash = (prevHash: Uint8Array, entry: AuditEntry): Buffer => sha256(prevHash, entryBytes(entry));

/** Length and head as the last row states them; nothing is checked. */
export const chainHead = (tx: ChainReader): ChainHead => {
  const last = tx.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1).get();
  return last === undefined ? emptyChain : { entries: last.seq, head: last.hash };
};

/** Each database takes the kinds that its chain may hold; code that serves both takes those that either may. */
interface AppendAudit {
  (deps: { readonly clock: Clock }, tx: RecordsWriter, event: AuditEvent<AuditKindOf<'records'>>): void;
  (deps: { readonly clock: Clock }, tx: NotesWriter, event: AuditEvent<AuditKindOf<'notes'>>): void;
  (
    deps: { readonly clock: Clock },
    tx: ChainWriter,
    event: AuditEvent<AuditKindOf<'records'> & AuditKindOf<'notes'>>,
  ): void;
}

const append = (tx: ChainWriter, at: string, { kind, subject }: AuditEvent<AuditKind>): void => {
  const { entries, head } = chainHead(tx);
  const entry = { seq: entries + 1, at, kind, subject };
  const prevHash = Buffer.from(head);
  tx.insert(audit)
    .values({ ...entry, prevHash, hash: entryHash(prevHash, entry) })
    .run();
};

/**
 * Adds an entry to the audit chain of a database, in the transaction of what it tells; before it one that says that the
 * clock leapt, or came back, where it did.
 */
export const appendAudit: AppendAudit = (
  deps: { readonly clock: Clock },
  tx: ChainWriter,
  event: AuditEvent<AuditKind>,
): void => {
  const at = toIsoInstant(deps.clock.now());
  const turn = judgesClock(event.kind) ? clockTurn(tx as RecordsWriter, at) : null;
  if (turn !== null) append(tx, at, { kind: turn, subject: '' });
  append(tx, at, event);
};

/** The first entry that does not follow from the ones before it. */
export interface AuditBreak {
  readonly seq: number;
  /** A number left out or doubled; not joined to the one before; not what was hashed. */
  readonly reason: 'sequence' | 'link' | 'hash';
}

/** What a check of a chain found; `entries` and `head` are of the part before a break. */
export interface ChainCheck extends ChainHead {
  readonly broken: AuditBreak | null;
}

const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const breakOf = (row: ChainRow, seq: number, prevHash: Uint8Array): AuditBreak | null => {
  if (row.seq !== seq) return { seq, reason: 'sequence' };
  if (!equalBytes(row.prevHash, prevHash)) return { seq, reason: 'link' };
  return equalBytes(row.hash, entryHash(prevHash, row)) ? null : { seq, reason: 'hash' };
};

/**
 * Recomputes a chain, or the rest of one that is good up to `from`. A tail that was cut, and a chain that was
 * written anew from some entry on, are whole in themselves: only heads kept elsewhere show it (`witnesses.ts`).
 */
export const verifyChain = (rows: Iterable<ChainRow>, from: ChainHead = emptyChain): ChainCheck => {
  let { entries, head } = from;
  for (const row of rows) {
    const broken = breakOf(row, entries + 1, head);
    if (broken !== null) return { entries, head, broken };
    head = row.hash;
    entries += 1;
  }
  return { entries, head, broken: null };
};

const rowsAtOnce = 1000;

/** The rows of a chain in order, read a thousand at a time. */
export function* auditRows(tx: ChainReader): Generator<ChainRow> {
  let after: number | undefined;
  for (;;) {
    const rows = tx
      .select()
      .from(audit)
      .where(after === undefined ? undefined : gt(audit.seq, after))
      .orderBy(asc(audit.seq))
      .limit(rowsAtOnce)
      .all();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last.seq;
  }
}

/** Recomputes the audit chain of a database. */
export const verifyAudit = (tx: ChainReader): ChainCheck => verifyChain(auditRows(tx));
