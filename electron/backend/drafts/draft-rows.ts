import { and, desc, eq, isNull } from 'drizzle-orm';
import { drafts } from '../db/notes-schema.ts';
import type { NotesTx } from '../db/transact.ts';

export type DraftRow = typeof drafts.$inferSelect;

/** What is being drafted: one draft for each. */
export interface DraftPlace {
  readonly kind: string;
  readonly caseId: string | null;
  readonly subjectKey: string;
}

const ofCase = (caseId: string | null) => (caseId === null ? isNull(drafts.caseId) : eq(drafts.caseId, caseId));

/** A draft by id. */
export const findDraft = (tx: NotesTx, id: string): DraftRow | undefined =>
  tx.select().from(drafts).where(eq(drafts.id, id)).get();

/** The draft at a place. */
export const findDraftAt = (tx: NotesTx, { kind, caseId, subjectKey }: DraftPlace): DraftRow | undefined =>
  tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.kind, kind), ofCase(caseId), eq(drafts.subjectKey, subjectKey)))
    .get();

/** Drafts without their content, latest first; of one case, of none (null), or all (undefined). */
export const listDraftRows = (tx: NotesTx, caseId: string | null | undefined): readonly Omit<DraftRow, 'content'>[] =>
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
export const putDraft = (tx: NotesTx, row: DraftRow): void => {
  tx.insert(drafts)
    .values(row)
    .onConflictDoUpdate({ target: drafts.id, set: { content: row.content, updatedAt: row.updatedAt } })
    .run();
};

/** Deletes a draft. */
export const deleteDraft = (tx: NotesTx, id: string): void => {
  tx.delete(drafts).where(eq(drafts.id, id)).run();
};
