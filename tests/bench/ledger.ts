import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type LedgerQuery, ledger } from '../../electron/backend/competence/ledger.ts';
import { publishTable } from '../../electron/backend/competence/publish-table.ts';
import { insertLearningRecord } from '../../electron/backend/competence/record-rows.ts';
import { countingNow, recountPerson } from '../../electron/backend/competence/recount.ts';
import { systemClock } from '../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../electron/backend/crypto/random.ts';
import { transactRecords } from '../../electron/backend/db/transact.ts';
import { insertPerson } from '../../electron/backend/persons/person-rows.ts';
import { createVault } from '../../electron/backend/vault/create-vault.ts';
import { openVault } from '../../electron/backend/vault/open-vault.ts';
import type { OpenVault } from '../../electron/backend/vault/vault.ts';
import { type Workspace, workspaceOf } from '../../electron/backend/workspace/workspace.ts';
import { ok } from '../../shared/kernel/result.ts';
import { conversion, idOf, learningInput } from '../fixtures/learning.ts';
import { employee, institution, personnelOfficer } from '../fixtures/people/cast.ts';
import { vaultDeps } from './prepare.ts';
import { type Figure, figure, percentile } from './statistics.ts';

const people = 10_000;
const years = [2022, 2023, 2024, 2025, 2026] as const;
const recordsInYear = 3;
const rounds = 120;
const warmUp = 10;
const passphrase = 'kopi tubruk lereng Merbabu 17';

/** Everyone with three records in each year, counted as the app counts. */
const fill = (work: Workspace): void => {
  const table = publishTable(work, conversion());
  if (!table.ok) throw new Error(table.error.code);
  let id = 1;
  const stored = transactRecords(work.records, (tx) => {
    const counting = countingNow(work, tx);
    for (let index = 0; index < people; index++) {
      const personId = idOf(index + 1_000_000);
      const at = '2026-01-01T00:00:00.000Z';
      const status = index % 10 === 0 ? ('pppk' as const) : ('pns' as const);
      const person = { ...employee, name: `Peraga ${(index * 7919) % people}`, nip: '', unit: `Unit ${index % 60}` };
      insertPerson(tx, personId, { ...person, employmentStatus: status }, at);
      for (const year of years) {
        for (let count = 0; count < recordsInYear; count++) {
          const day = `${year}-0${count + 1}-15`;
          const record = learningInput({
            title: `Kegiatan ${count}`,
            from: day,
            to: day,
            amount: 100 * ((index + count) % 12) + 100,
          });
          insertLearningRecord(tx, { id: idOf(id++), personId, record, origin: 'csv', guidanceHash: null, at });
        }
      }
      recountPerson(tx, personId, counting);
    }
    return ok(null);
  });
  if (!stored.ok) throw new Error(stored.error.code);
};

const all: LedgerQuery = {
  year: 2026,
  search: '',
  unit: null,
  employmentStatus: null,
  belowTarget: false,
  sort: 'name',
  offset: 0,
  limit: 200,
};

/** How the ledger is asked as somebody opens it and filters. */
const queries: Readonly<Record<string, LedgerQuery>> = {
  open: all,
  formerYear: { ...all, year: 2022 },
  unit: { ...all, unit: 'Unit 7' },
  belowTarget: { ...all, belowTarget: true, sort: 'jp' },
  search: { ...all, search: 'peraga 12' },
  scrolled: { ...all, offset: 9800 },
};

/** The same rows in a plain database, and the same question in the words in which the app puts it. */
const plainly = (vault: OpenVault, folder: string, tables: readonly string[]) => {
  const plain = new Database(join(folder, 'plain-ledger.db'), {
    ...(vaultDeps.database.sqliteBinding ? { nativeBinding: vaultDeps.database.sqliteBinding } : {}),
  });
  const source = vault.records.$client;
  for (const name of tables) {
    const made = source
      .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name = ? AND type <> 'trigger'")
      .pluck()
      .all(name) as string[];
    for (const statement of made) plain.exec(statement.replace(/ REFERENCES \w+ \(\w+\)/g, ''));
    const rows = source.prepare(`SELECT * FROM ${name}`).raw().all() as unknown[][];
    if (rows.length === 0) continue;
    const marks = (rows[0] ?? []).map(() => '?').join(', ');
    const insert = plain.prepare(`INSERT INTO ${name} VALUES (${marks})`);
    plain.transaction(() => {
      for (const row of rows) insert.run(...row);
    })();
  }
  plain.exec('ANALYZE');
  return plain;
};

/** Statements that one question to the ledger makes, with their parameters. */
const statementsOf = (vault: OpenVault, work: Workspace, query: LedgerQuery) => {
  const seen: { sql: string; values: unknown[] }[] = [];
  const client = vault.records.$client;
  const prepare = client.prepare.bind(client);
  client.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const noting = (method: 'all' | 'get') => {
      const run = statement[method].bind(statement) as (...values: unknown[]) => unknown;
      statement[method] = ((...values: unknown[]) => {
        seen.push({ sql, values });
        return run(...values);
      }) as never;
    };
    noting('all');
    noting('get');
    return statement;
  }) as never;
  try {
    ledger(work, query);
  } finally {
    client.prepare = prepare as never;
  }
  return seen;
};

/** The tables that statements read. */
const tablesIn = ({ records }: OpenVault, statements: readonly { readonly sql: string }[]): string[] => {
  const names = records.$client
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  return names.filter((name) => statements.some(({ sql }) => new RegExp(`\\b${name}\\b`).test(sql)));
};

const timed = (run: () => unknown): number => {
  const started = performance.now();
  run();
  return performance.now() - started;
};

/** Opening and filtering the ledger of 10,000 employees × 5 years in the backend, p95 in ms, against plain SQLite. */
export const measureLedger = async (folder: string): Promise<Figure[]> => {
  const dir = join(folder, 'Ledger');
  const created = await createVault(vaultDeps, {
    dir,
    passphrase,
    person: personnelOfficer,
    roles: ['personnelOfficer'],
    institution,
  });
  if (!created.ok) throw new Error(created.error.code);
  fill(workspaceOf({ vault: created.value.vault, clock: systemClock, random: systemRandom }));
  created.value.vault.close();
  const opened = await openVault(vaultDeps, { dir, passphrase });
  if (!opened.ok) throw new Error(opened.error.code);
  const vault = opened.value;
  const work = workspaceOf({ vault, clock: systemClock, random: systemRandom });
  const said = Object.entries(queries).map(([name, query]) => ({
    name,
    query,
    made: statementsOf(vault, work, query),
  }));
  const plain = plainly(
    vault,
    folder,
    tablesIn(
      vault,
      said.flatMap(({ made }) => made),
    ),
  );
  try {
    const asked = said.map(({ name, query, made }) => {
      const statements = made.map(({ sql, values }) => ({
        run: plain.prepare(sql),
        values,
      }));
      return { name, query, statements, own: [] as number[], bare: [] as number[] };
    });
    // All questions in turn in each round, so that what else the machine does falls on all of them.
    for (let round = -warmUp; round < rounds; round += 1) {
      for (const { query, statements, own, bare } of asked) {
        const a = timed(() => ledger(work, query));
        const b = timed(() => statements.map(({ run, values }) => run.all(...values)));
        if (round < 0) continue;
        own.push(a);
        bare.push(b);
      }
    }
    return asked.map(({ name, own, bare }) =>
      figure(`ledger10000x5.${name}P95`, 'ms', percentile(own, 0.95), percentile(bare, 0.95), 1.5),
    );
  } finally {
    plain.close();
    vault.close();
  }
};
