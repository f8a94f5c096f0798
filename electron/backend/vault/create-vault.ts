import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { RecordsWriter } from '../db/handles.ts';
import { meta } from '../db/shared-columns.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { writeIdentity } from './identity.ts';
import { toKeyFileSet, writeKeyFileRecord } from './key-file-record.ts';
import { sealKeyFile, sealRecoveryFile, vaultFiles } from './key-files.ts';
import { closeDatabases, openDatabases, type VaultDatabases } from './open-databases.ts';
import { checkPassphraseStrength } from './passphrase-strength.ts';
import { createOpenVault, type OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { makeVaultKeys, type VaultKeys, wipeKeys } from './vault-keys.ts';
import { moveIntoPlace, toFileError, writeAtomically } from './write-atomically.ts';

export interface NewVault {
  /** Folder that the vault becomes; its parent exists, it itself does not or is empty. */
  readonly dir: string;
  readonly passphrase: string;
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  readonly institution: string;
  /** What else is written into records.db in the same transaction. */
  readonly fill?: ((tx: RecordsWriter) => void) | undefined;
}

/** A vault just made, and the secret of its recovery sheet (`AGE-SECRET-KEY-1…`), which is kept nowhere. */
export interface MadeVault {
  readonly vault: OpenVault;
  readonly recoveryIdentity: string;
}

interface Sealed {
  readonly recipient: string;
  readonly keyFile: Uint8Array;
  readonly recoveryFile: Uint8Array;
}

const sealAll = async (keys: VaultKeys, passphrase: string, recoveryIdentity: string): Promise<Sealed> => {
  const recipient = await identityToRecipient(recoveryIdentity);
  const keyFile = await sealKeyFile(keys, passphrase);
  return { recipient, keyFile, recoveryFile: await sealRecoveryFile(keys, recipient) };
};

const fillDatabases = (
  deps: VaultDeps,
  { records, notes }: VaultDatabases,
  keys: VaultKeys,
  sealed: Sealed,
  input: NewVault,
): Result<null, VaultError> => {
  const created = { kind: 'vaultCreated', subject: keys.vaultId } as const;
  const filled = transactRecords(records, (tx) => {
    tx.insert(meta).values({ key: 'vaultId', value: keys.vaultId }).run();
    const current = toKeyFileSet(keys.generation, sealed.keyFile, sealed.recoveryFile);
    writeKeyFileRecord(tx, { current, pending: [], recoveryRecipient: sealed.recipient });
    writeIdentity(deps, tx, input);
    appendAudit(deps, tx, created);
    input.fill?.(tx);
    return ok(null);
  });
  if (!filled.ok) return filled;
  return transactNotes(notes, (tx) => {
    tx.insert(meta).values({ key: 'vaultId', value: keys.vaultId }).run();
    appendAudit(deps, tx, created);
    return ok(null);
  });
};

const writeContents = async (
  deps: VaultDeps,
  dir: string,
  keys: VaultKeys,
  sealed: Sealed,
  input: NewVault,
): Promise<Result<null, VaultError>> => {
  const databases = openDatabases(deps, dir, keys, 'create');
  if (!databases.ok) return databases;
  const filled = fillDatabases(deps, databases.value, keys, sealed, input);
  closeDatabases(databases.value);
  if (!filled.ok) return filled;
  const files = [
    [vaultFiles.key, sealed.keyFile],
    [vaultFiles.keyCopy, sealed.keyFile],
    [vaultFiles.recovery, sealed.recoveryFile],
  ] as const;
  for (const [name, bytes] of files) {
    const written = await writeAtomically(deps.fs, join(dir, name), bytes);
    if (!written.ok) return written;
  }
  return ok(null);
};

const targetProblem = (dir: string): VaultError | undefined => {
  try {
    if (!existsSync(dirname(dir))) return { code: 'folderMissing' };
    const taken = statSync(dir, { throwIfNoEntry: false });
    if (taken !== undefined && (!taken.isDirectory() || readdirSync(dir).length > 0)) return { code: 'folderNotEmpty' };
    return undefined;
  } catch (thrown) {
    // A file where the parent folder was.
    return toFileError(thrown);
  }
};

/** Makes everything in `building`, then moves it to its place in one step. */
const build = async (
  deps: VaultDeps,
  building: string,
  input: NewVault,
  keys: VaultKeys,
  sealed: Sealed,
): Promise<Result<null, VaultError>> => {
  try {
    await mkdir(building, { mode: 0o700 });
    const written = await writeContents(deps, building, keys, sealed, input);
    if (!written.ok) return written;
    if (existsSync(input.dir)) await rmdir(input.dir);
    await moveIntoPlace(deps.fs, building, input.dir);
    return ok(null);
  } catch (thrown) {
    return err(toFileError(thrown));
  }
};

/**
 * Makes a vault and opens it. It is built in a hidden folder beside its place and moved there when complete:
 * whatever happens meanwhile, `dir` holds a whole vault or none. Fails with `weakPassphrase`,
 * `folderMissing`, `folderNotEmpty`, `folderReadOnly`, `diskFull` or `storageFailed`.
 */
export const createVault = async (deps: VaultDeps, input: NewVault): Promise<Result<MadeVault, VaultError>> => {
  const problem = targetProblem(input.dir);
  if (problem !== undefined) return err(problem);
  const strong = await checkPassphraseStrength(input.passphrase, [input.person.name, input.institution]);
  if (!strong.ok) return strong;
  const keys = await makeVaultKeys(deps.random);
  const recoveryIdentity = await generateX25519Identity();
  const sealed = await sealAll(keys, input.passphrase, recoveryIdentity);
  const building = join(dirname(input.dir), `.${basename(input.dir)}-${toHex(deps.random.bytes(8))}.new`);
  const built = await build(deps, building, input, keys, sealed);
  await deps.fs.rm(building, { recursive: true, force: true }).catch(() => undefined);
  const databases = built.ok ? openDatabases(deps, input.dir, keys, 'open') : built;
  if (!databases.ok) {
    wipeKeys(keys);
    return fail(databases.error.code, databases.error.details);
  }
  const vault = createOpenVault({ dir: input.dir, keys, databases: databases.value, notices: [] });
  return ok({ vault, recoveryIdentity });
};
