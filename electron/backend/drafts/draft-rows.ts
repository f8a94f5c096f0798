import type { DraftPlace } from '@shared/domain/draft/kinds.ts';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { NotesReader, NotesWriter } from '../db/handles.ts';
import { drafts } from '../db/notes-schema.ts';

export type DraftRow = typeof drafts.$inferSelect;

const ofCase = (caseId: string | null) => (caseId === null ? isNull(drafts.caseId) : eq(drafts.caseId, caseId));

/** A draft by id. */
export const findDraft = (tx: NotesReader, id: string): DraftRow | undefined =>
  tx.select().from(drafts).where(eq(drafts.id, id)).get();

/** The draft at a place. */
export const findDraftAt = (tx: NotesReader, { kind, caseId, subjectKey }: DraftPlace): DraftRow | undefined =>
  tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.kind, kind), ofCase(caseId), eq(drafts.subjectKey, subjectKey)))
    .get();

/** Drafts without their content, latest first; of one case, of none (null), or all (undefined). */
export const listDraftRows = (
  tx: NotesReader,
  caseId: string | null | undefined,
): readonly Omit<DraftRow, 'content'>[] =>
  tx
    .select({
      id: drafts.id,
      kind: drafts.kind,
      caseId: drafts.caseId,
      subjectKey: drafts.subjectKey,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .where(caseId === undefined ? undefined : ofCase(caseId))
    .orderBy(desc(drafts.updatedAt), drafts.id)
    .all();

/** All drafts with their content, latest first. */
export const allDraftRows = (tx: NotesReader): readonly DraftRow[] =>
  tx.select().from(drafts).orderBy(desc(drafts.updatedAt), drafts.id).all();

/** Writes a draft, new or not. */
export const putDraft = (tx: NotesWriter, row: DraftRow): void => {
  tx.insert(drafts)
    .values(row)
    .onConflictDoUpdate({ target: drafts.id, set: { content: row.content, updatedAt: row.updatedAt } })
    .run();
};

/** Moves a draft to another kind, its own id before what it is of (`subjectTyped`): its place becomes free. */
export const moveDraft = (tx: NotesWriter, { id, subjectKey }: DraftRow, kind: string): void => {
  tx.update(drafts)
    .set({ kind, subjectKey: `${id} ${subjectKey}`.trim() })
    .where(eq(drafts.id, id))
    .run();
};

/** Deletes a draft. */
export const deleteDraft = (tx: NotesWriter, id: string): void => {
  tx.delete(drafts).where(eq(drafts.id, id)).run();
};

/** Deletes all drafts of a kind. */
export const deleteDraftsOf = (tx: NotesWriter, kind: string): void => {
  tx.delete(drafts).where(eq(drafts.kind, kind)).run();
};
