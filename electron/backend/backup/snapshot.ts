import { toHex } from '@shared/kernel/bytes.ts';
import { quoted, tablesOf } from '../db/tables.ts';
import { chainHead } from '../trail/audit-chain.ts';
import type { DatabaseName } from '../vault/check-database.ts';
import type { VaultDatabases } from '../vault/open-databases.ts';

/** What copies of the two databases must hold: rows of each table, length and head of the audit chain; as texts. */
export type Snapshot = Readonly<Record<DatabaseName, string>>;

/** What a copy of one database must hold. */
export const factsOf = (database: VaultDatabases[DatabaseName]): string => {
  const { $client } = database;
  const counts = tablesOf($client).map((table) => [
    table,
    $client
      .prepare(`SELECT count(*) FROM ${quoted(table)}`)
      .pluck()
      .get(),
  ]);
  const { entries, head } = chainHead(database);
  return JSON.stringify({ counts, entries, head: toHex(head) });
};

/** What a copy of both must hold. */
export const snapshotOf = ({ records, notes }: VaultDatabases): Snapshot => ({
  records: factsOf(records),
  notes: factsOf(notes),
});
