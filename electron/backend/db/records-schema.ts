import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { attachmentColumns, audit, meta } from './shared-columns.ts';

// records.db as resources/migrations/records makes it. No private key, no note, no draft lies here.
export { audit, meta };

/** Settings of the vault, each a JSON value checked by the zod schema of who reads it. */
export const settings = sqliteTable('settings', { key: text().primaryKey(), json: text({ mode: 'json' }).notNull() });

export const persons = sqliteTable('persons', {
  id: text().primaryKey(),
  name: text().notNull(),
  nip: text().notNull(),
  rank: text().notNull(),
  position: text().notNull(),
  unit: text().notNull(),
  employmentStatus: text('employment_status', { enum: ['pns', 'pppk', 'other'] }).notNull(),
  archivedAt: text('archived_at'),
  /** Since when it is known by a file about the wrong employee alone; such a person stands in no list. */
  concealedAt: text('concealed_at'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** What a person answered to whether two are one (`persons/same-person-rows.ts` says how they are named). */
export const samePersonAnswers = sqliteTable('same_person_answers', {
  seq: integer().primaryKey({ autoIncrement: true }),
  subject: text().notNull(),
  other: text().notNull(),
  same: integer({ mode: 'boolean' }).notNull(),
  at: text().notNull(),
  decision: integer(),
  undoneAt: text('undone_at'),
});

export const cases = sqliteTable('cases', {
  id: text().primaryKey(),
  employeeId: text('employee_id')
    .notNull()
    .references(() => persons.id),
  createdAt: text('created_at').notNull(),
  /** Since when this vault knows that the file names the wrong employee; derived from its acts. */
  mistakenAt: text('mistaken_at'),
});

/** Signed acts; triggers refuse every change but erasing or supplying `body` and `salt` together. */
export const acts = sqliteTable('acts', {
  /** Order of arrival, given by the database. */
  receivedSeq: integer('received_seq').primaryKey({ autoIncrement: true }),
  hash: blob({ mode: 'buffer' }).notNull().unique(),
  caseId: text('case_id')
    .notNull()
    .references(() => cases.id),
  type: text().notNull(),
  header: blob({ mode: 'buffer' }).notNull(),
  body: blob({ mode: 'buffer' }),
  salt: blob({ mode: 'buffer' }),
  signature: blob({ mode: 'buffer' }).notNull(),
  authorKey: blob('author_key', { mode: 'buffer' }).notNull(),
  recordedAt: text('recorded_at').notNull(),
  /** What its commitments to deeper heads hide, as JSON; null for an act of v1. */
  openings: text(),
  /** Since when it counts for nothing: it was taken back, or its file was set aside. */
  setAsideAt: text('set_aside_at'),
  /** Opening of its file, where the whole file was set aside: another one counts under that id. */
  otherOpening: blob('other_opening', { mode: 'buffer' }),
});

/** Whether somebody under a corrected number is the same person, as the holder of the vault answered. */
export const identityAnswers = sqliteTable('identity_answers', {
  actHash: blob('act_hash', { mode: 'buffer' }).primaryKey(),
  same: integer({ mode: 'boolean' }).notNull(),
  answeredAt: text('answered_at').notNull(),
});

export const attachments = sqliteTable('attachments', {
  id: text().primaryKey(),
  caseId: text('case_id').references(() => cases.id),
  ...attachmentColumns,
});

export const attachmentChunks = sqliteTable(
  'attachment_chunks',
  {
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => attachments.id, { onDelete: 'cascade' }),
    idx: integer().notNull(),
    data: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attachmentId, table.idx] })],
);

export const actAttachments = sqliteTable(
  'act_attachments',
  {
    actHash: blob('act_hash', { mode: 'buffer' })
      .notNull()
      .references(() => acts.hash),
    /** Id of the file in the body of the act: its author's choice. */
    bodyId: text('body_id').notNull(),
    /** Id of the file here. */
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => attachments.id),
  },
  (table) => [primaryKey({ columns: [table.actHash, table.bodyId] })],
);

export const documents = sqliteTable('documents', {
  id: text().primaryKey(),
  caseId: text('case_id').references(() => cases.id),
  kind: text().notNull(),
  actHash: blob('act_hash', { mode: 'buffer' }).references(() => acts.hash),
  title: text().notNull(),
  state: text({ enum: ['unsigned', 'signed', 'external'] }).notNull(),
  attachmentId: text('attachment_id')
    .notNull()
    .references(() => attachments.id),
  sha256: blob({ mode: 'buffer' }).notNull(),
  createdAt: text('created_at').notNull(),
});

/** Last document number given out, for each series and year. */
export const numbers = sqliteTable(
  'numbers',
  { series: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (table) => [primaryKey({ columns: [table.series, table.year] })],
);
