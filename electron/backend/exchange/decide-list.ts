import type { Contract } from '@shared/contract/index.ts';
import type { ErrorCodeOf, ParsedInputOf } from '@shared/contract/method.ts';
import type { AuditKindOf } from '@shared/domain/audit/kinds.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { transactRecords } from '../db/transact.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, ownKeysOf, type Unlocked } from '../vault/unlocked.ts';
import { decisionsByItem, insertDecision, latestOf, undoDecision } from './ledger/held-rows.ts';
import { type KeyList, keyListsHere, staysListTaken } from './ledger/key-lists.ts';

type Decide = Contract['exchange.decide'];
type Input = ParsedInputOf<Decide>;
type Decided = Result<{ readonly acts: number }, AppError<ErrorCodeOf<Decide>>>;

/** The list that a decision is about; undefined for anything else. */
export const findKeyList = ({ vault }: Unlocked, itemId: string): KeyList | undefined => {
  const directory = trustedDirectory(vault.records)?.directory;
  return directory && keyListsHere(vault.records, directory, ownKeysOf({ vault })).find(({ name }) => name === itemId);
};

const takeBack = (unlocked: Unlocked, tx: RecordsWriter, list: KeyList): Decided => {
  const latest = latestOf(decisionsByItem(tx).get(list.name) ?? []);
  if (latest === undefined) return fail('nothingToTakeBack');
  const stays = latest.choice === 'take' ? staysListTaken(tx, list, latest) : null;
  if (stays !== null) return fail(stays);
  undoDecision(tx, latest.seq, nowOf(unlocked));
  return ok({ acts: 0 });
};

const settle = (unlocked: Unlocked, tx: RecordsWriter, list: KeyList, input: Input): Decided => {
  const { choice } = input;
  // It is decided about once.
  const isOpen = (choice === 'take' || choice === 'refuse') && !decisionsByItem(tx).has(list.name);
  if (!isOpen) return fail('choiceNotOpen');
  const reason = choice === 'refuse' ? input.reason : '';
  insertDecision(tx, { item: list.name, choice, reason, at: nowOf(unlocked) });
  return ok({ acts: 0 });
};

const audited: Readonly<Partial<Record<Input['choice'], AuditKindOf<'records'>>>> = {
  take: 'keyListTaken',
  refuse: 'keyListRefused',
  takeBack: 'keyListDecisionUndone',
};

/**
 * Lets all of what a key that others may have signed before count, or none of it, or takes that back: until acts came
 * in by it (`builtUpon`). Codes: `choiceNotOpen`, `nothingToTakeBack`, `builtUpon`.
 */
export const decideList = (unlocked: Unlocked, list: KeyList, input: Input): Decided =>
  transactRecords(unlocked.vault.records, (tx): Decided => {
    const done = input.choice === 'takeBack' ? takeBack(unlocked, tx, list) : settle(unlocked, tx, list, input);
    const kind = audited[input.choice];
    if (done.ok && kind !== undefined) appendAudit(unlocked.work, tx, { kind, subject: list.key.key });
    return done;
  });
