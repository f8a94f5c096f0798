import type { RoleSpan } from '@shared/domain/identity/directory.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { DirectoryState } from './directory-state.ts';
import { directoryToPublish, isFull, publishNext, withEntry } from './publish-directory.ts';

type SetRolesError = 'notPublisher' | 'clockDoubted' | 'unknownEntry' | 'directoryFull';

/**
 * Replaces the roles of a member, each with its time; a role that ended stays with its last day, so that earlier
 * acts stay good. Codes: `notPublisher`, `clockDoubted`, `unknownEntry`, `directoryFull`.
 */
export const setRoles = (
  unlocked: Unlocked,
  { entryId, roles }: { readonly entryId: string; readonly roles: readonly RoleSpan[] },
): Result<DirectoryState, AppError<SetRolesError | StorageErrorCode>> =>
  transactRecords(unlocked.work.records, (tx): Result<DirectoryState, AppError<SetRolesError>> => {
    const current = directoryToPublish(unlocked, tx);
    if (!current.ok) return current;
    const { entries } = current.value.directory;
    const entry = entries.find((candidate) => candidate.entryId === entryId);
    if (entry === undefined) return fail('unknownEntry');
    const next = withEntry(entries, { ...entry, roles: [...roles] });
    if (roles.length > entry.roles.length && isFull(current.value, next)) return fail('directoryFull');
    return ok(publishNext(unlocked, tx, current.value, next, { kind: 'memberRolesSet', subject: entryId }));
  });
