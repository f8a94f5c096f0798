import { fail, ok } from '@shared/kernel/result.ts';
import { discardUnfinished } from '../attachments/discard-unfinished.ts';
import { readBackupState } from '../backup/backup-state.ts';
import { backupDepsOf } from '../backup/call-deps.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { notesMissingSince } from '../backup/missing-notes.ts';
import { deleteOlderBackups } from '../backup/older-backups.ts';
import { rotateKeys } from '../backup/rotate-keys.ts';
import type { CallContext } from '../rpc/context.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { nodeAtomicFs } from '../vault/write-atomically.ts';
import { eraseDraftsLeft } from './erase-file.ts';
import { writeErasedLists } from './erased-list.ts';
import { eraseHeldLeft } from './held-guidance.ts';

/**
 * What follows an erasure: other keys, so that blocks which the disk has given up cannot be read any more; a verified
 * backup under them; and the end of every older one that is there. Each step only after the one before: cut off
 * anywhere, it is done again from the beginning.
 */
export const renewBackups = async (context: CallContext, passphrase: string) => {
  const unlocked = unlockedOf(context);
  const ended = eraseDraftsLeft(unlocked.work);
  if (!ended.ok) return ended;
  await eraseHeldLeft(unlocked);
  // What a record named once and names no more, as the evidence that was changed: until the next opening it lies here.
  const { notes } = unlocked.vault;
  discardUnfinished(unlocked.work, { draftsMissing: notesMissingSince(notes) !== null, stores: ['records'] });
  // Other keys take minutes in a large vault: not before it is known where the backup goes.
  if (readBackupState(unlocked.work.records).place === null) return fail('backupNoPlace');
  const rotated = await rotateKeys(context, context.vault, passphrase);
  if (!rotated.ok) return rotated;
  const made = await makeBackup(unlocked, backupDepsOf(context, context.vault));
  if (!made.ok) return made;
  await writeErasedLists(unlocked, nodeAtomicFs);
  return ok(await deleteOlderBackups(unlocked));
};
