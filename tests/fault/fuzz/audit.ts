import { publicKeyOf, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { writeNote } from '../../../electron/backend/crypto/signed-note.ts';
import { type ChainRow, entryHash, verifyChain } from '../../../electron/backend/trail/audit-chain.ts';
import { auditFile } from '../../../electron/backend/trail/audit-file.ts';
import { checkAuditFile } from '../../../electron/backend/trail/check-audit-file.ts';
import { writeCheckpoint } from '../../../electron/backend/trail/checkpoint.ts';
import { judgeHead } from '../../../electron/backend/trail/witnesses.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { columns, edited, grow, growTo } from '../../fixtures/audit-chains.ts';
import { createDice, type Dice } from './dice.ts';

type Tamper = (rows: readonly ChainRow[], dice: Dice) => ChainRow[];

const replaced = (rows: readonly ChainRow[], at: number, row: ChainRow): ChainRow[] =>
  rows.map((other, index) => (index === at ? row : other));

/** Numbers, joins and hashes computed anew from a place on, as someone who holds the database could. */
const rejoined = (rows: readonly ChainRow[], from: number): ChainRow[] => {
  const joined = rows.slice(0, from);
  for (const row of rows.slice(from)) {
    const prevHash = joined.at(-1)?.hash ?? new Uint8Array(32);
    const entry = { ...row, seq: joined.length + 1, prevHash };
    joined.push({ ...entry, hash: entryHash(prevHash, entry) });
  }
  return joined;
};

const anyColumn = (dice: Dice) => dice.pick(columns);

/** What is done to a chain; several of them one after the other make one attempt. */
const tampers: Readonly<Record<string, Tamper>> = {
  delete: (rows, dice) => {
    const at = dice.int(rows.length);
    return [...rows.slice(0, at), ...rows.slice(at + 1 + dice.int(5))];
  },
  swap: (rows, dice) => {
    const [a, b] = [dice.int(rows.length), dice.int(rows.length)];
    const [first, second] = [rows[a], rows[b]];
    return first && second ? replaced(replaced(rows, a, second), b, first) : [...rows];
  },
  edit: (rows, dice) => {
    const at = dice.int(rows.length);
    const row = rows[at];
    return row === undefined ? [...rows] : replaced(rows, at, edited(row, anyColumn(dice), dice.int(256)));
  },
  insert: (rows, dice) => {
    const at = dice.int(rows.length + 1);
    return [...rows.slice(0, at), grow(rows[at - 1], 'ee'), ...rows.slice(at)];
  },
  double: (rows, dice) => {
    const at = dice.int(rows.length);
    return [...rows.slice(0, at + 1), ...rows.slice(at)];
  },
  cut: (rows, dice) => rows.slice(0, dice.int(rows.length)),
  fork: (rows, dice) => growTo(rows.length + dice.int(20), rows.slice(0, dice.int(rows.length)), 'dd'),
  rejoin: (rows, dice) => rejoined(rows, dice.int(rows.length)),
};
const names = Object.keys(tampers) as (keyof typeof tampers)[];

const length = 200;
const chain = growTo(length);
const last = chain[length - 1];
const seenHead = { size: length, hash: toHex(last?.hash ?? new Uint8Array(32)) };

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const sameEntry = (a: ChainRow | undefined, b: ChainRow | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.seq === b.seq &&
  a.at === b.at &&
  a.kind === b.kind &&
  a.subject === b.subject &&
  sameBytes(a.hash, b.hash);
const sameRow = (a: ChainRow | undefined, b: ChainRow | undefined): boolean =>
  a !== undefined && b !== undefined && sameEntry(a, b) && sameBytes(a.prevHash, b.prevHash);

/** Number of the first entry in which two chains differ; null: none. */
const firstDifference = (rows: readonly ChainRow[], same: typeof sameRow): number | null => {
  for (let index = 0; index < Math.max(rows.length, length); index += 1)
    if (!same(rows[index], chain[index])) return index + 1;
  return null;
};

const key = signingKeyOf(Buffer.alloc(32, 3));
const vaultId = '5f'.repeat(16);
const checkpoint = {
  note: writeCheckpoint({ instanceId: vaultId, signNote: (name, text) => writeNote(key, name, text) }, 'records', {
    entries: length,
    head: last?.hash ?? new Uint8Array(32),
  }),
  size: Number.POSITIVE_INFINITY,
};
const first = { format: 'bilik/audit/v1', vaultId, store: 'records', key: toHex(publicKeyOf(key)) } as const;

/** What is wrong with what the checks say of a changed chain; null: they are right. */
const complaint = (rows: readonly ChainRow[]): string | null => {
  const difference = firstDifference(rows, sameRow);
  const { broken } = verifyChain(rows);
  const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  const verdict = judgeHead({ entries: rows.at(-1)?.seq ?? 0, hashAt: (seq) => hashes.get(seq) }, seenHead);
  if (difference === null) return broken === null && verdict === 'holds' ? null : 'a whole chain is called broken';
  // A longer chain that begins with the whole old one is no tampering.
  if (difference > length && broken === null) return verdict === 'holds' ? null : 'a grown chain is called another';
  if (broken === null && verdict === 'holds') return `nothing found, though entry ${difference} differs`;
  return broken !== null && broken.seq < difference ? `entry ${broken.seq} is blamed before ${difference}` : null;
};

/** The same for the exported file with the checkpoint of the chain as it was. */
const fileComplaint = (rows: readonly ChainRow[]): string | null => {
  const { verdict } = checkAuditFile(Buffer.concat([...auditFile(first, rows, checkpoint)]));
  // The file does not repeat the previous hash of each entry.
  const whole = firstDifference(rows, sameEntry) === null;
  return (verdict === 'valid') === whole ? null : `the file is called ${verdict}, whole: ${whole}`;
};

export interface FuzzReport {
  readonly tried: number;
  readonly failed: number;
  /** The first failures, and how much was tried. */
  readonly notes: readonly string[];
}

const maxNotes = 20;

/**
 * Tampers with a chain in `runs` random ways, one to four steps each, and expects that the checks of the chain,
 * with a head that another saw, find it, and find nothing where nothing changed; every tenth time also as an
 * exported file. A failure is told with the number of its run: the same seed makes it again.
 */
export const fuzzAudit = ({ runs, seed }: { readonly runs: number; readonly seed: string }): FuzzReport => {
  const all = createDice(`audit/${seed}`);
  const failures: string[] = [];
  let unchanged = 0;
  for (let run = 0; run < runs; run += 1) {
    const dice = all.fork(String(run));
    const steps = Array.from({ length: 1 + dice.int(4) }, () => dice.pick(names));
    let rows: readonly ChainRow[] = chain;
    for (const step of steps) rows = rows.length === 0 ? rows : (tampers[step]?.(rows, dice) ?? rows);
    if (firstDifference(rows, sameRow) === null) unchanged += 1;
    const wrong = complaint(rows) ?? (run % 10 === 0 ? fileComplaint(rows) : null);
    if (wrong !== null) failures.push(`run ${run} of seed ${seed}: ${steps.join(', ')}: ${wrong}`);
  }
  const said = `chains of ${length} entries; ${unchanged} of them unchanged in the end`;
  return { tried: runs, failed: failures.length, notes: [...failures.slice(0, maxNotes), said] };
};
