import { subjectTyped } from '@shared/domain/draft/kinds.ts';
import type { AppError, Result } from '@shared/kernel/result.ts';
import { ok } from '@shared/kernel/result.ts';
import type { SQL } from 'drizzle-orm';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { deleteAttachment } from '../attachments/attachment-rows.ts';
import { unusedIn } from '../attachments/discard-unfinished.ts';
import { noteErased } from '../backup/backup-state.ts';
import { findCase } from '../case/case-rows.ts';
import { forgetCase } from '../case/load-case.ts';
import { erasedCopyRows } from '../db/erased-copies.ts';
import { erasedAt } from '../db/erased-files.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readMeta, writeMeta } from '../db/meta-json.ts';
import { erasedFiles } from '../db/retention-schema.ts';
import { meta } from '../db/shared-columns.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import { allDraftRows, type DraftRow, deleteDraft } from '../drafts/draft-rows.ts';
import { draftText } from '../drafts/drafts.ts';
import { isDraftOfErased } from '../drafts/of-erased.ts';
import { viewsOf } from '../papers/views.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { erasePerson } from './erase-person.ts';
import { fileStatements, noteStatements } from './registered-tables.ts';

/** A statement with its named values (`:caseId`). Throws on a name that has none. */
export const bound = (statement: string, values: Readonly<Record<string, string>>): SQL => {
  const parts = statement.split(/:(\w+)/).map((part, index) => {
    if (index % 2 === 0) return sql.raw(part);
    const value = values[part];
    if (value === undefined) throw new Error(`no value for ${part}`);
    return sql`${value}`;
  });
  return sql.join(parts, sql``);
};

/** Row of `meta` while notes.db may still have drafts of what was erased. */
const draftsLeft = 'draftsOfErased';
const leftSchema = z.strictObject({
  /** Cases that went, erased whole or with their last copy. */
  cases: z.array(z.string()),
  /** Held packages that went, by the hash of their manifest. */
  packages: z.array(z.string()),
});
type Left = Readonly<z.infer<typeof leftSchema>>;

const leftNow = (tx: RecordsReader): Left => readMeta(tx, draftsLeft, leftSchema) ?? { cases: [], packages: [] };

/** Notes that notes.db may still have drafts of what is being erased. */
export const noteDraftsLeft = (tx: RecordsWriter, { cases = [], packages = [] }: Partial<Left> = {}): void => {
  const known = leftNow(tx);
  writeMeta(tx, draftsLeft, { cases: [...known.cases, ...cases], packages: [...known.packages, ...packages] });
};

const heldHere = (tx: RecordsReader): string[] =>
  tx.all<{ item: string }>(sql`SELECT lower(hex(manifest_hash)) AS item FROM held_packages`).map(({ item }) => item);

/** Runs what may take held packages along, and notes those that went. */
export const notingHeld = (tx: RecordsWriter, run: () => void): void => {
  const before = heldHere(tx);
  run();
  const after = new Set(heldHere(tx));
  noteDraftsLeft(tx, { packages: before.filter((item) => !after.has(item)) });
};

/** Tells of which drafts something was erased. */
const goneDrafts = ({ records }: Workspace): ((draft: DraftRow) => boolean) => {
  const { cases, packages } = leftNow(records);
  const copies = erasedCopyRows(records).filter(({ at }) => at !== null);
  const gone = new Set([...cases, ...packages, ...copies.map(({ hash }) => hash)]);
  const isErased = isDraftOfErased(records);
  return (draft) =>
    isErased(draft) || (draft.caseId !== null && gone.has(draft.caseId)) || gone.has(subjectTyped(draft));
};

/** Cases that private notes name and that were erased, whole or with their last copy. */
const casesGone = ({ notes, records }: Workspace): string[] => {
  const { cases } = leftNow(records);
  return notes
    .all<{ caseId: string }>(sql`SELECT DISTINCT case_id AS caseId FROM notes WHERE case_id IS NOT NULL`)
    .map(({ caseId }) => caseId)
    .filter((caseId) => cases.includes(caseId) || erasedAt(records, caseId) !== null);
};

/** Files of records.db that these drafts alone name. */
const filesOf = (work: Workspace, drafts: readonly DraftRow[], others: readonly DraftRow[]): string[] => {
  const texts = others.map(draftText);
  return unusedIn(work, drafts.map(draftText)).filter((id) => !texts.some((text) => text.includes(id)));
};

/**
 * Ends every erasure: drafts of what was erased go from notes.db, with files that they alone name, and papers that were
 * looked at from memory; private notes are freed from erased cases.
 * What was erased itself went before, in one transaction that says so: were drafts erased first, an erasure that is
 * cut off or refused would cost the drafts of what stays. To be called after an erasure, and at each opening, which
 * ends what was cut off between the two databases. Done twice it is the same.
 */
export const eraseDraftsLeft = (work: Workspace): Result<null, AppError<StorageErrorCode>> => {
  const left = eq(meta.key, draftsLeft);
  if (work.records.select().from(meta).where(left).get() === undefined) return ok(null);
  viewsOf(work).forget();
  const isGone = goneDrafts(work);
  const rows = allDraftRows(work.notes);
  const gone = rows.filter(isGone);
  const files = filesOf(
    work,
    gone,
    rows.filter((row) => !gone.includes(row)),
  );
  const caseIds = casesGone(work);
  const freed = transactNotes(work.notes, (tx) => {
    for (const caseId of caseIds) for (const { sql: text } of noteStatements) tx.run(bound(text, { caseId }));
    for (const { id } of gone) deleteDraft(tx, id);
    return ok(null);
  });
  if (!freed.ok) return freed;
  return transactRecords(work.records, (tx) => {
    // Cut off before, they go as all that nothing names.
    for (const id of files) deleteAttachment(tx, 'records', id);
    // One that was made of notes.db before they went has them still, and one of records.db their files.
    noteErased(work, tx, files.length > 0 ? ['records', 'notes'] : ['notes']);
    tx.delete(meta).where(left).run();
    return ok(null);
  });
};

/** An erasure that something goes with; null: a backup had what was erased before. */
export interface Erasing {
  readonly erasureId: string | null;
  readonly at: string;
}

/**
 * Erases what is left of a file (case) that is no more, and its employee where nothing else names that person. In the
 * caller's transaction.
 */
export const eraseRest = (work: Workspace, tx: RecordsWriter, caseId: string): void => {
  const row = findCase(tx, caseId);
  noteDraftsLeft(tx, { cases: [caseId] });
  notingHeld(tx, () => {
    for (const { sql: text } of fileStatements) tx.run(bound(text, { caseId }));
  });
  if (row !== undefined) erasePerson(tx, row.employeeId);
  forgetCase(work.records, caseId);
};

/**
 * Erases one file (case) from records.db: acts, papers, files, what was received and decided, and its employee where
 * nothing else names that person. What stays is its id. In the caller's transaction, after which `eraseDraftsLeft` ends
 * it.
 */
export const eraseFile = (work: Workspace, tx: RecordsWriter, caseId: string, { erasureId, at }: Erasing): void => {
  tx.insert(erasedFiles).values({ caseId, erasureId, at }).onConflictDoNothing().run();
  eraseRest(work, tx, caseId);
  appendAudit(work, tx, { kind: 'fileErased', subject: caseId });
};
