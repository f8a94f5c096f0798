import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// records.db as resources/migrations/records makes it from 0005_programme.sql on.

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

/** Figures of a half-year that have left, or are about to; triggers refuse a change of what has. */
export const figuresTold = sqliteTable('figures_told', {
  period: text().primaryKey(),
  json: text({ mode: 'json' }).notNull(),
  toldAt: text('told_at').notNull(),
  hasLeft: integer('has_left', { mode: 'boolean' }).notNull(),
});

/** Figures of other vaults, the latest of each person and half-year. */
export const figuresReceived = sqliteTable(
  'figures_received',
  {
    entryId: text('entry_id').notNull(),
    period: text().notNull(),
    name: text().notNull(),
    packageId: text('package_id').notNull(),
    sealedAt: text('sealed_at').notNull(),
    json: text({ mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.period] })],
);

/** Nameless sheets that were counted together. */
export const benefitTallies = sqliteTable('benefit_tallies', {
  id: text().primaryKey(),
  period: text().notNull(),
  json: text({ mode: 'json' }).notNull(),
});
