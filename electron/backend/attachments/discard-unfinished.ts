import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { type StoreName, storeOf, transactStore } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteAttachment } from './attachment-rows.ts';
import { attachmentUsers } from './attachment-users.ts';
import { uploadsOf } from './uploads.ts';

const usedInRecords = sql.join(
  attachmentUsers.map(({ table }) => sql`SELECT attachment_id FROM ${sql.identifier(table)}`),
  sql` UNION `,
);

/** Files that nothing refers to: cut off by a lock or a crash, or complete but used nowhere. */
const unused = {
  records: sql`SELECT id, complete FROM attachments WHERE complete = 0 OR id NOT IN (${usedInRecords})`,
  notes: sql`SELECT id, complete FROM note_attachments WHERE complete = 0 OR note_id IS NULL`,
} as const;

/** True when what a person was typing names the file. */
const isDrafted = (work: Workspace, id: string): boolean =>
  work.notes.get<{ found: number }>(sql`SELECT EXISTS (SELECT 1 FROM drafts WHERE instr(content, ${id}) > 0) AS found`)
    .found === 1;

const leftBehind = (work: Workspace, store: StoreName, draftsMissing: boolean): string[] =>
  storeOf(work, store)
    .all<{ id: string; complete: number }>(unused[store])
    .filter(({ id, complete }) => complete === 0 || !(draftsMissing || isDrafted(work, id)))
    .filter(({ id }) => !uploadsOf(work).has(id))
    .map(({ id }) => id);

/** Ids of complete files of records.db that nothing refers to, and that these texts of drafts name. */
export const unusedIn = (work: Workspace, texts: readonly string[]): string[] =>
  texts.length === 0
    ? []
    : work.records
        .all<{ id: string; complete: number }>(unused.records)
        .filter(({ id, complete }) => complete === 1 && texts.some((text) => text.includes(id)))
        .map(({ id }) => id);

/**
 * Removes files that nobody can reach any more: still coming in when the vault was last closed, or taken in for an
 * act or note that was never saved. A file that a draft names stays; so does every complete one while drafts are
 * missing that may come back out of a backup (`draftsMissing`). To be called once after opening, and before a backup
 * that is to have nothing of what was erased; what is coming in just then stays.
 */
export const discardUnfinished = (
  work: Workspace,
  { draftsMissing, stores = ['records', 'notes'] }: { readonly draftsMissing: boolean; readonly stores?: StoreName[] },
): Result<void, AppError<StorageErrorCode>> => {
  for (const store of stores) {
    const ids = leftBehind(work, store, draftsMissing);
    if (ids.length === 0) continue;
    const discarded = transactStore(work, store, (tx) => {
      for (const id of ids) deleteAttachment(tx, store, id);
      return ok(undefined);
    });
    if (!discarded.ok) return discarded;
  }
  return ok(undefined);
};
