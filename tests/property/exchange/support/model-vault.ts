import { createHash, createPublicKey } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';
import { identityToRecipient } from 'age-encryption';
import { systemClock } from '../../../../electron/backend/crypto/clock.ts';
import { publicKeyOf, signingKeyOf } from '../../../../electron/backend/crypto/ed25519.ts';
import { systemRandom } from '../../../../electron/backend/crypto/random.ts';
import type { NotesDb } from '../../../../electron/backend/db/handles.ts';
import { openNotesDatabase, openRecordsDatabase } from '../../../../electron/backend/db/open-database.ts';
import { meta } from '../../../../electron/backend/db/shared-columns.ts';
import { documentKeyOf } from '../../../../electron/backend/formats/pdf/document-certificate.ts';
import { writeIdentity } from '../../../../electron/backend/vault/identity.ts';
import {
  closeDatabases,
  openDatabases,
  type VaultDatabases,
} from '../../../../electron/backend/vault/open-databases.ts';
import { createOpenVault, type OpenVault } from '../../../../electron/backend/vault/vault.ts';
import type { VaultDeps } from '../../../../electron/backend/vault/vault-deps.ts';
import { makeVaultKeys, type VaultKeys } from '../../../../electron/backend/vault/vault-keys.ts';
import { nodeAtomicFs } from '../../../../electron/backend/vault/write-atomically.ts';
import { institution } from '../../../fixtures/people/cast.ts';
import { writable } from '../../../fixtures/writable.ts';

// Vaults of the model: real encrypted databases without key files.

const records = 'records.db';

const vaultDeps: VaultDeps = {
  clock: systemClock,
  random: systemRandom,
  fs: nodeAtomicFs,
  database: {
    sqliteBinding: process.env.BILIK_SQLITE_BINDING || undefined,
    resourcesFolder: resolve(process.env.BILIK_MODEL_ROOT ?? process.cwd(), 'resources'),
  },
};

/** A folder for the vaults of a run. */
export const modelFolder = (): string => mkdtempSync(join(tmpdir(), 'bilik-model-'));

/** Removes such a folder. */
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What the directory says of a key. */
export interface CertifiedIdentity {
  /** Hexadecimal. */
  readonly key: string;
  readonly recipient: string;
  readonly vaultId: string;
  readonly documentKey: string;
}

/** A vault that nothing has happened in, closed. */
export interface BlankVault {
  readonly keys: VaultKeys;
  readonly identity: CertifiedIdentity;
  readonly folder: string;
  /** Its notes, opened when first asked for. */
  readonly notes: () => NotesDb;
}

const unwrap = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** Copies the records of a vault that nobody writes at this moment. */
export const copyRecords = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  copyFileSync(join(from, records), join(to, records));
};

/** Makes the vault of a person. */
export const makeBlank = async (folder: string, person: PersonInput, roles: readonly Role[]): Promise<BlankVault> => {
  const keys = await makeVaultKeys(systemRandom);
  mkdirSync(folder, { recursive: true });
  const databases = unwrap(openDatabases(vaultDeps, folder, keys, 'create'));
  for (const database of [databases.records, databases.notes])
    writable(database).insert(meta).values({ key: 'vaultId', value: keys.vaultId }).run();
  writeIdentity(vaultDeps, writable(databases.records), { person, roles, institution });
  closeDatabases(databases);
  const spki = createPublicKey(documentKeyOf(keys.documentKey)).export({ format: 'der', type: 'spki' });
  let notes: NotesDb | undefined;
  return {
    keys,
    folder,
    notes: () => {
      notes ??= unwrap(
        openNotesDatabase(vaultDeps.database, { file: join(folder, 'notes.db'), key: keys.notesKey, mode: 'open' }),
      );
      return notes;
    },
    identity: {
      key: toHex(publicKeyOf(signingKeyOf(keys.signingSeed))),
      recipient: await identityToRecipient(keys.receivingIdentities[0] ?? ''),
      vaultId: keys.vaultId,
      documentKey: createHash('sha256').update(spki).digest('hex'),
    },
  };
};

const withoutWaiting = ({ $client }: VaultDatabases['records']): void => {
  $client.pragma('synchronous = OFF');
  $client.pragma('journal_mode = MEMORY');
};

/**
 * Opens the records of a vault; its notes, which exchange never touches, are opened once for a person's many copies.
 */
export const openModelVault = (folder: string, { keys, notes }: BlankVault): OpenVault => {
  const file = join(folder, records);
  const database = unwrap(openRecordsDatabase(vaultDeps.database, { file, key: keys.recordsKey, mode: 'open' }));
  withoutWaiting(database);
  const databases = { records: database, notes: notes() };
  const copied = {
    ...keys,
    recordsKey: keys.recordsKey.slice(),
    notesKey: keys.notesKey.slice(),
    signingSeed: keys.signingSeed.slice(),
    documentKey: keys.documentKey.slice(),
    // Keys of version 0.3 know of no identity before.
    formerIdentities: keys.formerIdentities ?? [],
  };
  const open = createOpenVault({ dir: folder, keys: copied, databases, notices: [] });
  return { ...open, close: () => void database.$client.close() };
};

/** A clock that stands until it is set. */
export interface ModelClock extends Clock {
  set: (milliseconds: number) => void;
}

export const modelClock = (milliseconds: number): ModelClock => {
  let now = milliseconds;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
  };
};

/** Randomness that can be exchanged before each command. */
export interface ModelRandom extends Random {
  source: Random;
}

export const modelRandom = (source: Random): ModelRandom => ({
  source,
  bytes(length) {
    return this.source.bytes(length);
  },
});
