import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// records.db as resources/migrations/records/0003_competence.sql makes it.

/** Learning records; a trigger refuses their deletion. */
export const learningRecords = sqliteTable('learning_records', {
  seq: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull(),
  personId: text('person_id').notNull(),
  json: text({ mode: 'json' }).notNull(),
  toDay: text('to_day').notNull(),
  origin: text({ enum: ['typed', 'csv', 'guidance'] }).notNull(),
  guidanceHash: blob('guidance_hash', { mode: 'buffer' }),
  withdrawn: text(),
  revision: integer().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const learningEvidence = sqliteTable(
  'learning_evidence',
  { recordId: text('record_id').notNull(), attachmentId: text('attachment_id').notNull() },
  (table) => [primaryKey({ columns: [table.recordId, table.attachmentId] })],
);

/** Derived: what each record counts. */
export const learningCounts = sqliteTable(
  'learning_counts',
  {
    recordId: text('record_id').notNull(),
    personId: text('person_id').notNull(),
    year: integer().notNull(),
    jp: integer().notNull(),
    verdict: text().notNull(),
    citation: text().notNull(),
    countsAs: text('counts_as'),
    overlaps: integer({ mode: 'boolean' }).notNull(),
    plannedUntil: text('planned_until'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.recordId] })],
);

/** Derived: sums by person and year. */
export const learningTotals = sqliteTable(
  'learning_totals',
  {
    year: integer().notNull(),
    personId: text('person_id').notNull(),
    jp: integer().notNull(),
    records: integer().notNull(),
    uncounted: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.personId] })],
);

/** Published versions of the conversion table; triggers refuse every change. */
export const conversionVersions = sqliteTable('conversion_versions', {
  versionNo: integer('version_no').primaryKey(),
  json: text({ mode: 'json' }).notNull(),
  publishedAt: text('published_at').notNull(),
});

/** Versions of the conversion table that were taken back; triggers refuse every change. */
export const conversionWithdrawals = sqliteTable('conversion_withdrawals', {
  versionNo: integer('version_no').primaryKey(),
  reason: text().notNull(),
  withdrawnAt: text('withdrawn_at').notNull(),
});

export const competenceStandards = sqliteTable('competence_standards', {
  id: text().primaryKey(),
  position: text().notNull(),
  json: text({ mode: 'json' }).notNull(),
  revision: integer().notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const presentCompetencesTable = sqliteTable('present_competences', {
  personId: text('person_id').primaryKey(),
  json: text({ mode: 'json' }).notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const developmentPlans = sqliteTable(
  'development_plans',
  {
    personId: text('person_id').notNull(),
    year: integer().notNull(),
    json: text({ mode: 'json' }).notNull(),
    evaluation: text({ mode: 'json' }),
    revision: integer().notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.year] })],
);

/** The institution's plan of a year; `counted`: what employees' plans came to when it was set. */
export const institutionPlans = sqliteTable('institution_plans', {
  year: integer().primaryKey(),
  json: text({ mode: 'json' }).notNull(),
  counted: text({ mode: 'json' }),
  revision: integer().notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** Evaluations of plans, signed in this vault or on paper; triggers refuse a change. `personId` null: institution's. */
export const planEvaluations = sqliteTable('plan_evaluations', {
  seq: integer().primaryKey({ autoIncrement: true }),
  hash: blob({ mode: 'buffer' }).notNull(),
  personId: text('person_id'),
  year: integer().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  replaces: blob({ mode: 'buffer' }),
  key: blob({ mode: 'buffer' }),
  statement: blob({ mode: 'buffer' }),
  signature: blob({ mode: 'buffer' }),
  paperMedium: text('paper_medium', { enum: ['ink', 'tte'] }),
  paperSignedOn: text('paper_signed_on'),
  documentId: text('document_id'),
  createdAt: text('created_at').notNull(),
});

export const planEvaluationAttachments = sqliteTable(
  'plan_evaluation_attachments',
  {
    evaluationHash: blob('evaluation_hash', { mode: 'buffer' }).notNull(),
    attachmentId: text('attachment_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.evaluationHash, table.attachmentId] })],
);
