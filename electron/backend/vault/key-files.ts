import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sealToRecipient, sealWithPassphrase } from '../crypto/age.ts';
import { encodeKeys, type VaultKeys } from './vault-keys.ts';

/** Names of the files in a vault folder. */
export const vaultFiles = {
  records: 'records.db',
  notes: 'notes.db',
  key: 'key.age',
  keyCopy: 'key-copy.age',
  recovery: 'recovery.age',
} as const;

/** More than any key file of this app holds; what is longer is not read into memory. */
const maxLength = 64 * 1024;

const readOrUndefined = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    const bytes = await readFile(path);
    return bytes.length > maxLength ? undefined : bytes;
  } catch {
    return undefined;
  }
};

/** Bytes of the three key files as they lie there; undefined for what cannot be read. */
export interface KeyFiles {
  readonly key: Uint8Array | undefined;
  readonly keyCopy: Uint8Array | undefined;
  readonly recovery: Uint8Array | undefined;
}

/** Reads the three key files of a vault folder. */
export const readKeyFiles = async (dir: string): Promise<KeyFiles> => ({
  key: await readOrUndefined(join(dir, vaultFiles.key)),
  keyCopy: await readOrUndefined(join(dir, vaultFiles.keyCopy)),
  recovery: await readOrUndefined(join(dir, vaultFiles.recovery)),
});

/** Seals keys under a passphrase: the bytes of key.age. Takes about a second of a pool thread. */
export const sealKeyFile = async (keys: VaultKeys, passphrase: string): Promise<Uint8Array> => {
  const content = encodeKeys(keys);
  const sealed = await sealWithPassphrase(content, passphrase);
  content.fill(0);
  return sealed;
};

/** Seals keys to the recovery recipient: the bytes of recovery.age. */
export const sealRecoveryFile = async (keys: VaultKeys, recipient: string): Promise<Uint8Array> => {
  const content = encodeKeys(keys);
  const sealed = await sealToRecipient(content, recipient);
  content.fill(0);
  return sealed;
};
