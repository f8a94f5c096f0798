import { packageKinds } from '@shared/domain/package/manifest.ts';
import { choices } from '@shared/domain/package/review.ts';
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// The part of records.db that resources/migrations/records makes from 0001_exchange.sql on: the directory and what goes
// between vaults.

/** Signed directory files, all serials; the newest of the trusted root counts. */
export const directories = sqliteTable(
  'directories',
  {
    rootKey: blob('root_key', { mode: 'buffer' }).notNull(),
    directoryId: text('directory_id').notNull(),
    serial: integer().notNull(),
    file: blob({ mode: 'buffer' }).notNull(),
    takenAt: text('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.rootKey, table.serial] })],
);

/** Signed profiles of institutions, all numbers; the newest of the trusted root counts. */
export const officeProfiles = sqliteTable(
  'office_profiles',
  {
    rootKey: blob('root_key', { mode: 'buffer' }).notNull(),
    directoryId: text('directory_id').notNull(),
    serial: integer().notNull(),
    issuedAt: text('issued_at').notNull(),
    /** SHA-256 of what was signed, hexadecimal. */
    hash: text().notNull(),
    file: blob({ mode: 'buffer' }).notNull(),
    takenAt: text('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.rootKey, table.directoryId, table.serial] })],
);

/** Invitations that this vault issued. */
export const invitations = sqliteTable('invitations', {
  id: text().primaryKey(),
  person: text({ mode: 'json' }).notNull(),
  roles: text({ mode: 'json' }).notNull(),
  createdAt: text('created_at').notNull(),
  entryId: text('entry_id'),
});

/** Packages sealed here (`out`) and taken in here (`in`); (direction, ownKey, peerKey, epoch, counter) is unique. */
export const packages = sqliteTable(
  'packages',
  {
    id: text().notNull(),
    direction: text({ enum: ['out', 'in'] }).notNull(),
    kind: text({ enum: packageKinds }).notNull(),
    ownKey: blob('own_key', { mode: 'buffer' }).notNull(),
    peerKey: blob('peer_key', { mode: 'buffer' }).notNull(),
    epoch: text().notNull(),
    counter: integer().notNull(),
    caseId: text('case_id'),
    manifest: blob({ mode: 'buffer' }).notNull(),
    manifestHash: blob('manifest_hash', { mode: 'buffer' }).notNull(),
    at: text().notNull(),
    receivedAt: text('received_at'),
    replaced: integer({ mode: 'boolean' }).notNull().default(false),
    written: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.direction, table.id] })],
);

/** What of an act others are known to hold, and by which package. */
export const actHolders = sqliteTable(
  'act_holders',
  {
    actHash: blob('act_hash', { mode: 'buffer' }).notNull(),
    key: blob({ mode: 'buffer' }).notNull(),
    form: text({ enum: ['all', 'header'] }).notNull(),
    packageId: text('package_id').notNull(),
    direction: text({ enum: ['out', 'in'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.actHash, table.key, table.packageId, table.direction] })],
);

/** The latest that is known of the vault behind a key. */
export const peers = sqliteTable('peers', {
  key: blob({ mode: 'buffer' }).primaryKey(),
  epoch: text().notNull(),
  directorySerial: integer('directory_serial').notNull().default(0),
  profileSerial: integer('profile_serial').notNull().default(0),
  auditSize: integer('audit_size').notNull(),
  auditHash: blob('audit_hash', { mode: 'buffer' }).notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** Heads of our own audit chain as others echoed them. */
export const auditWitnesses = sqliteTable(
  'audit_witnesses',
  {
    key: blob({ mode: 'buffer' }).notNull(),
    size: integer().notNull(),
    hash: blob({ mode: 'buffer' }).notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.size, table.hash] })],
);

/** Who holds a post for a case, where several persons could. */
export const caseReceivers = sqliteTable(
  'case_receivers',
  { caseId: text('case_id').notNull(), role: text().notNull(), entryId: text('entry_id').notNull() },
  (table) => [primaryKey({ columns: [table.caseId, table.role] })],
);

/** Drafts that came for signature. */
export const receivedDrafts = sqliteTable('received_drafts', {
  id: text().primaryKey(),
  packageId: text('package_id').notNull(),
  caseId: text('case_id').notNull(),
  type: text().notNull(),
  senderKey: blob('sender_key', { mode: 'buffer' }).notNull(),
  json: text({ mode: 'json' }).notNull(),
  at: text().notNull(),
  state: text({ enum: ['open', 'signed', 'declined'] })
    .notNull()
    .default('open'),
});

/** Files that a received draft names. */
export const receivedDraftAttachments = sqliteTable(
  'received_draft_attachments',
  { draftId: text('draft_id').notNull(), attachmentId: text('attachment_id').notNull() },
  (table) => [primaryKey({ columns: [table.draftId, table.attachmentId] })],
);

/** Packages that were held, whole as they came. */
export const heldPackages = sqliteTable('held_packages', {
  manifestHash: blob('manifest_hash', { mode: 'buffer' }).primaryKey(),
  packageId: text('package_id').notNull(),
  senderKey: blob('sender_key', { mode: 'buffer' }).notNull(),
  caseId: text('case_id'),
  code: text().notNull(),
  details: text({ mode: 'json' }).notNull(),
  manifest: blob({ mode: 'buffer' }).notNull(),
  acts: text({ mode: 'json' }).notNull(),
  file: blob({ mode: 'buffer' }).notNull(),
  at: text().notNull(),
});

/** What a person decided about a held package or an act, in order. */
export const decisions = sqliteTable('decisions', {
  seq: integer().primaryKey({ autoIncrement: true }),
  item: text().notNull(),
  choice: text({ enum: choices }).notNull(),
  acts: text({ mode: 'json' }).notNull(),
  reason: text().notNull(),
  at: text().notNull(),
  undoneAt: text('undone_at'),
  answers: text({ mode: 'json' }).notNull(),
  /** Opening of the file that another one took the place of by it, hexadecimal. */
  openingBefore: text('opening_before'),
});
