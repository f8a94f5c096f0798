import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { transactNotes } from '../../../electron/backend/db/transact.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, openForTest, passphrase, unwrap } from '../../fixtures/made-vault.ts';
import { restoreInto } from '../../fixtures/restore.ts';
import { type Seen, watched } from './watched.ts';

/** Backups with and without private notes, set, made, and taken back; what has notes of before is erased. */
export const backupsWatched = async (seen: Seen): Promise<void> => {
  const vault = await openForTest(await copyOfVault());
  const unwatched = callsOn(vault);
  const calls = watched(unwatched, seen);
  const folder = temporaryFolder();
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', folder) });
  await unwatched.get('notes.save', { noteId: null, caseId: null, title: 'x', content: '{}', attachmentIds: [] });
  await unwatched.get('drafts.save', { kind: 'invitation', caseId: null, subjectKey: '', content: '{}' });
  await calls.get('backup.make', {});
  const whole = join(folder, readdirSync(folder)[0] ?? '');
  await calls.get('backup.setSpace', { megabytes: 500 });
  await calls.get('backup.setNotes', { choice: 'declined' });
  const leftOut = { key: 'notesLeftOut', value: toLocalDay(Date.now()) };
  unwrap(transactNotes(vault.notes, (tx) => ok(tx.insert(meta).values(leftOut).run())));
  await calls.get('backup.settleMissingNotes', {});
  const bare = temporaryFolder();
  await unwatched.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', bare) });
  await unwatched.get('backup.make', {});
  const secret = { kind: 'passphrase', passphrase } as const;
  const { vault: restored } = unwrap(await restoreInto(join(bare, readdirSync(bare)[0] ?? ''), secret));
  const again = callsOn(restored);
  again.host.passphrase = passphrase;
  await watched(again, seen).get('backup.takeNotes', { fileToken: again.context.files.issue('file', whole) });
  restored.close();
  // A backup has what is erased of the notes.
  for (const { noteId } of await unwatched.get('notes.list', {})) await calls.get('notes.erase', { noteId });
  await calls.get('backup.setNotes', { choice: 'together' });
  await unwatched.get('backup.make', {});
  await calls.get('notes.eraseAll', {});
  await calls.get('backup.decline', {});
};
