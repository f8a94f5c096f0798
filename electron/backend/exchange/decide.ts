import type { Alike } from '@shared/contract/exchange.ts';
import type { Contract } from '@shared/contract/index.ts';
import type { ErrorCodeOf, ParsedInputOf } from '@shared/contract/method.ts';
import type { AuditKindOf } from '@shared/domain/audit/kinds.ts';
import { type Choice, choicesOf, type ReviewKind } from '@shared/domain/package/review.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { findActRow } from '../case/act-rows.ts';
import { isMistaken } from '../case/case-rows.ts';
import { transactRecords } from '../db/transact.ts';
import { undoAnswers } from '../persons/same-person-rows.ts';
import { requestsHere } from '../retention/requests.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { caseReviews } from './case-reviews.ts';
import { decideList, findKeyList } from './decide-list.ts';
import { decideRequest } from './decide-request.ts';
import { decideFile, findFileAside } from './files-aside.ts';
import {
  decisionsByItem,
  type HeldPackage,
  heldPackageRows,
  insertDecision,
  latestOf,
  undoDecision,
} from './ledger/held-rows.ts';
import { forgetPackage } from './ledger/package-rows.ts';
import { setTakenAside, staysTaken } from './receive/take-back.ts';
import { takeHeld } from './receive/take-held.ts';
import { alikeView, askedOf, judgeAgain, tellHeld } from './receive/tell-apart.ts';

type Decide = Contract['exchange.decide'];
type DecideResult = Result<{ readonly acts: number }, AppError<ErrorCodeOf<Decide>>>;
type Input = ParsedInputOf<Decide>;

/** What is decided about: a held package, or an act of this vault. */
type Item = { readonly kind: ReviewKind; readonly held: HeldPackage | null; readonly subject: string };

const itemOf = async (unlocked: Unlocked, itemId: string): Promise<Item | null> => {
  const held = heldPackageRows(unlocked.vault.records).find(({ manifestHash }) => manifestHash === itemId);
  if (held !== undefined) return { kind: held.code, held, subject: held.manifest.packageId };
  if (findActRow(unlocked.vault.records, itemId) === undefined) return null;
  const found = (await caseReviews(unlocked, true)).flatMap((reviewed) => reviewed.found);
  const set = found.find(({ act }) => act.hash === itemId);
  return set === undefined ? null : { kind: set.kind, held: null, subject: itemId };
};

/** What the audit says of a decision that changes no act. */
const audited: Readonly<
  Record<Exclude<Choice, 'take' | 'tell' | 'keep'>, { held: AuditKindOf<'records'>; act: AuditKindOf<'records'> }>
> = {
  refuse: { held: 'packageRefused', act: 'actNoted' },
  ask: { held: 'packageAsked', act: 'actAsked' },
  noted: { held: 'packageRefused', act: 'actNoted' },
};

type Noted = Exclude<Input, { choice: 'take' | 'tell' | 'keep' | 'takeBack' }>;

const note = (unlocked: Unlocked, { held, subject }: Item, input: Noted) =>
  transactRecords(unlocked.vault.records, (tx): DecideResult => {
    const { itemId, choice } = input;
    const reason = input.choice === 'refuse' ? input.reason : '';
    insertDecision(tx, { item: itemId, choice, reason, at: nowOf(unlocked) });
    appendAudit(unlocked.work, tx, { kind: audited[choice][held === null ? 'act' : 'held'], subject });
    return ok({ acts: 0 });
  });

const takeBack = async (unlocked: Unlocked, { held, subject }: Item, itemId: string): Promise<DecideResult> => {
  const { work, vault } = unlocked;
  const latest = latestOf(decisionsByItem(vault.records).get(itemId) ?? []);
  if (latest === undefined) return fail('nothingToTakeBack');
  const caseId = held?.manifest.caseId ?? null;
  const isTaken = held !== null && latest.choice === 'take';
  const stays = isTaken ? staysTaken(vault.records, held, latest) : null;
  if (stays !== null) return fail(stays);
  const undone = transactRecords(vault.records, (tx): DecideResult => {
    undoDecision(tx, latest.seq, nowOf(unlocked));
    undoAnswers(work, tx, latest.seq);
    appendAudit(work, tx, { kind: held === null ? 'actDecisionUndone' : 'packageDecisionUndone', subject });
    if (isTaken && caseId !== null) {
      setTakenAside(unlocked, tx, caseId, latest);
      // Taken whole it was the last of its decisions: after that nothing of it is left to be taken singly.
      forgetPackage(tx, itemId);
    }
    return ok({ acts: latest.acts.length });
  });
  if (undone.ok && held !== null && latest.choice === 'tell') await judgeAgain(unlocked, held);
  return undone;
};

/** Whom a person must tell apart in a held package before more of it can be taken. */
export const alikeIn = async (
  unlocked: Unlocked,
  itemId: string,
): Promise<Result<Alike[], AppError<'unknownItem' | 'packageUnreadable'>>> => {
  const held = heldPackageRows(unlocked.vault.records).find(({ manifestHash }) => manifestHash === itemId);
  if (held === undefined) return fail('unknownItem');
  // A file about the wrong employee names nobody any more.
  if (isMistaken(unlocked.vault.records, held.manifest.caseId)) return ok([]);
  const asked = await askedOf(unlocked, held);
  return asked.ok ? ok(alikeView(unlocked, asked.value)) : asked;
};

/** Decides about something that is held, set aside or waits, or takes the latest decision back. */
export const decide = async (unlocked: Unlocked, input: Input): Promise<DecideResult> => {
  const list = findKeyList(unlocked, input.itemId);
  if (list !== undefined) return decideList(unlocked, list, input);
  const file = findFileAside(unlocked, input.itemId);
  if (file !== undefined) return decideFile(unlocked, file, input);
  const request = requestsHere(unlocked.work).find(({ itemId }) => itemId === input.itemId);
  if (request !== undefined) return decideRequest(unlocked, request, input);
  const item = await itemOf(unlocked, input.itemId);
  if (item === null) return fail('unknownItem');
  if (input.choice === 'takeBack') return takeBack(unlocked, item, input.itemId);
  if (!choicesOf(item.kind, input.choice === 'tell').includes(input.choice)) return fail('choiceNotOpen');
  if (input.choice === 'keep') return fail('choiceNotOpen');
  if (input.choice !== 'take' && input.choice !== 'tell') return note(unlocked, item, input);
  if (item.held === null) return fail('choiceNotOpen');
  return input.choice === 'tell'
    ? tellHeld(unlocked, item.held, input.answers)
    : takeHeld(unlocked, item.held, input.acts);
};
