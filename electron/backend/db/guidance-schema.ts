import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// records.db as resources/migrations/records makes it from 0004_guidance.sql on.

/** Working papers of guidance; `json` null: only records came. */
export const guidance = sqliteTable('guidance', {
  id: text().primaryKey(),
  kind: text({ enum: ['coaching', 'mentoring', 'learningCommunity', 'internship', 'dialogue'] }).notNull(),
  json: text({ mode: 'json' }),
  revision: integer().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** Records that both sides sign; triggers refuse a change of what was signed. */
export const guidanceRecords = sqliteTable('guidance_records', {
  hash: blob({ mode: 'buffer' }).primaryKey(),
  guidanceId: text('guidance_id').notNull(),
  kind: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  origin: text({ enum: ['made', 'received'] }).notNull(),
  createdAt: text('created_at').notNull(),
  paperMedium: text('paper_medium', { enum: ['ink', 'tte'] }),
  paperSignedOn: text('paper_signed_on'),
  documentId: text('document_id'),
});

export const guidanceSignatures = sqliteTable(
  'guidance_signatures',
  {
    recordHash: blob('record_hash', { mode: 'buffer' }).notNull(),
    party: integer().notNull(),
    key: blob({ mode: 'buffer' }).notNull(),
    statement: blob({ mode: 'buffer' }).notNull(),
    signature: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordHash, table.party] })],
);

/** Scans and PDFs of a record that was signed on paper or outside. */
export const guidanceAttachments = sqliteTable(
  'guidance_attachments',
  {
    recordHash: blob('record_hash', { mode: 'buffer' }).notNull(),
    attachmentId: text('attachment_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordHash, table.attachmentId] })],
);

/** The original of a record, as far as it has gone round; `documentId` once all have signed it. */
export const guidanceOriginals = sqliteTable('guidance_originals', {
  recordHash: blob('record_hash', { mode: 'buffer' }).primaryKey(),
  attachmentId: text('attachment_id').notNull(),
  signatures: integer().notNull(),
  documentId: text('document_id'),
});

export const coaches = sqliteTable('coaches', {
  id: text().primaryKey(),
  json: text({ mode: 'json' }).notNull(),
  archivedAt: text('archived_at'),
  /** Year for which training was put into a plan; null: none. */
  trainingPlanned: integer('training_planned'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});
