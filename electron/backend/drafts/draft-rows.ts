import { and, desc, eq, isNull } from 'drizzle-orm';
import type { NotesReader, NotesWriter } from '../db/handles.ts';
import { drafts } from '../db/notes-schema.ts';

export type DraftRow = typeof drafts.$inferSelect;

/** What is being drafted: one draft for each. */
export interface DraftPlace {
  readonly kind: string;
  readonly caseId: string | null;
  readonly subjectKey: string;
}

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

/** Writes a draft, new or not. */
export const putDraft = (tx: NotesWriter, row: DraftRow): void => {
  tx.insert(drafts)
    .values(row)
    .onConflictDoUpdate({ target: drafts.id, set: { content: row.content, updatedAt: row.updatedAt } })
    .run();
};

/** Deletes a draft. */
export const deleteDraft = (tx: NotesWriter, id: string): void => {
  tx.delete(drafts).where(eq(drafts.id, id)).run();
};
