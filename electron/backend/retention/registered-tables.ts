/**
 * Every table of both databases, and what the erasure of a file (case) does to it. A test holds this against the
 * databases: a table that nobody has thought about cannot come into being.
 */

/** Acts of the file; `:caseId` is its id. */
const acts = 'SELECT hash FROM acts WHERE case_id = :caseId';
const drafts = 'SELECT id FROM received_drafts WHERE case_id = :caseId';
/** What decisions name: an act, or a package that was held or taken in, in small hexadecimal. */
const decided = `SELECT lower(hex(hash)) FROM acts WHERE case_id = :caseId
  UNION SELECT lower(hex(manifest_hash)) FROM held_packages WHERE case_id = :caseId
  UNION SELECT lower(hex(manifest_hash)) FROM packages WHERE case_id = :caseId`;

/** Statements that erase a file from records.db, in the order in which one table names another. */
export const fileStatements = [
  // Who else was asked stands in them; that something was decided stays.
  {
    table: 'decisions',
    sql: `UPDATE decisions SET reason = '', acts = '[]', answers = '[]', opening_before = NULL
      WHERE item IN (${decided})`,
  },
  { table: 'held_packages', sql: 'DELETE FROM held_packages WHERE case_id = :caseId' },
  {
    table: 'received_draft_attachments',
    sql: `DELETE FROM received_draft_attachments WHERE draft_id IN (${drafts})`,
  },
  { table: 'received_drafts', sql: 'DELETE FROM received_drafts WHERE case_id = :caseId' },
  { table: 'case_receivers', sql: 'DELETE FROM case_receivers WHERE case_id = :caseId' },
  { table: 'act_holders', sql: `DELETE FROM act_holders WHERE act_hash IN (${acts})` },
  { table: 'identity_answers', sql: `DELETE FROM identity_answers WHERE act_hash IN (${acts})` },
  { table: 'act_attachments', sql: `DELETE FROM act_attachments WHERE act_hash IN (${acts})` },
  { table: 'documents', sql: 'DELETE FROM documents WHERE case_id = :caseId' },
  // Pieces of a file go with it.
  { table: 'attachments', sql: 'DELETE FROM attachments WHERE case_id = :caseId' },
  // Counters between vaults stay whole; what was carried is known by hashes alone.
  { table: 'packages', sql: 'UPDATE packages SET case_id = NULL WHERE case_id = :caseId' },
  { table: 'acts', sql: 'DELETE FROM acts WHERE case_id = :caseId' },
  { table: 'cases', sql: 'DELETE FROM cases WHERE id = :caseId' },
] as const satisfies readonly { readonly table: string; readonly sql: string }[];

/** The same for notes.db. Private notes are their author's to erase: they only lose the file that they were beside. */
export const noteStatements = [
  { table: 'drafts', sql: 'DELETE FROM drafts WHERE case_id = :caseId' },
  { table: 'notes', sql: 'UPDATE notes SET case_id = NULL WHERE case_id = :caseId' },
] as const satisfies readonly { readonly table: string; readonly sql: string }[];

/** Why a table stays as it is when a file is erased. */
export type WhyKept =
  /** It says nothing of any file. */
  | 'noFile'
  /** It goes by rows of other tables that the database takes along. */
  | 'follows'
  /** Kinds and ids alone, which tell nothing once what they name is gone. */
  | 'idsAlone'
  /** It records the erasure itself. */
  | 'retention'
  /** People of the register and what was answered about them: see `erase-person.ts`. */
  | 'persons'
  /** Private notes and their files, which their author alone erases. */
  | 'notes';

/** Tables of records.db that no statement above names. */
export const keptRecords: Readonly<Record<string, WhyKept>> = {
  __drizzle_migrations: 'noFile',
  attachment_chunks: 'follows',
  audit: 'idsAlone',
  audit_witnesses: 'idsAlone',
  coaches: 'noFile',
  competence_standards: 'noFile',
  conversion_versions: 'noFile',
  conversion_withdrawals: 'noFile',
  development_plans: 'noFile',
  directories: 'noFile',
  erased_files: 'retention',
  erased_records: 'retention',
  erasures: 'retention',
  freezes: 'retention',
  guidance: 'noFile',
  guidance_attachments: 'noFile',
  guidance_records: 'noFile',
  guidance_signatures: 'noFile',
  invitations: 'noFile',
  learning_counts: 'noFile',
  learning_evidence: 'noFile',
  learning_records: 'noFile',
  learning_totals: 'noFile',
  meta: 'noFile',
  numbers: 'noFile',
  peers: 'idsAlone',
  persons: 'persons',
  present_competences: 'noFile',
  programme_attachments: 'noFile',
  programme_settings: 'noFile',
  record_freezes: 'retention',
  same_person_answers: 'persons',
  settings: 'noFile',
  sqlite_sequence: 'idsAlone',
};

/** Tables of notes.db that no statement above names. */
export const keptNotes: Readonly<Record<string, WhyKept>> = {
  __drizzle_migrations: 'noFile',
  audit: 'idsAlone',
  meta: 'noFile',
  note_attachment_chunks: 'notes',
  note_attachments: 'notes',
  notes_fts: 'notes',
  notes_fts_config: 'notes',
  notes_fts_data: 'notes',
  notes_fts_docsize: 'notes',
  notes_fts_idx: 'notes',
  places: 'idsAlone',
};
