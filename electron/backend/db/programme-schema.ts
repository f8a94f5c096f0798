import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// records.db as resources/migrations/records/0005_programme.sql makes it.

/** Settings of the programme's elements; triggers refuse a change or a deletion. */
export const programmeSettings = sqliteTable('programme_settings', {
  id: text().primaryKey(),
  element: text().notNull(),
  revision: integer().notNull(),
  json: text({ mode: 'json' }).notNull(),
  savedAt: text('saved_at').notNull(),
});

export const programmeAttachments = sqliteTable(
  'programme_attachments',
  {
    settingId: text('setting_id')
      .notNull()
      .references(() => programmeSettings.id),
    attachmentId: text('attachment_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.settingId, table.attachmentId] })],
);
