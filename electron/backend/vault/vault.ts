import type { KeyObject } from 'node:crypto';
import { publicKeyOf, signEd25519, signingKeyOf } from '../crypto/ed25519.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { writeNote } from '../crypto/signed-note.ts';
import type { Signer } from '../crypto/signer.ts';
import type { NotesDb, RecordsDb } from '../db/handles.ts';
import { anchorDatabases, closeDatabases, type VaultDatabases } from './open-databases.ts';
import { type VaultKeys, wipeKeys } from './vault-keys.ts';

/** What a person may be told after an opening; nothing of it blocks. */
export type VaultNotice = 'keyFilesMended' | 'keyFilesNotMended';

/** An open vault. All of the backend that works on cases and notes gets it injected. */
export interface OpenVault extends Signer {
  readonly dir: string;
  readonly records: RecordsDb;
  readonly notes: NotesDb;
  /** Security code of the public key (see `keyFingerprint`). */
  readonly keyFingerprint: string;
  /** Every secret; for what needs more than `sign` (document key, receiving identities, change of passphrase). */
  readonly keys: VaultKeys;
  readonly notices: readonly VaultNotice[];
  /** Tells each database what the other one stands at: an older one in its place is known by that. */
  readonly anchor: () => void;
  /** Closes the databases and wipes the keys. The vault must not be used after. */
  readonly close: () => void;
}

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
    keyFingerprint: keyFingerprint(publicKey),
    sign: (domain, bytes) => signEd25519(signingKey, domain, bytes),
    signNote: (name, text) => writeNote(signingKey, name, text),
    keys,
    notices,
    anchor: () => anchorDatabases(databases),
    close: () => {
      anchorDatabases(databases);
      closeDatabases(databases);
      wipeKeys(keys);
    },
  };
};
