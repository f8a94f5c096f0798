import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// Both databases have these tables. The SQL in resources/migrations is what makes them; this is how code names them.

/** What a database knows of its vault: small texts by key. */
export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });

/** Append-only chain; written by `appendAudit` alone. */
export const audit = sqliteTable('audit', {
  seq: integer().primaryKey(),
  at: text().notNull(),
  kind: text().notNull(),
  subject: text().notNull(),
  prevHash: blob('prev_hash', { mode: 'buffer' }).notNull(),
  hash: blob({ mode: 'buffer' }).notNull(),
});

/** Columns that attachments of both databases share. Sizes in bytes; `sha256` is there once `complete`. */
export const attachmentColumns = {
  name: text().notNull(),
  mediaType: text('media_type').notNull(),
  size: integer().notNull(),
  sha256: blob({ mode: 'buffer' }),
  createdAt: text('created_at').notNull(),
  complete: integer({ mode: 'boolean' }).notNull().default(false),
};

/** Bytes in each row of an attachment but the last. */
export const chunkSize = 256 * 1024;
