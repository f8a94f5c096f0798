import type Sqlite from 'better-sqlite3';
import { standsBefore } from '../db/digest/anchors.ts';
import { rowsFit } from '../db/digest/rows-fit.ts';
import { quoted, tablesOf } from '../db/tables.ts';
import type { Turns } from '../db/turns.ts';
import { verifyAudit } from '../trail/audit-chain.ts';
import { vaultFiles } from './key-files.ts';
import type { VaultDatabases } from './open-databases.ts';

/** One thing that is wrong with a vault. Never text of a person. */
export interface Finding {
  /** Name of the file in the vault folder. */
  readonly file: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The two databases of a vault, by name. */
export const databaseNames = ['records', 'notes'] as const;
export type DatabaseName = (typeof databaseNames)[number];

/** Most errors of the structure that are counted. */
const maxErrors = 20;

const errorsOf = (sqlite: Sqlite.Database, what: string): number => {
  const said = sqlite.prepare(`PRAGMA integrity_check(${what})`).pluck().all();
  return said.length === 1 && said[0] === 'ok' ? 0 : said.length;
};

/** Errors that SQLite finds in the whole file at once, free pages too. */
export const structureErrors = (sqlite: Sqlite.Database): number => errorsOf(sqlite, String(maxErrors));

/** Errors that SQLite finds in tables and their indexes, a table at a time: it reads each of their pages. */
export function* errorsByTable(sqlite: Sqlite.Database): Turns<number> {
  let errors = 0;
  for (const table of tablesOf(sqlite)) {
    errors += errorsOf(sqlite, quoted(table));
    yield;
  }
  return errors;
}

/** Findings about references between rows, and about the audit chain; `entries` are those of its good part. */
export const checkLinks = (
  databases: VaultDatabases,
  name: DatabaseName,
): { readonly findings: readonly Finding[]; readonly entries: number } => {
  const file = vaultFiles[name];
  const findings: Finding[] = [];
  const orphans = databases[name].$client.prepare('PRAGMA foreign_key_check').all().length;
  if (orphans > 0) findings.push({ file, code: 'foreignKeysBroken', details: { count: orphans } });
  const { broken, entries } = verifyAudit(databases[name]);
  if (broken !== null) findings.push({ file, code: 'auditBroken', details: { ...broken } });
  return { findings, entries };
};

/** Findings about the structure of a database; none where there are no errors. */
export const ofStructure = (name: DatabaseName, errors: number): readonly Finding[] =>
  errors === 0 ? [] : [{ file: vaultFiles[name], code: 'integrityCheckFailed', details: { count: errors } }];

/** Findings about the rows of a database; none where they fit what is stored of them. */
export const ofRows = (name: DatabaseName, fit: boolean): readonly Finding[] =>
  fit ? [] : [{ file: vaultFiles[name], code: 'rowsDiffer' }];

/** Findings about a database that stands before what the other one has seen of it. */
export const ofAge = (name: DatabaseName, isOlder: boolean): readonly Finding[] =>
  isOlder ? [{ file: vaultFiles[name], code: 'databaseBehind' }] : [];

/** True for a finding of `ofRows` or `ofAge`. */
export const isOfRows = (code: string): boolean => code === 'rowsDiffer' || code === 'databaseBehind';

/** Checks the rows of a database that nobody writes to against its digest, and its age against the other one. */
export function* checkRows(databases: VaultDatabases, name: DatabaseName, key: Uint8Array): Turns<readonly Finding[]> {
  const { $client } = databases[name];
  const other = databases[name === 'records' ? 'notes' : 'records'].$client;
  const fit = yield* rowsFit($client, key);
  return [...ofRows(name, fit), ...ofAge(name, standsBefore($client, other))];
}
