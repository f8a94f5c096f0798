import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { type OpenedSignedFile, readSignedFile } from '../formats/identity/signed-file.ts';
import { areWordsOfKey } from '../formats/identity/words-of-key.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { writeRoot } from '../vault/directory-root.ts';
import { ownKeyOf, type Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { adoptCertifiedRoles } from './adopt-roles.ts';
import { insertDirectory } from './directory-rows.ts';
import { type DirectoryState, directoryState } from './directory-state.ts';
import { directoryOfRoot, judgeByAll, trustedDirectory } from './trusted-directory.ts';

type TrustRootError = 'directoryOlder' | 'directoryFork' | 'signedFileInvalid';
type TrustError = TrustRootError | 'signedFileOtherKind' | 'wordsDiffer';

/**
 * Trusts the root of a directory and takes it in, in the caller's transaction. A root known before may not come
 * with less than this vault has of it: `directoryOlder`, `directoryFork`.
 */
export const trustRoot = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  { payload, key: rootKey }: OpenedSignedFile<'directory'>,
  file: Uint8Array,
): Result<null, AppError<TrustRootError>> => {
  const { directoryId, serial } = payload;
  const at = toIsoInstant(work.clock.now());
  const before = directoryOfRoot(tx, rootKey);
  const judged = before === null ? null : judgeByAll(tx, before, file);
  if (judged !== null && !judged.ok) {
    const { code } = judged.error;
    return fail(code === 'directoryOlder' || code === 'directoryFork' ? code : 'signedFileInvalid');
  }
  if (judged === null || judged.value.newer) insertDirectory(tx, { rootKey, directoryId, serial, file, takenAt: at });
  writeRoot(tx, { rootKey, directoryId, trustedAt: at });
  appendAudit(work, tx, { kind: 'directoryTrusted', subject: directoryId });
  return ok(null);
};

/** The directory that is trusted now, for screens. Throws when there is none. */
export const trustedState = (unlocked: Unlocked, tx: RecordsReader): DirectoryState => {
  const trusted = trustedDirectory(tx);
  if (trusted === null) throw new Error('no directory is trusted');
  return directoryState(trusted, ownKeyOf(unlocked));
};

/**
 * Trusts the root of a directory file from now on, and no other, after its ten words were compared. Codes: those of
 * reading the file, `wordsDiffer`, `directoryOlder`, `directoryFork`.
 */
export const trustDirectory = (
  unlocked: Unlocked,
  { file, words }: { readonly file: Uint8Array; readonly words: readonly string[] },
): Result<DirectoryState, AppError<TrustError | StorageErrorCode>> => {
  const opened = readSignedFile('directory', file);
  if (!opened.ok) return opened;
  if (!areWordsOfKey(words, opened.value.key)) return fail('wordsDiffer');
  return transactRecords(unlocked.work.records, (tx): Result<DirectoryState, AppError<TrustError>> => {
    const trusted = trustRoot(unlocked.work, tx, opened.value, file);
    if (!trusted.ok) return trusted;
    adoptCertifiedRoles(unlocked, tx);
    return ok(trustedState(unlocked, tx));
  });
};
