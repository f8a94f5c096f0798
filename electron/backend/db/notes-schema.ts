import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { attachmentColumns, audit, meta } from './shared-columns.ts';

// notes.db as resources/migrations/notes makes it: private notes, unsent drafts, the place in the app.
export { audit, meta };

/**
 * Private notes. The full-text table `notes_fts` (columns title, plain; rowid = `rowId`) follows by
 * triggers: search it with raw SQL, never write it.
 */
export const notes = sqliteTable('notes', {
  rowId: integer('row_id').primaryKey(),
  id: text().notNull().unique(),
  /** Case of records.db, or null. */
  caseId: text('case_id'),
  title: text().notNull(),
  content: text({ mode: 'json' }).notNull(),
  plain: text().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const noteAttachments = sqliteTable('note_attachments', {
  id: text().primaryKey(),
  /** Null while the note that it is for has not been saved with it. */
  noteId: text('note_id').references(() => notes.id, { onDelete: 'cascade' }),
  ...attachmentColumns,
});

export const noteAttachmentChunks = sqliteTable(
  'note_attachment_chunks',
  {
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => noteAttachments.id, { onDelete: 'cascade' }),
    idx: integer().notNull(),
    data: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attachmentId, table.idx] })],
);

/** Unsent acts; (kind, case or none, subjectKey) is unique. */
export const drafts = sqliteTable('drafts', {
  id: text().primaryKey(),
  kind: text().notNull(),
  caseId: text('case_id'),
  subjectKey: text('subject_key').notNull(),
  content: text({ mode: 'json' }).notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** Where in the app the person was. */
export const places = sqliteTable('places', { key: text().primaryKey(), json: text({ mode: 'json' }).notNull() });
