import type { Contract } from '@shared/contract/index.ts';
import type { ErrorCodeOf, ParsedInputOf } from '@shared/contract/method.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import type { RequestHere } from '../retention/requests.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { decisionsByItem, insertDecision, latestOf, undoDecision } from './ledger/held-rows.ts';

type Decide = Contract['exchange.decide'];
type Decided = Result<{ readonly acts: number }, AppError<ErrorCodeOf<Decide>>>;

/**
 * Keeps a file that somebody asks to be erased, or takes that back. To erase it, it is proposed as every other file is.
 * Codes: `choiceNotOpen`, `nothingToTakeBack`.
 */
export const decideRequest = (
  unlocked: Unlocked,
  { itemId, caseId, state }: RequestHere,
  { choice }: ParsedInputOf<Decide>,
): Decided =>
  transactRecords(unlocked.vault.records, (tx): Decided => {
    if (choice === 'takeBack') {
      const latest = latestOf(decisionsByItem(tx).get(itemId) ?? []);
      if (latest === undefined) return fail('nothingToTakeBack');
      undoDecision(tx, latest.seq, nowOf(unlocked));
      appendAudit(unlocked.work, tx, { kind: 'fileKeptUndone', subject: caseId });
      return ok({ acts: 0 });
    }
    if (choice !== 'keep' || state !== 'open') return fail('choiceNotOpen');
    insertDecision(tx, { item: itemId, choice, at: nowOf(unlocked) });
    appendAudit(unlocked.work, tx, { kind: 'fileKept', subject: caseId });
    return ok({ acts: 0 });
  });
