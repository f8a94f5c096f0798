import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { databaseDeps } from '../../fixtures/database-deps.ts';
import { blob, createBefore, migratedTo, reopened } from '../../fixtures/migrated-to.ts';

const person = `INSERT INTO persons (id, name, nip, rank, position, unit, employment_status, created_at, updated_at)
  VALUES ('p', 'Sari Contoh', '', '', '', '', 'pns', 't', 't');`;
const act = (hash: number, caseId: string, header = '{}'): string =>
  `INSERT INTO acts (hash, case_id, type, header, signature, author_key, recorded_at) VALUES
    (${blob(hash)}, '${caseId}', 'caseOpened', CAST('${header}' AS BLOB), ${blob(4, 64)}, ${blob(5)}, 't');`;
const files = `${person} INSERT INTO cases (id, employee_id, created_at) VALUES ('c', 'p', 't'), ('d', 'p', 't');${act(1, 'c')}${act(2, 'd')}`;
const learning = `${person}
  INSERT INTO learning_records (id, person_id, json, to_day, origin, revision, created_at, updated_at) VALUES
    ('l5', 'p', '{}', '2025-12-31', 'typed', 1, 't', 't'), ('l6', 'p', '{}', '2026-01-01', 'typed', 1, 't', 't');`;
const guidance = `INSERT INTO guidance VALUES ('g', 'coaching', NULL, 0, 't', 't'), ('h', 'coaching', NULL, 0, 't', 't');
  INSERT INTO guidance_records (hash, guidance_id, kind, bytes, origin, created_at) VALUES
    (${blob(7)}, 'g', 'coaching', x'04', 'made', 't'), (${blob(8)}, 'h', 'coaching', x'04', 'made', 't');
  INSERT INTO guidance_signatures VALUES (${blob(7)}, 0, ${blob(5)}, x'05', ${blob(6, 64)}),
    (${blob(8)}, 0, ${blob(5)}, x'05', ${blob(6, 64)});`;
/** What a migration is to do with a database that has rows. */
interface Migrated {
  /** Rows of the schema before, in SQL. */
  readonly rows: string;
  /** What may be written after it, one after another; and what is refused after all of that. */
  readonly goes?: readonly string[];
  readonly refused?: readonly string[];
  /** Refused before `goes`, too: what may be deleted once that is noted. */
  readonly refusedBefore?: readonly string[];
  /** What rows say then. */
  readonly says?: Readonly<Record<string, readonly unknown[]>>;
  /** What goes by an index, by its name. */
  readonly indexed?: Readonly<Record<string, string>>;
}

const migrations: Readonly<Record<string, Migrated>> = {
  '0012_clock': {
    rows: `${learning} INSERT INTO conversion_versions VALUES (1, '{}', 't'), (2, '{}', 't');
      INSERT INTO audit VALUES (1, 't', 'clockJumped', '', ${blob(0)}, ${blob(1)});`,
    goes: ["INSERT INTO conversion_withdrawals VALUES (2, 'jam salah', 't')"],
    refused: [
      "INSERT INTO conversion_withdrawals VALUES (2, 'lagi', 't')",
      "INSERT INTO conversion_withdrawals VALUES (3, 'tidak ada', 't')",
      "UPDATE conversion_withdrawals SET reason = ''",
      'DELETE FROM conversion_withdrawals',
    ],
    indexed: {
      audit_clock: "SELECT max(seq) FROM audit WHERE kind IN ('clockJumped', 'clockReturned', 'clockStated')",
      learning_records_by_day: "SELECT id FROM learning_records WHERE to_day > '2026'",
    },
  },
  '0014_sessions': {
    rows: `${learning} INSERT INTO learning_counts VALUES
      ('l5', 'p', 2025, 0, 'duplicate', '', NULL, 0, NULL), ('l6', 'p', 2026, 0, 'planned', '', NULL, 0, '2026-12-01');`,
    says: {
      'SELECT record_id, planned_until FROM learning_counts ORDER BY record_id': [
        ['l5', '0000-01-01'],
        ['l6', '2026-12-01'],
      ],
    },
  },
  '0015_retention': {
    rows: files,
    refusedBefore: ["DELETE FROM acts WHERE case_id = 'c'"],
    goes: [
      "INSERT INTO freezes VALUES ('d', 'appeal', '', 't')",
      "INSERT INTO erasures VALUES ('e', 'done', '{}', 't', 't')",
      "INSERT INTO erased_files VALUES ('c', 'e', 't'), ('gone', NULL, 't')",
      "DELETE FROM acts WHERE case_id = 'c'",
    ],
    refused: [
      "INSERT INTO freezes VALUES ('none', 'appeal', '', 't')",
      "INSERT INTO erasures VALUES ('f', 'done', '{', 't', 't')",
      "INSERT INTO erased_files VALUES ('d', 'none', 't')",
      'DELETE FROM erased_files',
      "UPDATE erased_files SET case_id = 'd'",
      "DELETE FROM acts WHERE case_id = 'd'",
    ],
    says: { 'SELECT case_id FROM acts': [['d']] },
  },
  '0017_other_openings': {
    rows: `${files} INSERT INTO decisions (item, choice, acts, reason, at) VALUES ('i', 'take', '[]', '', 't');`,
    goes: [`UPDATE acts SET other_opening = ${blob(9)} WHERE case_id = 'd'`],
    refused: ["UPDATE acts SET header = x'00'", 'DELETE FROM acts'],
    says: {
      'SELECT case_id, hex(other_opening) FROM acts ORDER BY case_id': [
        ['c', ''],
        ['d', '09'.repeat(32)],
      ],
      'SELECT item, opening_before FROM decisions': [['i', null]],
    },
    indexed: {
      acts_by_other_opening: `SELECT hash FROM acts WHERE case_id = 'd' AND other_opening = ${blob(9)}`,
    },
  },
  '0018_erased_records': {
    rows: `${learning}${guidance} INSERT INTO erasures VALUES ('e', 'done', '{}', 't', 't');`,
    refusedBefore: [
      `DELETE FROM guidance_signatures WHERE record_hash = ${blob(7)}`,
      "DELETE FROM learning_records WHERE id = 'l5'",
    ],
    goes: [
      "INSERT INTO record_freezes VALUES ('guidance', 'h', 'appeal', '', 't')",
      "INSERT INTO erased_records VALUES ('guidance', 'g', 'e', 't'), ('learning', '2025', NULL, 't')",
      `DELETE FROM guidance_signatures WHERE record_hash = ${blob(7)}`,
      "DELETE FROM learning_records WHERE id = 'l5'",
    ],
    refused: [
      "INSERT INTO record_freezes VALUES ('case', 'c', 'appeal', '', 't')",
      "INSERT INTO erased_records VALUES ('case', 'c', NULL, 't')",
      "INSERT INTO erased_records VALUES ('guidance', 'h', 'none', 't')",
      'DELETE FROM erased_records',
      "UPDATE erased_records SET id = '2026'",
      `DELETE FROM guidance_signatures WHERE record_hash = ${blob(8)}`,
      "DELETE FROM learning_records WHERE id = 'l6'",
    ],
    says: {
      'SELECT id FROM learning_records': [['l6']],
      'SELECT hex(record_hash) FROM guidance_signatures': [['08'.repeat(32)]],
    },
    indexed: {
      learning_records_by_year: "SELECT id FROM learning_records WHERE substr(to_day, 1, 4) = '2026'",
    },
  },
  '0019_copies': {
    rows: `${files}${act(3, 'c', `{"about":"${'01'.repeat(32)}"}`)}${act(6, 'd')}
      INSERT INTO erased_files VALUES ('d', NULL, 't');`,
    refusedBefore: [`DELETE FROM acts WHERE hash = ${blob(1)}`, `DELETE FROM acts WHERE hash = ${blob(3)}`],
    goes: [
      `INSERT INTO erased_copies VALUES (${blob(1)}, 1, 't')`,
      `DELETE FROM acts WHERE hash = ${blob(3)}`,
      `DELETE FROM acts WHERE hash = ${blob(1)}`,
      `DELETE FROM acts WHERE hash = ${blob(2)}`,
      `UPDATE erased_copies SET at = NULL`,
      act(1, 'c'),
    ],
    refused: [
      'DELETE FROM erased_copies',
      'UPDATE erased_copies SET times = 0',
      `UPDATE erased_copies SET hash = ${blob(2)}`,
      `INSERT INTO erased_copies VALUES (x'01', 1, 't')`,
      // Taken again: it stays until it is erased once more.
      `DELETE FROM acts WHERE hash = ${blob(1)}`,
    ],
    says: { 'SELECT hex(hash) FROM acts ORDER BY hash': [['01'.repeat(32)], ['06'.repeat(32)]] },
  },
  '0020_learning_files': {
    rows: `${guidance} UPDATE guidance SET json = '{}', revision = 3 WHERE id = 'h';`,
    goes: [
      "INSERT INTO guidance VALUES ('k', 'learningCommunity', '{}', 1, 't', 't'), ('m', 'internship', NULL, 0, 't', 't')",
      `INSERT INTO guidance_records (hash, guidance_id, kind, bytes, origin, created_at) VALUES
        (${blob(9)}, 'k', 'learningCommunity', x'04', 'made', 't')`,
    ],
    refused: [
      "INSERT INTO guidance VALUES ('n', 'counselling', NULL, 0, 't', 't')",
      "INSERT INTO guidance VALUES ('n', 'coaching', '{', 0, 't', 't')",
      "DELETE FROM guidance WHERE id = 'g'",
    ],
    says: {
      'SELECT id, kind, json, revision FROM guidance ORDER BY id': [
        ['g', 'coaching', null, 0],
        ['h', 'coaching', '{}', 3],
        ['k', 'learningCommunity', '{}', 1],
        ['m', 'internship', null, 0],
      ],
    },
  },
  '0021_evaluations': {
    rows: `${learning} INSERT INTO erased_records (kind, id, at) VALUES ('learning', '2025', 't');
      INSERT INTO coaches VALUES ('k', '{}', NULL, 't', 't');`,
    goes: [
      `INSERT INTO plan_evaluations (hash, person_id, year, bytes, key, statement, signature, created_at) VALUES
        (${blob(7)}, 'p', 2025, x'04', ${blob(5)}, x'05', ${blob(6, 64)}, 't'),
        (${blob(8)}, 'p', 2026, x'04', ${blob(5)}, x'05', ${blob(6, 64)}, 't'),
        (${blob(9)}, NULL, 2025, x'04', ${blob(5)}, x'05', ${blob(6, 64)}, 't')`,
      "DELETE FROM plan_evaluations WHERE person_id = 'p' AND year = 2025",
      "UPDATE coaches SET training_planned = 2026 WHERE id = 'k'",
    ],
    refused: [
      "UPDATE plan_evaluations SET bytes = x'00'",
      "UPDATE plan_evaluations SET person_id = NULL WHERE person_id = 'p'",
      'DELETE FROM plan_evaluations WHERE year = 2026',
      'DELETE FROM plan_evaluations WHERE person_id IS NULL',
      `INSERT INTO plan_evaluations (hash, year, bytes, created_at) VALUES (${blob(10)}, 2026, x'04', 't')`,
    ],
    says: { 'SELECT hex(hash) FROM plan_evaluations ORDER BY seq': [['08'.repeat(32)], ['09'.repeat(32)]] },
  },
  '0022_dialogue': {
    rows: `${guidance} INSERT INTO guidance VALUES ('k', 'learningCommunity', '{}', 1, 't', 't');`,
    goes: ["INSERT INTO guidance VALUES ('w', 'dialogue', NULL, 0, 't', 't')"],
    refused: [
      "INSERT INTO guidance VALUES ('x', 'counselling', NULL, 0, 't', 't')",
      "INSERT INTO guidance VALUES ('x', 'dialogue', '{', 0, 't', 't')",
      "DELETE FROM guidance WHERE id = 'g'",
    ],
    says: {
      'SELECT id, kind, json FROM guidance ORDER BY id': [
        ['g', 'coaching', null],
        ['h', 'coaching', null],
        ['k', 'learningCommunity', '{}'],
        ['w', 'dialogue', null],
      ],
    },
  },
  '0023_programme_figures': {
    rows: '',
    goes: [
      "INSERT INTO figures_told VALUES ('2026-1', '{}', 't', 0), ('2025-2', '{}', 't', 0)",
      "UPDATE figures_told SET has_left = 1 WHERE period = '2026-1'",
      "DELETE FROM figures_told WHERE period = '2025-2'",
      "INSERT INTO figures_received VALUES ('e', '2026-1', 'n', 'p', 't', '{}'), ('e', '2026-2', 'n', 'p', 't', '{}')",
      "INSERT INTO benefit_tallies VALUES ('b', '2026-1', '{}')",
      "DELETE FROM benefit_tallies WHERE id = 'b'",
    ],
    refused: [
      // What has left stays as it was told.
      'UPDATE figures_told SET json = \'{"other":1}\'',
      'UPDATE figures_told SET has_left = 0',
      'DELETE FROM figures_told',
      "INSERT INTO figures_told VALUES ('2026-1', '{}', 't', 0)",
      "INSERT INTO figures_received VALUES ('e', '2026-1', 'n', 'q', 't', '{}')",
      "INSERT INTO benefit_tallies VALUES ('c', '2026-1', 'no json')",
    ],
    says: { 'SELECT period, has_left FROM figures_told': [['2026-1', 1]] },
  },
  '0024_office_profiles': {
    rows: "INSERT INTO peers (key, epoch, directory_serial, audit_size, audit_hash, updated_at) VALUES (zeroblob(32), 'e', 3, 0, zeroblob(32), 't')",
    goes: [
      "INSERT INTO office_profiles VALUES (zeroblob(32), 'd', 1, 't', 'h', x'00', 't')",
      "INSERT INTO office_profiles VALUES (zeroblob(32), 'd', 2, 't', 'h', x'00', 't')",
    ],
    refused: [
      "INSERT INTO office_profiles VALUES (zeroblob(32), 'd', 2, 't', 'h', x'00', 't')",
      "INSERT INTO office_profiles VALUES (zeroblob(31), 'd', 3, 't', 'h', x'00', 't')",
      "INSERT INTO office_profiles VALUES (zeroblob(32), 'd', 0, 't', 'h', x'00', 't')",
    ],
    says: { 'SELECT directory_serial, profile_serial FROM peers': [[3, 0]] },
  },
  '0025_originals': {
    rows: `${guidance} INSERT INTO attachments VALUES
      ('b1', NULL, 'asli.pdf', 'application/pdf', 1, ${blob(7)}, 't', 1),
      ('b2', NULL, 'asli.pdf', 'application/pdf', 1, ${blob(8)}, 't', 1);
      INSERT INTO documents VALUES ('d2', NULL, 'coaching', NULL, 'Coaching', 'signed', 'b2', ${blob(8)}, 't');`,
    goes: [
      `INSERT INTO guidance_originals VALUES (${blob(7)}, 'b1', 1, NULL)`,
      "UPDATE guidance_originals SET attachment_id = 'b2', signatures = 2",
      "UPDATE guidance_originals SET signatures = 3, document_id = 'd2'",
    ],
    refused: [
      "UPDATE guidance_originals SET attachment_id = 'b1'",
      "INSERT INTO guidance_originals VALUES (x'00', 'b1', 1, NULL)",
      `INSERT INTO guidance_originals VALUES (${blob(8)}, 'b1', 0, NULL)`,
    ],
    says: { 'SELECT signatures, document_id FROM guidance_originals': [[3, 'd2']] },
  },
};

/** Tried in open-database.test.ts, as are those before 0012, together: by what becomes of rows of before 0006. */
const triedElsewhere: readonly string[] = ['0013_answers', '0016_own_key'];

it('has each migration from 0012 on tried', () => {
  const folder = join(databaseDeps.resourcesFolder, 'migrations', 'records');
  const tags = readdirSync(folder).flatMap((name) => (name.endsWith('.sql') ? [name.slice(0, -4)] : []));
  const since = tags.filter((tag) => tag >= '0012').sort();
  expect(since).toEqual([...Object.keys(migrations), ...triedElsewhere].sort());
});

const tables = (client: Sqlite.Database): readonly string[] =>
  client
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'")
    .pluck()
    .all() as string[];

/** How many rows each table has, but for what is kept of the database itself. */
const counts = (client: Sqlite.Database): ReadonlyMap<string, unknown> =>
  new Map(
    tables(client)
      .filter((name) => name !== 'meta' && !name.startsWith('sqlite_'))
      .map((name) => [name, client.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]),
  );

const refuses = (client: Sqlite.Database, statements: readonly string[] = []): void => {
  for (const statement of statements)
    expect(() => client.exec(statement), statement).toThrow(/constraint failed|never|stays|malformed/);
};

describe('a migration of records.db keeps the rows that are there, and has the schema do what it is for', () => {
  it.each(Object.entries(migrations))(
    '%s',
    (tag, { rows, goes = [], refused, refusedBefore, says = {}, indexed = {} }) => {
      const { file, db } = createBefore(tag);
      db.$client.exec(rows);
      const before = counts(db.$client);
      db.$client.close();
      const now = migratedTo(tag, file).$client;
      for (const [table, count] of before) expect([table, counts(now).get(table)]).toEqual([table, count]);
      refuses(now, refusedBefore);
      for (const statement of goes) now.exec(statement);
      refuses(now, refused);
      for (const [query, told] of Object.entries(says)) expect(now.prepare(query).raw().all(), query).toEqual(told);
      for (const [index, query] of Object.entries(indexed))
        expect(JSON.stringify(now.prepare(`EXPLAIN QUERY PLAN ${query}`).all())).toContain(index);
      expect([now.pragma('foreign_key_check'), now.pragma('integrity_check', { simple: true })]).toEqual([[], 'ok']);
      const kept = counts(now);
      now.close();
      // The migrations after it take what was written by then.
      const newest = reopened(file).$client;
      for (const [table, count] of kept) expect([table, counts(newest).get(table)]).toEqual([table, count]);
    },
  );
});
