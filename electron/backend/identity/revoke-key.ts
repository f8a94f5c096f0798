import { isWorseReason, type RevocationReason } from '@shared/domain/identity/directory.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { nowOf, ownKeyOf, type Unlocked } from '../vault/unlocked.ts';
import type { DirectoryState } from './directory-state.ts';
import { directoryToPublish, publishNext, withEntry } from './publish-directory.ts';

export interface Revocation {
  readonly entryId: string;
  /** Ed25519 public key, hexadecimal. */
  readonly key: string;
  readonly reason: RevocationReason;
}

type RevokeError = 'notPublisher' | 'clockDoubted' | 'unknownEntry' | 'keyAlreadyRevoked' | 'ownKey';

/**
 * Revokes a member's key: what it signs from now on no longer counts. A key that was revoked before keeps its time, and
 * takes a reason that is worse. Codes: `notPublisher`, `clockDoubted`; `unknownEntry` (no such entry, or the key is not
 * one of its); `keyAlreadyRevoked` (and the reason is not worse); `ownKey` (the root cannot revoke itself).
 */
export const revokeKey = (
  unlocked: Unlocked,
  { entryId, key, reason }: Revocation,
): Result<DirectoryState, AppError<RevokeError | StorageErrorCode>> =>
  transactRecords(unlocked.work.records, (tx): Result<DirectoryState, AppError<RevokeError>> => {
    const current = directoryToPublish(unlocked, tx);
    if (!current.ok) return current;
    const { entries } = current.value.directory;
    const entry = entries.find((candidate) => candidate.entryId === entryId);
    const found = entry?.keys.find((candidate) => candidate.key === key);
    if (entry === undefined || found === undefined) return fail('unknownEntry');
    if (key === ownKeyOf(unlocked)) return fail('ownKey');
    if (found.revoked !== null && !isWorseReason(reason, found.revoked.reason)) return fail('keyAlreadyRevoked');
    const revoked = { ...found, revoked: { at: nowOf(unlocked), ...found.revoked, reason } };
    const keys = entry.keys.map((candidate) => (candidate.key === key ? revoked : candidate));
    const next = withEntry(entries, { ...entry, keys });
    return ok(publishNext(unlocked, tx, current.value, next, { kind: 'keyRevoked', subject: key }));
  });
