import type { AuditStore } from '@shared/domain/audit/kinds.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { z } from 'zod';
import { canonicalJson } from '../crypto/canonical-json.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { type AuditBreak, type ChainCheck, type ChainRow, emptyChain, verifyChain } from './audit-chain.ts';
import { auditFileEnd, auditFileEntry, auditFileHead } from './audit-file.ts';
import { auditOrigin, type Checkpoint, openCheckpoint } from './checkpoint.ts';

/** Larger files are not read (bytes). */
export const maxAuditFileBytes = 200_000_000;

/** What a check of an exported chain found. `entries` and `head` are of the part that is good. */
export interface AuditFileCheck {
  readonly verdict: 'valid' | 'invalid' | 'unreadable';
  readonly store: AuditStore | null;
  readonly vaultId: string | null;
  readonly keyFingerprint: string | null;
  readonly entries: number;
  readonly head: string;
  /** Times that the first and the last good entry state. */
  readonly from: string | null;
  readonly to: string | null;
  /** The first bad entry; `form`: its line is no entry in the one form that it can have. */
  readonly broken: { readonly seq: number; readonly reason: AuditBreak['reason'] | 'form' } | null;
  readonly checkpoint: Checkpoint | null;
  readonly findings: readonly AuditFinding[];
}

export type AuditFinding =
  | 'notAnAuditFile'
  | 'tooLarge'
  | 'entryBroken'
  | 'checkpointMissing'
  | 'noteMalformed'
  | 'noteUnsigned'
  | 'noteForged'
  | 'checkpointDiffers';

const unreadable = (finding: AuditFinding): AuditFileCheck => ({
  verdict: 'unreadable',
  store: null,
  vaultId: null,
  keyFingerprint: null,
  entries: 0,
  head: toHex(emptyChain.head),
  from: null,
  to: null,
  broken: null,
  checkpoint: null,
  findings: [finding],
});

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What a line says, when it says it in its one form; undefined when not. */
const readLine = <S extends z.ZodType>(schema: S, line: Uint8Array): z.output<S> | undefined => {
  try {
    const parsed = schema.safeParse(JSON.parse(decoder.decode(line)));
    if (!parsed.success) return undefined;
    return Buffer.compare(canonicalJson(parsed.data), line) === 0 ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

/** What the file's lines hold: entries as rows until one has not the right form, and the checkpoint. */
interface Lines {
  readonly rows: ChainRow[];
  /** Number of the entry whose line is none. */
  readonly badForm: number | null;
  readonly note: string | null;
}

const noteStart = new TextEncoder().encode('{"checkpoint":');
const isLast = (line: Uint8Array): boolean => Buffer.compare(line.subarray(0, noteStart.length), noteStart) === 0;

const readLines = (lines: Iterable<Uint8Array>): Lines => {
  const rows: ChainRow[] = [];
  let badForm: number | null = null;
  let note: string | null = null;
  let prevHash: Uint8Array = emptyChain.head;
  for (const line of lines) {
    const end = isLast(line) ? readLine(auditFileEnd, line) : undefined;
    const read = end === undefined ? readLine(auditFileEntry, line) : undefined;
    // What stands behind the checkpoint belongs to no chain; behind a bad line only the checkpoint is of interest.
    if (note !== null || (end === undefined && read === undefined)) badForm ??= rows.length + 1;
    if (end !== undefined) note ??= end.checkpoint;
    if (read === undefined || badForm !== null) continue;
    const hash = fromHex(read.hash);
    rows.push({ ...read.entry, prevHash, hash });
    prevHash = hash;
  }
  return { rows, badForm, note };
};

const brokenOf = (chain: ChainCheck, badForm: number | null): AuditFileCheck['broken'] =>
  chain.broken ?? (badForm === null ? null : { seq: badForm, reason: 'form' });

/**
 * Checks an exported chain: every entry follows from the one before it, and the checkpoint is signed by the key
 * of the first line and states this length and head. It does not tell whose key that is: its fingerprint must be
 * compared; nor whether a longer chain was ever seen elsewhere.
 */
export const checkAuditFile = (bytes: Uint8Array): AuditFileCheck => {
  if (bytes.length > maxAuditFileBytes) return unreadable('tooLarge');
  const [first, ...lines] = linesOf(bytes);
  const head = first && readLine(auditFileHead, first);
  if (head === undefined) return unreadable('notAnAuditFile');
  const { rows, badForm, note } = readLines(lines);
  const chain = verifyChain(rows);
  const broken = brokenOf(chain, badForm);
  const key = fromHex(head.key);
  const opened = note === null ? null : openCheckpoint(note, auditOrigin(head.vaultId, head.store), key);
  const checkpoint = opened?.ok ? opened.value : null;
  const fits = checkpoint?.size === chain.entries && checkpoint.hash === toHex(chain.head);
  const findings: AuditFinding[] = [
    ...(broken === null ? [] : (['entryBroken'] as const)),
    ...(opened === null ? (['checkpointMissing'] as const) : opened.ok ? [] : [opened.error.code]),
    ...(checkpoint === null || broken !== null || fits ? [] : (['checkpointDiffers'] as const)),
  ];
  return {
    verdict: findings.length === 0 ? 'valid' : 'invalid',
    store: head.store,
    vaultId: head.vaultId,
    keyFingerprint: keyFingerprint(key),
    entries: chain.entries,
    head: toHex(chain.head),
    from: rows[0] !== undefined && chain.entries > 0 ? rows[0].at : null,
    to: rows[chain.entries - 1]?.at ?? null,
    broken,
    checkpoint,
    findings,
  };
};
