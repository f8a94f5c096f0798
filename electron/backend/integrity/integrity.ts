import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { settleOlder } from '../db/digest/anchors.ts';
import { digestOf } from '../db/digest/digest.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { databaseNames, type Finding, isOfRows } from '../vault/check-database.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkLiveRows, otherOf, type Recount, recountOf } from './check-live.ts';
import { type CheckStep, checkWhole } from './check-whole.ts';

/** What is known of the wholeness of an open vault; times in milliseconds, null: not since it was opened. */
interface Integrity {
  /** When all rows were counted last. */
  rowsAt: number | null;
  /** When everything was checked last. */
  wholeAt: number | null;
  findings: readonly Finding[];
  running: { step: CheckStep; readonly controller: AbortController } | null;
}

const integrityOf = createPerVault<Integrity>(() => ({ rowsAt: null, wholeAt: null, findings: [], running: null }));

/** As `integrity.status` tells it. */
export const readIntegrity = (work: Workspace): Readonly<Omit<Integrity, 'running'>> & { step: CheckStep | null } => {
  const { running, ...known } = integrityOf(work);
  return { ...known, step: running?.step ?? null };
};

/** Breaks off a check that runs; what was known before stays known. */
export const cancelCheck = (work: Workspace): void => integrityOf(work).running?.controller.abort();

/** `checkRunning`: one runs. `checkCancelled`: by the person, or since the vault was closed. */
export type CheckError = AppError<'checkRunning' | 'checkCancelled'>;

/** Runs one check at a time. */
const exclusively = async <T>(
  work: Workspace,
  first: CheckStep,
  run: (signal: AbortSignal, onStep: (step: CheckStep) => void) => Promise<T>,
): Promise<Result<T, CheckError>> => {
  const integrity = integrityOf(work);
  if (integrity.running !== null) return fail('checkRunning');
  const running = { step: first, controller: new AbortController() };
  integrity.running = running;
  const { signal } = running.controller;
  try {
    const done = await run(signal, (step) => {
      running.step = step;
    });
    return ok(done);
  } catch (thrown) {
    // A database that was closed while it was counted refuses its next statement.
    if (signal.aborted || !work.records.$client.open) return fail('checkCancelled');
    throw thrown;
  } finally {
    integrity.running = null;
  }
};

/** What a check of rows found takes the place of what the last one found; what only a whole check finds stays. */
const withRows = (known: readonly Finding[], rows: readonly Finding[]): readonly Finding[] => [
  ...known.filter(({ code }) => !isOfRows(code)),
  ...rows,
];

/** Counts all rows of an open vault. */
export const checkRowsNow = async (work: Workspace): Promise<Result<null, CheckError>> => {
  const rows = await exclusively(work, 'rows', (signal) => checkLiveRows(work, signal));
  if (!rows.ok) return rows;
  const integrity = integrityOf(work);
  Object.assign(integrity, { rowsAt: work.clock.now(), findings: withRows(integrity.findings, rows.value) });
  return ok(null);
};

/** Checks everything in an open vault, while it is used. */
export const checkWholeNow = async (work: Workspace): Promise<Result<null, CheckError>> => {
  const found = await exclusively(work, 'structure', (signal, onStep) => checkWhole(work, signal, onStep));
  if (!found.ok) return found;
  const at = work.clock.now();
  Object.assign(integrityOf(work), { rowsAt: at, wholeAt: at, findings: found.value });
  return ok(null);
};

/** Takes rows that were just counted for the right ones, if they are not the ones that were stored. */
const adoptRows = (sqlite: Workspace['records']['$client'], { fits, counted }: Recount): void => {
  if (!fits) digestOf(sqlite)?.adopt(counted);
};

/**
 * Takes what the vault holds now for what is right, on the word of the person who was told what did not fit: rows are
 * counted anew, an older database is taken for what it is. Recorded in the trail. What a whole check found besides
 * stays found.
 */
export const acceptAsItIs = async (work: Workspace): Promise<Result<null, CheckError | AppError<StorageErrorCode>>> => {
  const accepted = await exclusively(work, 'rows', async (signal) => {
    const notes = await recountOf(work, 'notes', signal);
    const settled = transactNotes(work.notes, () => ok(adoptRows(work.notes.$client, notes)));
    if (!settled.ok) return settled;
    const records = await recountOf(work, 'records', signal);
    return transactRecords(work.records, (tx) => {
      appendAudit(work, tx, { kind: 'integrityAccepted', subject: '' });
      return ok(adoptRows(work.records.$client, records));
    });
  });
  if (!accepted.ok) return accepted;
  if (!accepted.value.ok) return accepted.value;
  for (const name of databaseNames) settleOlder(work[name].$client, work[otherOf(name)].$client);
  return checkRowsNow(work);
};
