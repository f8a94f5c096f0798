import { type ClockEntry, isDoubtOpen, leaps } from '@shared/domain/audit/clock.ts';
import { auditKinds, isAuditKind } from '@shared/domain/audit/kinds.ts';
import { toIsoInstant, toLocalDay } from '@shared/kernel/date.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import type { RecordsReader } from '../db/handles.ts';

/** What the clock of this computer reads, and the last day that the trail knew by a clock that nobody doubted. */
export interface ClockDoubt {
  readonly reads: string;
  readonly known: string;
}

/** Kinds by which the clock is judged: those that stand in the chain of records.db alone. */
export const judgesClock = (kind: string): boolean => isAuditKind(kind) && auditKinds[kind].store === 'records';

// As an index of records.db has it, word for word: SQLite uses that for nothing else.
const clockKinds = sql.raw(`kind IN ('clockJumped', 'clockReturned', 'clockStated')`);
const otherKinds = sql.raw(
  Object.keys(auditKinds)
    .filter((kind) => !judgesClock(kind))
    .map((kind) => `'${kind}'`)
    .join(', '),
);

type Chain = Pick<RecordsReader, 'get'>;

/** The last that changes whether the clock is doubted: saying that it is wrong neither begins a doubt nor ends one. */
const lastClockEntry = (tx: Chain): ClockEntry | undefined =>
  tx.get<ClockEntry>(
    sql`SELECT kind, subject FROM audit WHERE ${clockKinds} AND subject <> 'computerWrong' ORDER BY seq DESC LIMIT 1`,
  );

/** When the last entry before one was made, or before the end of the chain; undefined: there is none. */
const lastAt = (tx: Chain, before: number): string | undefined =>
  tx.get<{ at: string }>(
    sql`SELECT at FROM audit WHERE seq < ${before} AND kind NOT IN (${otherKinds}) ORDER BY seq DESC LIMIT 1`,
  )?.at;

/** The last moment by a clock that nobody doubted: that before the leap while a doubt is open, else the last of all. */
const trusted = (tx: Chain, open: boolean): string | undefined => {
  if (!open) return lastAt(tx, Number.MAX_SAFE_INTEGER);
  const leap = tx.get<{ seq: number }>(
    sql`SELECT seq FROM audit WHERE ${clockKinds} AND kind = 'clockJumped' ORDER BY seq DESC LIMIT 1`,
  );
  return lastAt(tx, leap?.seq ?? 0);
};

/** What an entry made now has to tell of the clock first: it leapt, or has come back; null: nothing. */
export const clockTurn = (tx: Chain, now: string): 'clockJumped' | 'clockReturned' | null => {
  const open = isDoubtOpen(lastClockEntry(tx));
  const last = trusted(tx, open);
  if (last === undefined || leaps(last, now) === open) return null;
  return open ? 'clockReturned' : 'clockJumped';
};

/** The last moment that nobody doubts, where the clock leapt since to what it reads; null: it did not. */
export const leapOf = (tx: Chain, reads: string): string | null => {
  const last = trusted(tx, isDoubtOpen(lastClockEntry(tx)));
  return last !== undefined && leaps(last, reads) ? last : null;
};

/**
 * What speaks against the clock of this computer; null: nothing. It leapt since the last moment that nobody doubts, and
 * neither came back nor did anybody say that it is right now.
 */
export const clockDoubt = ({ clock }: { readonly clock: Clock }, tx: Chain): ClockDoubt | null => {
  const now = clock.now();
  const last = leapOf(tx, toIsoInstant(now));
  return last === null ? null : { reads: toLocalDay(now), known: toLocalDay(last) };
};

/**
 * Stands before what is published by the clock of this computer: `clockDoubted`, with what it reads and what was known.
 */
export const trustedClock = (deps: { readonly clock: Clock }, tx: Chain): Result<null, AppError<'clockDoubted'>> => {
  const doubt = clockDoubt(deps, tx);
  return doubt === null ? ok(null) : fail('clockDoubted', { ...doubt });
};
