import { type DraftContent, draftContent, type Peer } from '@shared/contract/exchange.ts';
import { type ActType, actTypeSchema } from '@shared/domain/case/act-type.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { and, desc, eq } from 'drizzle-orm';
import { employeeNameOf } from '../../case/case-name.ts';
import { loadCase } from '../../case/load-case.ts';
import { receivedDraftAttachments, receivedDrafts } from '../../db/exchange-schema.ts';
import { isOfNoMistakenCase, mistakenCases } from '../../db/mistaken-cases.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { toPeer } from '../ledger/peer-view.ts';

type Row = typeof receivedDrafts.$inferSelect;

const fromOf = (unlocked: Unlocked, row: Row): Peer =>
  toPeer(trustedDirectory(unlocked.vault.records)?.directory ?? null, toHex(row.senderKey), todayOf(unlocked));

/** A draft in a list. */
export interface DraftEntry {
  readonly draftId: string;
  readonly caseId: string;
  readonly employeeName: string;
  readonly type: ActType;
  readonly from: Peer;
  readonly at: string;
  readonly remark: string;
}

/** Drafts that wait for a signature, the latest first. */
export const openDrafts = (unlocked: Unlocked): DraftEntry[] => {
  const { records } = unlocked.vault;
  const rows = records
    .select()
    .from(receivedDrafts)
    .where(and(eq(receivedDrafts.state, 'open'), isOfNoMistakenCase(receivedDrafts.caseId)))
    .orderBy(desc(receivedDrafts.at))
    .all();
  return rows.map((row) => ({
    draftId: row.id,
    caseId: row.caseId,
    employeeName: employeeNameOf(records, row.caseId, loadCase(records, row.caseId)),
    type: actTypeSchema.parse(row.type),
    from: fromOf(unlocked, row),
    at: row.at,
    remark: draftContent.parse(row.json).remark,
  }));
};

const findDraft = (unlocked: Unlocked, draftId: string): Row | undefined =>
  unlocked.vault.records.select().from(receivedDrafts).where(eq(receivedDrafts.id, draftId)).get();

/** A draft as its sender wrote it; `unknownDraft` when none waits for a signature. */
export const readReceivedDraft = (
  unlocked: Unlocked,
  draftId: string,
): Result<
  { draftId: string; caseId: string; from: Peer; at: string; draft: DraftContent },
  AppError<'unknownDraft'>
> => {
  const row = findDraft(unlocked, draftId);
  if (row?.state !== 'open' || mistakenCases(unlocked.vault.records).has(row.caseId)) return fail('unknownDraft');
  const { caseId, at } = row;
  return ok({ draftId, caseId, from: fromOf(unlocked, row), at, draft: draftContent.parse(row.json) });
};

/** Takes a draft off the list. Files that it named and no act took are free to be removed. */
export const settleDraft = (
  unlocked: Unlocked,
  { draftId, state }: { readonly draftId: string; readonly state: 'signed' | 'declined' },
): Result<Record<string, never>, AppError<'unknownDraft' | StorageErrorCode>> => {
  if (findDraft(unlocked, draftId)?.state !== 'open') return fail('unknownDraft');
  return transactRecords(unlocked.vault.records, (tx) => {
    tx.update(receivedDrafts).set({ state }).where(eq(receivedDrafts.id, draftId)).run();
    tx.delete(receivedDraftAttachments).where(eq(receivedDraftAttachments.draftId, draftId)).run();
    appendAudit(unlocked.work, tx, { kind: 'draftSettled', subject: draftId });
    return ok({});
  });
};
