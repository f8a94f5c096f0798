import { join } from 'node:path';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { anchorEachOther, noteOlder } from '../db/digest/anchors.ts';
import type { NotesDb, NotesReader, RecordsDb, RecordsReader } from '../db/handles.ts';
import { type OpenMode, openNotesDatabase, openRecordsDatabase } from '../db/open-database.ts';
import { meta } from '../db/shared-columns.ts';
import { catchOpening, type OpenErrorCode } from '../db/storage-error.ts';
import { vaultFiles } from './key-files.ts';
import type { VaultDeps } from './vault-deps.ts';
import type { VaultKeys } from './vault-keys.ts';

/** Both databases of a vault, open. */
export interface VaultDatabases {
  readonly records: RecordsDb;
  readonly notes: NotesDb;
}

/** Closes both databases; their locks go. */
export const closeDatabases = ({ records, notes }: VaultDatabases): void => {
  notes.$client.close();
  records.$client.close();
};

const belongsTo = (tx: RecordsReader | NotesReader, vaultId: string): Result<null, AppError<OpenErrorCode>> => {
  const row = catchOpening(() => tx.select().from(meta).where(eq(meta.key, 'vaultId')).get());
  if (!row.ok) return row;
  return row.value?.value === vaultId ? ok(null) : fail('databaseForeign');
};

/** A full disk keeps nobody out of the vault: what was found is found again at the next opening. */
const noteOlderOnes = ({ records, notes }: VaultDatabases): void => {
  catchOpening(() => {
    noteOlder(records.$client, notes.$client);
    noteOlder(notes.$client, records.$client);
  });
};

/** Tells each database what the other one stands at; what could not be written is told with the next call. */
export const anchorDatabases = ({ records, notes }: VaultDatabases): void => {
  if (records.$client.open) catchOpening(() => anchorEachOther(records.$client, notes.$client));
};

/** Opens both databases of a vault with its keys. Fails with an OpenErrorCode and its `file`; none stays open. */
export const openDatabases = (
  deps: Pick<VaultDeps, 'database'>,
  dir: string,
  keys: VaultKeys,
  mode: OpenMode,
): Result<VaultDatabases, AppError<OpenErrorCode>> => {
  const inFile = (file: string, error: AppError<OpenErrorCode>) => fail(error.code, { ...error.details, file });
  const recordsFile = join(dir, vaultFiles.records);
  const records = openRecordsDatabase(deps.database, { file: recordsFile, key: keys.recordsKey, mode });
  if (!records.ok) return inFile(vaultFiles.records, records.error);
  const notesFile = join(dir, vaultFiles.notes);
  const notes = openNotesDatabase(deps.database, { file: notesFile, key: keys.notesKey, mode });
  if (!notes.ok) {
    records.value.$client.close();
    return inFile(vaultFiles.notes, notes.error);
  }
  const databases = { records: records.value, notes: notes.value };
  if (mode === 'create') return ok(databases);
  for (const name of ['records', 'notes'] as const) {
    const ours = belongsTo(databases[name], keys.vaultId);
    if (ours.ok) continue;
    closeDatabases(databases);
    return inFile(vaultFiles[name], ours.error);
  }
  if (mode === 'open') noteOlderOnes(databases);
  return ok(databases);
};
