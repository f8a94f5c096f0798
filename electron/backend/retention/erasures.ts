import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  countOf,
  type ErasureApproval,
  type ErasureContent,
  type ErasureExecution,
  type FileObstacle,
  type FileStanding,
  fewestWitnesses,
  grownSince,
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
import { type EndedGuidance, type EndedYear, endedGuidance, endedYears } from './ended-records.ts';
import { type Erasing, eraseDraftsLeft, eraseFile } from './erase-file.ts';
import { eraseGuidance, eraseYear } from './erase-records.ts';
import { type Erasure, findErasure, idsIn, insertErasure, updateErasure } from './erasure-rows.ts';
import { type EndedFile, endedFiles, othersWithFile, toBeAsked } from './files.ts';
import { othersWithGuidance } from './guidance-holders.ts';
import { readRetention } from './setting.ts';

type FilesError = AppError<FileObstacle>;

/** What an erasure is of, as it stands now. */
interface Erasable {
  readonly files: readonly EndedFile[];
  readonly guidance: readonly EndedGuidance[];
  readonly years: readonly EndedYear[];
}

/** What is asked of an erasure, by what names it. */
interface Asked {
  readonly caseIds: readonly string[];
  readonly guidanceIds: readonly string[];
  readonly years: readonly string[];
}

/** Those of an erasure as they stand now; refused with the first that may not be erased. */
const erasable = (
  unlocked: Unlocked,
  asked: Asked,
  holding: Holding,
  erasureId: string | null,
): Result<Erasable, FilesError> => {
  const today = todayOf(unlocked);
  const find = <T>(
    ids: readonly string[],
    ended: (unlocked: Unlocked, exceptIn: string | null) => readonly T[],
    of: (each: T) => { readonly id: string; readonly number: string; readonly standing: FileStanding },
  ): Result<T[], FilesError> => {
    const found: T[] = [];
    if (ids.length === 0) return ok(found);
    const byId = new Map(ended(unlocked, erasureId).map((each) => [of(each).id, each]));
    for (const id of new Set(ids)) {
      const each = byId.get(id);
      // It is not there, or still goes on.
      if (each === undefined) return fail('fileNotEnded');
      const { standing, number } = of(each);
      const obstacle = obstacleOf(standing, holding, today);
      if (obstacle !== null) return fail(obstacle, { number });
      found.push(each);
    }
    return ok(found);
  };
  const files = find(asked.caseIds, endedFiles, ({ file: { caseId, listNumber }, standing }) => ({
    id: caseId,
    number: listNumber,
    standing,
  }));
  if (!files.ok) return files;
  const guidance = find(asked.guidanceIds, endedGuidance, ({ view, ...each }) => ({ id: view.guidanceId, ...each }));
  if (!guidance.ok) return guidance;
  const years = find(asked.years, endedYears, ({ view, ...each }) => ({ id: view.year, ...each }));
  return years.ok ? ok({ files: files.value, guidance: guidance.value, years: years.value }) : years;
};

/** As papers of the erasure name them. */
const onPaper = ({ files, guidance, years }: Erasable): Pick<ErasureContent, 'files' | 'guidance' | 'learning'> => ({
  files: files.map(({ file: { caseId, kind, listNumber, from, to, acts, attachments } }) => ({
    ...{ caseId, kind, listNumber, from, to, acts, attachments },
  })),
  guidance: guidance.map(({ view: { guidanceId, from, to, records, attachments } }) => ({
    ...{ guidanceId, from, to, records, attachments },
  })),
  learning: years.map(({ view: { year, records, plans, attachments } }) => ({ year, records, plans, attachments })),
});

type ProposeError = FilesError | AppError<'holdingUnknown' | 'clockDoubted' | StorageErrorCode>;

/**
 * Proposes that files, guidance and years of learning records be erased (usul musnah). `holdingUnknown`: nobody has
 * said what the vault holds. `clockDoubted`: what is due hangs on the day, and that of this computer is doubted. Else
 * why the first of them may not go, by its number. Nothing is erased yet.
 */
export const proposeErasure = (
  unlocked: Unlocked,
  { reason, ...asked }: Asked & { readonly reason: string },
): Result<{ erasureId: string }, ProposeError> => {
  const { work } = unlocked;
  const { holding } = readRetention(work.records);
  if (holding === null) return fail('holdingUnknown');
  const clock = trustedClock(work, work.records);
  if (!clock.ok) return clock;
  const found = erasable(unlocked, asked, holding, null);
  if (!found.ok) return found;
  const erasureId = randomId(work.random);
  const content: ErasureContent = {
    holding,
    reason,
    proposedOn: todayOf(unlocked),
    ...onPaper(found.value),
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

type EraseError =
  | ChangeError
  | FilesError
  | AppError<'tooFewWitnesses' | 'approvalLater' | 'erasureGrown' | 'clockDoubted'>;

/**
 * An erasure that may be carried out now, with what it is of as that stands. `erasureGrown`: more lies there than when
 * it was proposed, and the approval is of that.
 */
export const readyErasure = (
  unlocked: Unlocked,
  { erasureId, execution }: { readonly erasureId: string; readonly execution: ErasureExecution },
): Result<Erasable & { erasure: Erasure }, EraseError> => {
  const erasure = findErasure(unlocked.work.records, erasureId);
  if (erasure === undefined) return fail('unknownErasure');
  const { content, state } = erasure;
  if (!isReady(state, content.holding)) return fail('erasureNotReady');
  const clock = trustedClock(unlocked.work, unlocked.work.records);
  if (!clock.ok) return clock;
  if (execution.witnesses.length < fewestWitnesses[content.holding])
    return fail('tooFewWitnesses', { least: fewestWitnesses[content.holding] });
  if (content.approval !== null && execution.date < content.approval.date) return fail('approvalLater');
  const asked: Asked = {
    caseIds: idsIn.file(content),
    guidanceIds: idsIn.guidance(content),
    years: idsIn.learning(content),
  };
  const found = erasable(unlocked, asked, content.holding, erasureId);
  if (!found.ok) return found;
  const grown = content.approval === null ? null : grownSince(content, onPaper(found.value));
  return grown === null ? ok({ erasure, ...found.value }) : fail('erasureGrown', { number: grown });
};

/** Keys of the vaults that have anything of what is erased, or may have. */
export const othersWith = (unlocked: Unlocked, { files, guidance }: Erasable): ReadonlySet<string> =>
  new Set([
    ...files.flatMap(({ file }) => othersWithFile(unlocked, file.caseId)),
    ...othersWithGuidance(
      unlocked,
      guidance.map(({ view }) => view.guidanceId),
    ),
  ]);

/**
 * Erases what an erasure is of in one transaction, and keeps what the berita acara says. What may not be erased any
 * more, since it was proposed, refuses the whole: what is frozen above all. As it is now it stands in the record.
 * `files`: how many files, guidance and years went.
 */
export const carryOutErasure = (
  unlocked: Unlocked,
  input: { readonly erasureId: string; readonly execution: ErasureExecution },
): Result<{ files: number }, EraseError> => {
  const { work } = unlocked;
  const ready = readyErasure(unlocked, input);
  if (!ready.ok) return ready;
  const { erasure, files, guidance, years } = ready.value;
  const caseIds = files.map(({ file }) => file.caseId);
  const receivers = othersWith(unlocked, ready.value).size;
  const content: ErasureContent = {
    ...erasure.content,
    ...onPaper(ready.value),
    execution: input.execution,
    outOfReach: { receivers, backups: backupsOutOfReach(unlocked) },
    sharers: sharersOf(unlocked, caseIds),
  };
  const erased = transactRecords(work.records, (tx) => {
    const erasing: Erasing = { erasureId: erasure.erasureId, at: nowOf(unlocked) };
    updateErasure(tx, { erasureId: erasure.erasureId, content, state: 'done', at: erasing.at });
    noteErased(work, tx);
    for (const caseId of caseIds) eraseFile(work, tx, caseId, erasing);
    for (const { view } of guidance) eraseGuidance(work, tx, view.guidanceId, erasing);
    for (const { view } of years) eraseYear(work, tx, view.year, erasing);
    appendAudit(work, tx, { kind: 'erasureDone', subject: erasure.erasureId });
    return ok({ files: countOf(content) });
  });
  // What fails here is done at the next opening; it is gone from records.db.
  if (erased.ok) eraseDraftsLeft(work);
  return erased;
};
