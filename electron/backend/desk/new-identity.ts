import type { ReplacementReason } from '@shared/domain/identity/replacement.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { exchangeKeys } from '../backup/keys-under-way.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { beginEpoch } from '../exchange/ledger/epoch.ts';
import { areFormerKeysTold, settleReplacedKeys } from '../identity/own-keys.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import type { CallContext } from '../rpc/context.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { type IdentityProgress, identityStep, replaceIdentity } from '../vault/replace-identity.ts';
import { ownKeyOf, type Unlocked, unlockedOf } from '../vault/unlocked.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { VaultError } from '../vault/vault-deps.ts';

/**
 * Writes down what others are told of an identity that took the place of another: the list of what the former key
 * signed, and a new epoch, since each side counts for a key. Where nothing is missing nothing is written. In the
 * caller's transaction.
 */
export const settleIdentity = (unlocked: Unlocked, tx: RecordsWriter): void => {
  if (!settleReplacedKeys(unlocked, tx)) return;
  appendAudit(unlocked.work, tx, { kind: 'epochRenewed', subject: beginEpoch(unlocked.work.random, tx) });
};

/** The same in a transaction of its own; none is begun where nothing is missing, as on a full disk it would fail. */
export const settleIdentityNow = (unlocked: Unlocked): Result<null, AppError<StorageErrorCode>> =>
  areFormerKeysTold(unlocked, unlocked.work.records)
    ? ok(null)
    : transactRecords(unlocked.work.records, (tx) => {
        settleIdentity(unlocked, tx);
        return ok(null);
      });

/** True when the directory that this vault trusts is its own: its key is the root by which everybody knows it. */
export const isRoot = (vault: Pick<OpenVault, 'publicKey'>, tx: RecordsReader): boolean =>
  trustedDirectory(tx)?.rootKey === ownKeyOf({ vault });

type IdentityCode = 'identityIsRoot' | 'identityUnended' | 'rotationRunning' | 'rotationCancelled' | 'backupRunning';

/**
 * Gives the open vault of a call another identity (`replaceIdentity`) while nothing else is done on it. Fails as that
 * does, or with `identityIsRoot`: all members know the directory by this key, so another vault takes it over first;
 * `rotationRunning`, `rotationCancelled` (by the person), `backupRunning`; `identityUnended`: the new one is in force,
 * the list of what the former key signed could not be written, and the vault has locked: the next opening writes it.
 */
export const giveNewIdentity = async (
  { clock, random, desk, hold, session, vault }: CallContext,
  passphrase: string,
  reason: ReplacementReason,
): Promise<Result<null, VaultError | AppError<IdentityCode>>> => {
  const unlocked = unlockedOf({ vault, clock, random });
  if (isRoot(vault, vault.records)) return fail('identityIsRoot');
  const of = 'identity';
  return exchangeKeys(unlocked, { ...identityStep('preparing'), of }, ({ signal, onProgress }) =>
    // Nothing may be signed by a key that is being given up.
    hold(async (): Promise<Result<null, VaultError | AppError<IdentityCode>>> => {
      const tell = (progress: IdentityProgress) => onProgress({ ...progress, of });
      const replaced = await replaceIdentity(desk.deps, vault, { passphrase, reason, signal, onProgress: tell });
      if (!replaced.ok) return replaced;
      tell(identityStep('listing'));
      if (settleIdentityNow(unlocked).ok) return ok(null);
      // At once, before a call that waits begins: it could sign by the new key in an epoch of the former one.
      void session.lock('identityUnended');
      return fail('identityUnended');
    }),
  );
};
