import { and, asc, eq, sql } from 'drizzle-orm';
import type { NotesReader, NotesWriter } from '../db/handles.ts';
import { noteAttachments, notes } from '../db/notes-schema.ts';
import { excerptLength } from './excerpt.ts';

export type NoteRow = typeof notes.$inferSelect;

/** A note in a list. */
export interface NoteSummaryRow {
  readonly noteId: string;
  readonly caseId: string | null;
  readonly title: string;
  readonly excerpt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const caseFilter = (caseId: string | null | undefined) => {
  if (caseId === undefined) return sql`TRUE`;
  return caseId === null ? sql`n.case_id IS NULL` : sql`n.case_id = ${caseId}`;
};

const summaryColumns = sql`n.id AS noteId, n.case_id AS caseId, n.title, n.created_at AS createdAt, n.updated_at AS updatedAt`;

/** Notes with their beginning, latest first; of one case, of none (null), or all (undefined). */
export const listNoteRows = (tx: NotesReader, caseId: string | null | undefined): NoteSummaryRow[] =>
  tx.all(sql`SELECT ${summaryColumns}, substr(n.plain, 1, ${excerptLength}) AS excerpt
    FROM notes n WHERE ${caseFilter(caseId)} ORDER BY n.updated_at DESC, n.row_id DESC`);

/** Notes that fit a full-text query, best first, with all of their words. */
export const searchNoteRows = (
  tx: NotesReader,
  query: string,
  caseId: string | null | undefined,
): (Omit<NoteSummaryRow, 'excerpt'> & { readonly plain: string })[] =>
  tx.all(sql`SELECT ${summaryColumns}, n.plain FROM notes_fts JOIN notes n ON n.row_id = notes_fts.rowid
    WHERE notes_fts MATCH ${query} AND ${caseFilter(caseId)} ORDER BY notes_fts.rank, n.updated_at DESC`);

/** A note by id. */
export const findNote = (tx: NotesReader, id: string): NoteRow | undefined =>
  tx.select().from(notes).where(eq(notes.id, id)).get();

/** Adds a note. */
export const insertNote = (tx: NotesWriter, row: typeof notes.$inferInsert): void => {
  tx.insert(notes).values(row).run();
};

/** Changes a note. */
export const updateNote = (
  tx: NotesWriter,
  id: string,
  change: Pick<NoteRow, 'caseId' | 'title' | 'content' | 'plain' | 'updatedAt'>,
): void => {
  tx.update(notes).set(change).where(eq(notes.id, id)).run();
};

/** Deletes a note; its files and index entries go with it. */
export const deleteNote = (tx: NotesWriter, id: string): void => {
  tx.delete(notes).where(eq(notes.id, id)).run();
};

/** Complete files of a note, in the order in which they came. */
export const filesOfNote = (tx: NotesReader, noteId: string): (typeof noteAttachments.$inferSelect)[] =>
  tx
    .select()
    .from(noteAttachments)
    .where(and(eq(noteAttachments.noteId, noteId), eq(noteAttachments.complete, true)))
    .orderBy(asc(noteAttachments.createdAt), noteAttachments.id)
    .all();

/** Gives a complete file that no note has, or this one has, to a note; false when there is none such. */
export const linkFile = (tx: NotesWriter, id: string, noteId: string): boolean => {
  const free = sql`${noteAttachments.complete} = 1 AND coalesce(${noteAttachments.noteId}, ${noteId}) = ${noteId}`;
  const linked = tx
    .update(noteAttachments)
    .set({ noteId })
    .where(and(eq(noteAttachments.id, id), free))
    .run();
  return linked.changes === 1;
};

/** Deletes a note's file. */
export const deleteNoteFile = (tx: NotesWriter, id: string): void => {
  tx.delete(noteAttachments).where(eq(noteAttachments.id, id)).run();
};
