import { join } from 'node:path';
import type { Clock } from '@shared/kernel/ports.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { digestOf } from '../db/digest/digest.ts';
import { digestRow, writeRow } from '../db/digest/digest-row.ts';
import { type DatabaseDeps, openNotesDatabase } from '../db/open-database.ts';
import { meta } from '../db/shared-columns.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { vaultFiles } from '../vault/key-files.ts';
import type { OpenVault } from '../vault/vault.ts';
import { keepErasedNotes } from './erased-notes.ts';
import { noteNotesMissing } from './missing-notes.ts';
import { factsOf } from './snapshot.ts';

export interface StandIn {
  /** Folder that has no notes.db. */
  readonly folder: string;
  readonly vault: Pick<OpenVault, 'instanceId' | 'keys'>;
  /** Moment of the backup that leaves the notes out. */
  readonly at: string;
  /** Commits of the notes.db for which it stands. */
  readonly commits: number;
  /** What it says of erased notes: out of an older backup they do not come back into this one either. */
  readonly erased: readonly string[];
}

/**
 * Makes an empty notes.db, under the key of that of a vault, that says that private notes are missing; answers what it
 * holds. It counts on from the one for which it stands: it is no older one in its place. Fails with `diskFull` or
 * `storageFailed`.
 */
export const makeStandIn = (
  deps: { readonly database: DatabaseDeps; readonly clock: Clock },
  { folder, vault, at, commits, erased }: StandIn,
): Result<string, AppError<StorageErrorCode>> => {
  const file = join(folder, vaultFiles.notes);
  const opened = openNotesDatabase(deps.database, { file, key: vault.keys.notesKey, mode: 'create' });
  if (!opened.ok) return fail(opened.error.code === 'diskFull' ? 'diskFull' : 'storageFailed');
  const notes = opened.value;
  try {
    const filled = transactNotes(notes, (tx) => {
      tx.insert(meta).values({ key: 'vaultId', value: vault.instanceId }).run();
      noteNotesMissing(tx, at);
      keepErasedNotes(tx, erased);
      appendAudit(deps, tx, { kind: 'notesLeftOut', subject: '' });
      return ok(null);
    });
    if (!filled.ok) return filled;
    const digest = digestOf(notes.$client)?.stored();
    if (digest === undefined) throw new Error('a database without a digest');
    writeRow(notes.$client, digestRow, { ...digest, commits: commits + 1 });
    return ok(factsOf(notes));
  } finally {
    notes.$client.close();
  }
};
