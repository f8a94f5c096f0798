import {
  type Directory,
  type DirectoryEntry,
  directoryFormat,
  directoryLimits,
  withoutFuture,
} from '@shared/domain/identity/directory.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { writeSignedFile } from '../formats/identity/signed-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { trustedClock } from '../trail/clock-doubt.ts';
import { nowOf, ownKeyOf, type Unlocked } from '../vault/unlocked.ts';
import { adoptCertifiedRoles } from './adopt-roles.ts';
import { insertDirectory } from './directory-rows.ts';
import { type DirectoryState, directoryState } from './directory-state.ts';
import { hashOfFile, type TrustedDirectory, trustedDirectory } from './trusted-directory.ts';

/** What a publisher did, for the audit trail. */
type Change =
  | { readonly kind: 'directoryFounded'; readonly subject: string }
  | { readonly kind: 'memberCertified'; readonly subject: string }
  | { readonly kind: 'memberRolesSet'; readonly subject: string }
  | { readonly kind: 'keyRevoked'; readonly subject: string };

/** The directory that this vault publishes; `notPublisher` when it trusts none or somebody else's. */
export const publishedDirectory = (
  unlocked: Pick<Unlocked, 'vault'>,
  tx: RecordsReader,
): Result<TrustedDirectory, AppError<'notPublisher'>> => {
  const current = trustedDirectory(tx);
  return current !== null && current.rootKey === ownKeyOf(unlocked) ? ok(current) : fail('notPublisher');
};

/** The same to publish the next serial of; `clockDoubted`: what a wrong clock dates stays with its members for good. */
export const directoryToPublish = (
  unlocked: Unlocked,
  tx: RecordsReader,
): Result<TrustedDirectory, AppError<'notPublisher' | 'clockDoubted'>> => {
  const published = publishedDirectory(unlocked, tx);
  if (!published.ok) return published;
  const clock = trustedClock(unlocked.work, tx);
  return clock.ok ? published : clock;
};

/** Signs a directory with the key of this vault and keeps it, in the caller's transaction. */
export const signDirectory = (
  unlocked: Unlocked,
  tx: RecordsWriter,
  directory: Directory,
  change: Change,
): DirectoryState => {
  const file = writeSignedFile('directory', directory, unlocked.vault);
  const rootKey = ownKeyOf(unlocked);
  const takenAt = nowOf(unlocked);
  const { directoryId, serial } = directory;
  insertDirectory(tx, { rootKey, directoryId, serial, file, takenAt });
  appendAudit(unlocked.work, tx, change);
  adoptCertifiedRoles(unlocked, tx);
  return directoryState({ directory, rootKey, file, takenAt }, rootKey);
};

/**
 * Publishes the next serial with these entries, in the caller's transaction. What a wrong clock dated into the future
 * before counts from now on.
 */
export const publishNext = (
  unlocked: Unlocked,
  tx: RecordsWriter,
  { directory, file }: TrustedDirectory,
  entries: readonly DirectoryEntry[],
  change: Change,
): DirectoryState => {
  const issuedAt = nowOf(unlocked);
  const sound = entries.map((entry) => withoutFuture(entry, issuedAt));
  const next: Directory = {
    ...directory,
    format: directoryFormat(sound),
    serial: directory.serial + 1,
    issuedAt,
    previous: hashOfFile(file),
    entries: sound,
  };
  return signDirectory(unlocked, tx, next, change);
};

/** True when there is no room for more in a directory, whose file is measured as it is now. */
export const isFull = ({ file }: TrustedDirectory, entries: readonly DirectoryEntry[]): boolean =>
  file.length > directoryLimits.bytes ||
  entries.length > directoryLimits.entries ||
  entries.some(({ keys }) => keys.length > directoryLimits.keys);

/** The entries with one of them changed. */
export const withEntry = (entries: readonly DirectoryEntry[], changed: DirectoryEntry): DirectoryEntry[] =>
  entries.map((entry) => (entry.entryId === changed.entryId ? changed : entry));
