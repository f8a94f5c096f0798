import { createHash, type KeyObject } from 'node:crypto';
import { publicKeyOf, signEd25519, signingKeyOf } from '../crypto/ed25519.ts';
import { writeNote } from '../crypto/signed-note.ts';
import type { NotesDb, RecordsDb } from '../db/open-database.ts';
import { closeDatabases, type VaultDatabases } from './open-databases.ts';
import { type VaultKeys, wipeKeys } from './vault-keys.ts';

/** What a person may be told after an opening; nothing of it blocks. */
export type VaultNotice = 'keyFilesMended' | 'keyFilesNotMended';

/** An open vault. All of the backend that works on cases and notes gets it injected. */
export interface OpenVault {
  readonly dir: string;
  /** Identity of this vault, the same in every copy of it: 32 hexadecimal digits. */
  readonly instanceId: string;
  readonly records: RecordsDb;
  readonly notes: NotesDb;
  /** Ed25519 public key of the holder, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** First 16 hexadecimal digits of SHA-256 of the public key, in groups of four. */
  readonly keyFingerprint: string;
  /** Ed25519 signature of `bytes` under a domain (see `withDomain`). */
  readonly sign: (domain: string, bytes: Uint8Array) => Uint8Array;
  /** A C2SP signed note of `text` by this vault's key under the key name `name` (see `writeNote`). */
  readonly signNote: (name: string, text: string) => string;
  /** Every secret; for what needs more than `sign` (document key, receiving identities, change of passphrase). */
  readonly keys: VaultKeys;
  readonly notices: readonly VaultNotice[];
  /** Closes the databases and wipes the keys. The vault must not be used after. */
  readonly close: () => void;
}

/** Fingerprint of a public key as screens and papers show it. */
export const toKeyFingerprint = (publicKey: Uint8Array): string =>
  (createHash('sha256').update(publicKey).digest('hex').slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/** Puts an open vault together from its parts. */
export const createOpenVault = (parts: {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly databases: VaultDatabases;
  readonly notices: readonly VaultNotice[];
}): OpenVault => {
  const { dir, keys, databases, notices } = parts;
  const signingKey: KeyObject = signingKeyOf(keys.signingSeed);
  const publicKey = publicKeyOf(signingKey);
  return {
    dir,
    instanceId: keys.vaultId,
    records: databases.records,
    notes: databases.notes,
    publicKey,
    keyFingerprint: toKeyFingerprint(publicKey),
    sign: (domain, bytes) => signEd25519(signingKey, domain, bytes),
    signNote: (name, text) => writeNote(signingKey, name, text),
    keys,
    notices,
    close: () => {
      closeDatabases(databases);
      wipeKeys(keys);
    },
  };
};
