import type { Contract } from '@shared/contract/index.ts';
import type { OutputOf } from '@shared/contract/method.ts';
import { type BenefitTally, benefitTally } from '@shared/domain/programme/benefits.ts';
import { benefitCounts, type Figures, figures, guidanceCounts, tellFigures } from '@shared/domain/programme/figures.ts';
import { joinTables } from '@shared/domain/programme/joined.ts';
import { isOver, type Semester } from '@shared/domain/programme/semester.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { listGuidanceRows } from '../guidance/guidance-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteTally, findTold, insertTally, listReceived, listTallies } from './figures-rows.ts';

/**
 * Figures of this vault: those that left, else those of now. What left stays what is told of a half-year, so that no
 * two tables of it ever differ (law: figuresLeave).
 */
export const ownFigures = ({ records }: Pick<Workspace, 'records'>, period: Semester): Figures => {
  const left = findTold(records, period);
  if (left !== undefined) return left.figures;
  const files = listGuidanceRows(records).flatMap(({ file }) => (file === null ? [] : [file]));
  const tallies = listTallies(records, period).map(({ tally }) => tally);
  return figures.parse(tellFigures(files, tallies, period));
};

/** Figures of this vault and of those that sent theirs, joined by unit; of each person once. */
export const programmeFigures = (
  unlocked: Pick<Unlocked, 'work'> & Parameters<typeof todayOf>[0],
  period: Semester,
): OutputOf<Contract['programme.figures']> => {
  const { records } = unlocked.work;
  const own = ownFigures(unlocked.work, period);
  const others = listReceived(records, period);
  const all = [own, ...others.map(({ figures: told }) => told)];
  return {
    own,
    leftAt: findTold(records, period)?.toldAt ?? null,
    isOver: isOver(period, todayOf(unlocked)),
    sources: others.map(({ entryId, name, sealedAt }) => ({ entryId, name, sealedAt })),
    joined: {
      guidance: joinTables(
        all.map(({ guidance }) => guidance),
        guidanceCounts,
      ),
      benefits: joinTables(
        all.map(({ benefits }) => benefits),
        benefitCounts,
      ),
    },
  };
};

/** Adds sheets that were counted together. Which sheets, whose, and when, is nowhere. */
export const addTally = (
  work: Workspace,
  tally: BenefitTally,
): Result<{ tallyId: string }, AppError<'figuresLeft' | StorageErrorCode>> =>
  transactRecords(work.records, (tx) => {
    if (findTold(tx, tally.period) !== undefined) return fail('figuresLeft');
    const tallyId = randomId(work.random);
    insertTally(tx, tallyId, benefitTally.parse(tally));
    appendAudit(work, tx, { kind: 'benefitTallySet', subject: '' });
    return ok({ tallyId });
  });

/** Takes a tally away that was typed wrong. `figuresLeft`: figures of its half-year have left with it. */
export const removeTally = (
  work: Workspace,
  { tallyId, period }: { readonly tallyId: string; readonly period: Semester },
): Result<Record<string, never>, AppError<'unknownTally' | 'figuresLeft' | StorageErrorCode>> =>
  transactRecords(work.records, (tx) => {
    if (!listTallies(tx, period).some((kept) => kept.tallyId === tallyId)) return fail('unknownTally');
    if (findTold(tx, period) !== undefined) return fail('figuresLeft');
    deleteTally(tx, tallyId);
    appendAudit(work, tx, { kind: 'benefitTallySet', subject: '' });
    return ok({});
  });
