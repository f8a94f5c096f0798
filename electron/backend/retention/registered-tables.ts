import { attachmentUsers } from '../attachments/attachment-users.ts';

/**
 * Every table of both databases, and what the erasure of a file (case), of a guidance and of a year of learning records
 * does to it. A test holds this against the databases: a table that nobody has thought about cannot come into being.
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
  // A backup may be of a time when it was frozen.
  { table: 'freezes', sql: 'DELETE FROM freezes WHERE case_id = :caseId' },
  { table: 'cases', sql: 'DELETE FROM cases WHERE id = :caseId' },
] as const satisfies readonly { readonly table: string; readonly sql: string }[];

/**
 * Acts of a copy: the release, what was said of it, and answers to that. `:copy` is its hash, in small hexadecimal.
 */
const about = "json_extract(CAST(header AS TEXT), '$.about')";
const copied = `SELECT hash FROM acts WHERE case_id = :caseId AND (lower(hex(hash)) = :copy OR ${about} = :copy
  OR ${about} IN (SELECT lower(hex(hash)) FROM acts WHERE case_id = :caseId AND ${about} = :copy))`;
/** Packages that are held and hold any of them, or the copy itself where it never came in otherwise. */
const holding = `EXISTS (SELECT 1 FROM json_each(held_packages.acts)
  WHERE json_extract(value, '$.hash') IN (SELECT lower(hex(hash)) FROM (${copied}) UNION SELECT :copy))`;
const copyDecided = `SELECT lower(hex(hash)) FROM (${copied})
  UNION SELECT lower(hex(manifest_hash)) FROM held_packages WHERE ${holding}
  UNION SELECT lower(hex(p.manifest_hash)) FROM packages p JOIN act_holders h
    ON h.package_id = p.id AND h.direction = p.direction
    WHERE p.direction = 'in' AND h.act_hash IN (${copied})`;

/**
 * The same for one copy that an employee has, beside which others of its file stay. With the last one goes what the
 * statements of a whole file name.
 */
export const copyStatements = [
  {
    table: 'decisions',
    sql: `UPDATE decisions SET reason = '', acts = '[]', answers = '[]', opening_before = NULL
      WHERE item IN (${copyDecided})`,
  },
  { table: 'held_packages', sql: `DELETE FROM held_packages WHERE ${holding}` },
  { table: 'act_holders', sql: `DELETE FROM act_holders WHERE act_hash IN (${copied})` },
  { table: 'identity_answers', sql: `DELETE FROM identity_answers WHERE act_hash IN (${copied})` },
  { table: 'act_attachments', sql: `DELETE FROM act_attachments WHERE act_hash IN (${copied})` },
  { table: 'documents', sql: `DELETE FROM documents WHERE act_hash IN (${copied})` },
  {
    table: 'attachments',
    sql: `DELETE FROM attachments WHERE case_id = :caseId
      AND id NOT IN (SELECT attachment_id FROM act_attachments)
      AND id NOT IN (SELECT attachment_id FROM documents)
      AND id NOT IN (SELECT attachment_id FROM received_draft_attachments)`,
  },
  { table: 'acts', sql: `DELETE FROM acts WHERE hash IN (${copied})` },
] as const satisfies readonly { readonly table: (typeof fileStatements)[number]['table']; readonly sql: string }[];

/** The same for notes.db. Private notes are their author's to erase: they only lose the file that they were beside. */
export const noteStatements = [
  { table: 'drafts', sql: 'DELETE FROM drafts WHERE case_id = :caseId' },
  { table: 'notes', sql: 'UPDATE notes SET case_id = NULL WHERE case_id = :caseId' },
] as const satisfies readonly { readonly table: string; readonly sql: string }[];

const ofGuidance = 'SELECT hash FROM guidance_records WHERE guidance_id = :guidanceId';
const isFree = attachmentUsers
  .map(({ table }) => `NOT EXISTS (SELECT 1 FROM ${table} u WHERE u.attachment_id = attachments.id)`)
  .join(' AND ');
/** Files that something erased had, once nothing else has them: `:attachments`, a JSON list of their ids. */
const freeAttachments = {
  table: 'attachments',
  sql: `DELETE FROM attachments
    WHERE id IN (SELECT value FROM json_each(:attachments)) AND case_id IS NULL AND ${isFree}`,
} as const;

/** Files of a guidance: scans, and the signed papers that were made of its records. */
export const attachmentsOfGuidance = `SELECT attachment_id AS id FROM guidance_attachments
    WHERE record_hash IN (${ofGuidance})
  UNION SELECT attachment_id FROM guidance_originals WHERE record_hash IN (${ofGuidance})
  UNION SELECT d.attachment_id FROM documents d JOIN guidance_records r ON r.document_id = d.id
    WHERE r.guidance_id = :guidanceId`;
/** Those papers among the documents. */
export const documentsOfGuidance = `SELECT document_id AS id FROM guidance_records
  WHERE guidance_id = :guidanceId AND document_id IS NOT NULL
  UNION SELECT document_id FROM guidance_originals WHERE document_id IS NOT NULL AND record_hash IN (${ofGuidance})`;

/** Statements that erase a guidance from records.db; `:documents` and `:attachments` are JSON lists of ids. */
export const guidanceStatements = [
  // What calendars elsewhere were told of its sessions: when and where.
  {
    table: 'meta',
    sql: `UPDATE meta SET value = (
        SELECT json_group_array(json(value)) FROM json_each(meta.value) WHERE value ->> 'guidanceId' IS NOT :guidanceId
      ) WHERE key = 'calendarSent' AND json_valid(value)`,
  },
  // What was learned by it stands in a learning record of its own, with years of its own.
  {
    table: 'learning_records',
    sql: `UPDATE learning_records SET guidance_hash = NULL WHERE guidance_hash IN (${ofGuidance})`,
  },
  { table: 'guidance_attachments', sql: `DELETE FROM guidance_attachments WHERE record_hash IN (${ofGuidance})` },
  { table: 'guidance_originals', sql: `DELETE FROM guidance_originals WHERE record_hash IN (${ofGuidance})` },
  { table: 'guidance_signatures', sql: `DELETE FROM guidance_signatures WHERE record_hash IN (${ofGuidance})` },
  { table: 'guidance_records', sql: 'DELETE FROM guidance_records WHERE guidance_id = :guidanceId' },
  { table: 'documents', sql: 'DELETE FROM documents WHERE id IN (SELECT value FROM json_each(:documents))' },
  { table: 'record_freezes', sql: "DELETE FROM record_freezes WHERE kind = 'guidance' AND id = :guidanceId" },
  { table: 'guidance', sql: 'DELETE FROM guidance WHERE id = :guidanceId' },
  freeAttachments,
] as const satisfies readonly { readonly table: string; readonly sql: string }[];

const ofYear = 'SELECT id FROM learning_records WHERE substr(to_day, 1, 4) = :year';

const evaluationsOfYear =
  'SELECT hash FROM plan_evaluations WHERE person_id IS NOT NULL AND year = CAST(:year AS INTEGER)';

/** Files of a year: what proves what somebody took part in, scans and signed papers of evaluations. */
export const attachmentsOfYear = `SELECT attachment_id AS id FROM learning_evidence WHERE record_id IN (${ofYear})
  UNION SELECT attachment_id FROM plan_evaluation_attachments WHERE evaluation_hash IN (${evaluationsOfYear})
  UNION SELECT d.attachment_id FROM documents d JOIN plan_evaluations e ON e.document_id = d.id
    WHERE e.hash IN (${evaluationsOfYear})`;
/** Those papers among the documents. */
export const documentsOfYear = `SELECT document_id AS id FROM plan_evaluations
  WHERE hash IN (${evaluationsOfYear}) AND document_id IS NOT NULL`;
/** People who have a record of that year. */
export const peopleOfYear = 'SELECT DISTINCT person_id AS id FROM learning_records WHERE substr(to_day, 1, 4) = :year';

/**
 * Statements that erase a year of learning records from records.db, after which its people are counted anew;
 * `:documents` and `:attachments` are JSON lists of ids.
 */
export const learningStatements = [
  // Of employees: the institution's names none, and stays with its plan.
  {
    table: 'plan_evaluation_attachments',
    sql: `DELETE FROM plan_evaluation_attachments WHERE evaluation_hash IN (${evaluationsOfYear})`,
  },
  {
    table: 'plan_evaluations',
    sql: 'DELETE FROM plan_evaluations WHERE person_id IS NOT NULL AND year = CAST(:year AS INTEGER)',
  },
  { table: 'documents', sql: 'DELETE FROM documents WHERE id IN (SELECT value FROM json_each(:documents))' },
  {
    table: 'development_plans',
    sql: `DELETE FROM development_plans WHERE year = CAST(:year AS INTEGER)`,
  },
  // Plans of other years that name one of the records.
  {
    table: 'development_plans',
    sql: `UPDATE development_plans SET json = json_set(json, '$.items', (
        SELECT json_group_array(json_set(item.value, '$.recordIds', (
          SELECT json_group_array(named.value) FROM json_each(item.value, '$.recordIds') named
          WHERE named.value NOT IN (${ofYear})
        ))) FROM json_each(development_plans.json, '$.items') item
      ))
      WHERE EXISTS (
        SELECT 1 FROM json_each(development_plans.json, '$.items') item, json_each(item.value, '$.recordIds') named
        WHERE named.value IN (${ofYear})
      )`,
  },
  { table: 'learning_evidence', sql: `DELETE FROM learning_evidence WHERE record_id IN (${ofYear})` },
  { table: 'learning_counts', sql: `DELETE FROM learning_counts WHERE record_id IN (${ofYear})` },
  { table: 'learning_totals', sql: 'DELETE FROM learning_totals WHERE year = CAST(:year AS INTEGER)' },
  { table: 'learning_records', sql: 'DELETE FROM learning_records WHERE substr(to_day, 1, 4) = :year' },
  { table: 'record_freezes', sql: "DELETE FROM record_freezes WHERE kind = 'learning' AND id = :year" },
  freeAttachments,
] as const satisfies readonly { readonly table: string; readonly sql: string }[];

/** Why a table stays as it is when any of these is erased. */
export type WhyKept =
  /** It says nothing of any of them. */
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
  benefit_tallies: 'noFile',
  coaches: 'noFile',
  competence_standards: 'noFile',
  conversion_versions: 'noFile',
  conversion_withdrawals: 'noFile',
  directories: 'noFile',
  erased_copies: 'retention',
  erased_files: 'retention',
  erased_records: 'retention',
  erasures: 'retention',
  figures_received: 'noFile',
  figures_told: 'noFile',
  institution_plans: 'noFile',
  invitations: 'noFile',
  numbers: 'noFile',
  office_profiles: 'noFile',
  peers: 'idsAlone',
  persons: 'persons',
  present_competences: 'noFile',
  programme_attachments: 'noFile',
  programme_settings: 'noFile',
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
