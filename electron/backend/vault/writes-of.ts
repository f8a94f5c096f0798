import type { VaultDatabases } from './open-databases.ts';

const changesOf = ({ $client }: VaultDatabases['records'] | VaultDatabases['notes']): unknown =>
  $client.prepare('SELECT total_changes()').pluck().get();

/** A value that is another after anything was written by this connection. */
export const writesOf = ({ records, notes }: VaultDatabases): string =>
  JSON.stringify([changesOf(records), changesOf(notes)]);
