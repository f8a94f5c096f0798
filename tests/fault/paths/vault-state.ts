import type Sqlite from 'better-sqlite3';
import { storedDigest } from '../../../electron/backend/db/digest/digest.ts';
import { countRows } from '../../../electron/backend/db/digest/recount.ts';
import { sumToHex } from '../../../electron/backend/db/digest/row-digest.ts';
import { inOneGo } from '../../../electron/backend/db/turns.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';

/** What a database says that it holds: the sum of its rows, by its key. `-`: it says nothing, being made just now. */
export const storedSum = (sqlite: Sqlite.Database): string => {
  try {
    return storedDigest(sqlite)?.sum ?? '-';
  } catch {
    return '-';
  }
};

/** The newest entry of a database's trail, whatever its key. */
const headOf = (sqlite: Sqlite.Database): string =>
  (sqlite.prepare('SELECT lower(hex(hash)) FROM audit ORDER BY seq DESC LIMIT 1').pluck().get() as string) ?? 'none';

/** What an open vault holds. */
export interface VaultState {
  /** Its folder. */
  readonly dir: string;
  /** Sums of the rows as they are counted in its own process, committed or not. */
  readonly sums: Readonly<Record<'records' | 'notes', string>>;
  readonly heads: Readonly<Record<'records' | 'notes', string>>;
}

type Open = Pick<OpenVault, 'dir' | 'records' | 'notes' | 'keys'>;

/** The state of an open vault; null while locked. */
export const stateOf = (vault: Open | undefined): VaultState | null => {
  if (vault === undefined) return null;
  const { dir, keys } = vault;
  const [records, notes] = [vault.records.$client, vault.notes.$client];
  const counted = (sqlite: Sqlite.Database, key: Uint8Array): string => sumToHex(inOneGo(countRows(sqlite, key)));
  return {
    dir,
    sums: { records: counted(records, keys.recordsKey), notes: counted(notes, keys.notesKey) },
    heads: { records: headOf(records), notes: headOf(notes) },
  };
};
