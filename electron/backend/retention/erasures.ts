import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ErasureApproval,
  type ErasureContent,
  type ErasureExecution,
  type FileObstacle,
  fewestWitnesses,
  type Holding,
  isOpen,
  isReady,
  obstacleOf,
  type Sharer,
} from '@shared/domain/retention/erasure.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { noteErased, readBackupState } from '../backup/backup-state.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { trustedClock } from '../trail/clock-doubt.ts';
import { nowOf, todayOf, type Unlocked } from '../vault/unlocked.ts';
import { eraseDraftsLeft, eraseFile } from './erase-file.ts';
import { type Erasure, findErasure, insertErasure, updateErasure } from './erasure-rows.ts';
import { type EndedFile, endedFiles, othersWithFile, readRetention, toBeAsked } from './files.ts';

type FilesError = AppError<'unknownCase' | FileObstacle>;

/** The files of an erasure as they stand now; refused with the first that may not be erased. */
const erasable = (
  unlocked: Unlocked,
  caseIds: readonly string[],
  holding: Holding,
  erasureId: string | null,
): Result<EndedFile[], FilesError> => {
  const byId = new Map(endedFiles(unlocked, erasureId).map((ended) => [ended.file.caseId, ended]));
  const found: EndedFile[] = [];
  for (const caseId of new Set(caseIds)) {
    const ended = byId.get(caseId);
    // A file that is not there, or still goes on.
    if (ended === undefined) return fail('fileNotEnded');
    const obstacle = obstacleOf(ended.standing, holding, todayOf(unlocked));
    if (obstacle !== null) return fail(obstacle, { number: ended.file.listNumber });
    found.push(ended);
  }
  return ok(found);
};

const onPaper = ({ file }: EndedFile): ErasureContent['files'][number] => {
  const { caseId, kind, listNumber, from, to, acts, attachments } = file;
  return { caseId, kind, listNumber, from, to, acts, attachments };
};

type ProposeError = FilesError | AppError<'holdingUnknown' | 'clockDoubted' | StorageErrorCode>;

/**
 * Proposes that files be erased (usul musnah). `holdingUnknown`: nobody has said what the vault holds. `clockDoubted`:
 * what is due hangs on the day, and that of this computer is doubted. Else why the
 * first of the files may not go, by its number. Nothing is erased yet.
 */
export const proposeErasure = (
  unlocked: Unlocked,
  { caseIds, reason }: { readonly caseIds: readonly string[]; readonly reason: string },
): Result<{ erasureId: string }, ProposeError> => {
  const { work } = unlocked;
  const { holding } = readRetention(work.records);
  if (holding === null) return fail('holdingUnknown');
  const clock = trustedClock(work, work.records);
  if (!clock.ok) return clock;
  const files = erasable(unlocked, caseIds, holding, null);
  if (!files.ok) return files;
  const erasureId = randomId(work.random);
  const content: ErasureContent = {
    holding,
    reason,
    proposedOn: todayOf(unlocked),
    files: files.value.map(onPaper),
    guidance: [],
    learning: [],
    approval: null,
    execution: null,
    outOfReach: null,
    sharers: [],
  };
  return transactRecords(work.records, (tx) => {
    insertErasure(tx, { erasureId, content, state: 'proposed', at: nowOf(unlocked) });
    appendAudit(work, tx, { kind: 'erasureProposed', subject: erasureId });
    return ok({ erasureId });
  });
};

type ChangeError = AppError<'unknownErasure' | 'erasureNotReady' | StorageErrorCode>;

const change = (
  unlocked: Unlocked,
  erasureId: string,
  next: (erasure: Erasure) => Pick<Erasure, 'state' | 'content'>,
  kind: 'erasureApproved' | 'erasureWithdrawn',
): Result<Record<string, never>, ChangeError> => {
  const { work } = unlocked;
  return transactRecords(work.records, (tx): Result<Record<string, never>, ChangeError> => {
    const found = findErasure(tx, erasureId);
    if (found === undefined) return fail('unknownErasure');
    if (!isOpen(found.state)) return fail('erasureNotReady');
    updateErasure(tx, { erasureId, ...next(found), at: nowOf(unlocked) });
    appendAudit(work, tx, { kind, subject: erasureId });
    return ok({});
  });
};

/** Notes by which letter, and after which consideration, the erasure of archives was approved. */
export const approveErasure = (
  unlocked: Unlocked,
  { erasureId, approval }: { readonly erasureId: string; readonly approval: ErasureApproval },
): Result<Record<string, never>, ChangeError> =>
  change(
    unlocked,
    erasureId,
    ({ content }) => ({ state: 'approved', content: { ...content, approval } }),
    'erasureApproved',
  );

/** Takes a proposal back, approved or not: its files stay. */
export const withdrawErasure = (
  unlocked: Unlocked,
  { erasureId }: { readonly erasureId: string },
): Result<Record<string, never>, ChangeError> =>
  change(unlocked, erasureId, ({ content }) => ({ state: 'withdrawn', content }), 'erasureWithdrawn');

/** Backups of this vault in places that are not there just now. */
const backupsOutOfReach = ({ work }: Unlocked): number =>
  readBackupState(work.records).made.filter(({ place, name }) => !existsSync(join(place, name))).length;

/** Who is asked about which of these files, by key. */
const sharersOf = (unlocked: Unlocked, caseIds: readonly string[]): Sharer[] => {
  const byKey = new Map<string, string[]>();
  for (const caseId of caseIds)
    for (const key of toBeAsked(unlocked, caseId)) byKey.set(key, [...(byKey.get(key) ?? []), caseId]);
  return [...byKey].map(([key, asked]) => ({ key, caseIds: asked }));
};

type EraseError = ChangeError | FilesError | AppError<'tooFewWitnesses' | 'approvalLater' | 'clockDoubted'>;

/** An erasure that may be carried out now, with its files as they stand. */
export const readyErasure = (
  unlocked: Unlocked,
  { erasureId, execution }: { readonly erasureId: string; readonly execution: ErasureExecution },
): Result<{ erasure: Erasure; files: EndedFile[] }, EraseError> => {
  const erasure = findErasure(unlocked.work.records, erasureId);
  if (erasure === undefined) return fail('unknownErasure');
  const { content, state } = erasure;
  if (!isReady(state, content.holding)) return fail('erasureNotReady');
  const clock = trustedClock(unlocked.work, unlocked.work.records);
  if (!clock.ok) return clock;
  if (execution.witnesses.length < fewestWitnesses[content.holding])
    return fail('tooFewWitnesses', { least: fewestWitnesses[content.holding] });
  if (content.approval !== null && execution.date < content.approval.date) return fail('approvalLater');
  const caseIds = content.files.map(({ caseId }) => caseId);
  const files = erasable(unlocked, caseIds, content.holding, erasureId);
  return files.ok ? ok({ erasure, files: files.value }) : files;
};

/**
 * Erases the files of an erasure in one transaction, and keeps what the berita acara says. What may not be erased any
 * more, since it was proposed, refuses the whole: frozen files above all. Files as they are now stand in the record.
 */
export const carryOutErasure = (
  unlocked: Unlocked,
  input: { readonly erasureId: string; readonly execution: ErasureExecution },
): Result<{ files: number }, EraseError> => {
  const { work } = unlocked;
  const ready = readyErasure(unlocked, input);
  if (!ready.ok) return ready;
  const { erasure, files } = ready.value;
  const caseIds = files.map(({ file }) => file.caseId);
  const receivers = new Set(caseIds.flatMap((caseId) => othersWithFile(unlocked, caseId))).size;
  const content: ErasureContent = {
    ...erasure.content,
    files: files.map(onPaper),
    execution: input.execution,
    outOfReach: { receivers, backups: backupsOutOfReach(unlocked) },
    sharers: sharersOf(unlocked, caseIds),
  };
  const erased = transactRecords(work.records, (tx) => {
    const at = nowOf(unlocked);
    updateErasure(tx, { erasureId: erasure.erasureId, content, state: 'done', at });
    noteErased(work, tx);
    for (const caseId of caseIds) eraseFile(work, tx, caseId, { erasureId: erasure.erasureId, at });
    appendAudit(work, tx, { kind: 'erasureDone', subject: erasure.erasureId });
    return ok({ files: caseIds.length });
  });
  // What fails here is done at the next opening; the files are gone.
  if (erased.ok) eraseDraftsLeft(work);
  return erased;
};
