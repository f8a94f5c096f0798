import { erasureStates, freezeReasons } from '@shared/domain/retention/erasure.ts';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

// records.db as resources/migrations/records/0015_retention.sql makes it.

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
