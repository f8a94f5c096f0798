import { toHex } from '@shared/kernel/bytes.ts';
import { quoted, tablesOf } from '../db/tables.ts';
import { chainHead } from '../trail/audit-chain.ts';
import type { VaultDatabases } from '../vault/open-databases.ts';

/** One of the two databases, open. */
type AnyDatabase = VaultDatabases['records'] | VaultDatabases['notes'];

const factsOf = (database: AnyDatabase): string => {
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

/** What a copy of two databases must hold: rows of each table, length and head of each audit chain; as one text. */
export const snapshotOf = ({ records, notes }: VaultDatabases): string =>
  JSON.stringify([factsOf(records), factsOf(notes)]);
