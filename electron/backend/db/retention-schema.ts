import { erasureStates, freezeReasons } from '@shared/domain/retention/erasure.ts';
import { recordsKinds } from '@shared/domain/retention/schedule.ts';
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// records.db as resources/migrations/records makes it in 0015_retention.sql, 0018_erased_records.sql
// and 0019_copies.sql.

/** Files of which nothing may be erased just now. */
export const freezes = sqliteTable('freezes', {
  caseId: text('case_id').primaryKey(),
  reason: text({ enum: freezeReasons }).notNull(),
  note: text().notNull(),
  since: text().notNull(),
});

/** Erasures from the proposal on. */
export const erasures = sqliteTable('erasures', {
  id: text().primaryKey(),
  state: text({ enum: erasureStates }).notNull(),
  json: text({ mode: 'json' }).notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** Files that are no more; triggers refuse every change. */
export const erasedFiles = sqliteTable('erased_files', {
  caseId: text('case_id').primaryKey(),
  erasureId: text('erasure_id'),
  at: text().notNull(),
});

/** Guidance, and years of learning records, that are no more; triggers refuse every change. */
export const erasedRecords = sqliteTable(
  'erased_records',
  {
    kind: text({ enum: recordsKinds }).notNull(),
    id: text().notNull(),
    erasureId: text('erasure_id'),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);

/** Guidance, and years of learning records, of which nothing may be erased just now. */
export const recordFreezes = sqliteTable(
  'record_freezes',
  {
    kind: text({ enum: recordsKinds }).notNull(),
    id: text().notNull(),
    reason: text({ enum: freezeReasons }).notNull(),
    note: text().notNull(),
    since: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);

/** Copies that were erased by an own decision; one that was taken again is not, and stays known. */
export const erasedCopies = sqliteTable('erased_copies', {
  hash: blob({ mode: 'buffer' }).primaryKey(),
  times: integer().notNull(),
  at: text(),
});
