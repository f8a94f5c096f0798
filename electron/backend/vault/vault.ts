import type { KeyObject } from 'node:crypto';
import { toHex } from '@shared/kernel/bytes.ts';
import { publicKeyOf, signEd25519, signingKeyOf } from '../crypto/ed25519.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { writeNote } from '../crypto/signed-note.ts';
import type { Signer } from '../crypto/signer.ts';
import type { NotesDb, RecordsDb } from '../db/handles.ts';
import { anchorDatabases, closeDatabases, type VaultDatabases } from './open-databases.ts';
import { type IdentityKeys, type VaultKeys, wipeKeys } from './vault-keys.ts';

/** What a person may be told after an opening; nothing of it blocks. */
export type VaultNotice = 'keyFilesMended' | 'keyFilesNotMended';

/** An open vault. All of the backend that works on cases and notes gets it injected. */
export interface OpenVault extends Signer {
  readonly dir: string;
  readonly records: RecordsDb;
  readonly notes: NotesDb;
  /** Security code of the public key (see `keyFingerprint`). */
  readonly keyFingerprint: string;
  /** Public keys that this vault signed by before, hexadecimal, newest first. */
  readonly formerKeys: readonly string[];
  /** Signs as one of its keys, the present one or a former one; undefined for a key that is none of them. */
  readonly signAs: (key: string) => Pick<Signer, 'sign'> | undefined;
  /** As `signNote`, by all of its keys: backups of itself from before know it by a former one. */
  readonly signNoteByAll: Signer['signNote'];
  /** Takes another identity in the place of the one it has; `identity` is the vault's from now on. */
  readonly takeIdentity: (identity: IdentityKeys) => void;
  /** Every secret; for what needs more than `sign` (document key, receiving identities, change of passphrase). */
  readonly keys: VaultKeys;
  readonly notices: readonly VaultNotice[];
  /** Tells each database what the other one stands at: an older one in its place is known by that. */
  readonly anchor: () => void;
  /** Closes the databases and wipes the keys. The vault must not be used after. */
  readonly close: () => void;
}

/** A signing key, ready to sign. */
const signerOf = (seed: Uint8Array) => {
  const signingKey: KeyObject = signingKeyOf(seed);
  const publicKey = publicKeyOf(signingKey);
  const sign: Signer['sign'] = (domain, bytes) => signEd25519(signingKey, domain, bytes);
  return { signingKey, publicKey, sign, key: toHex(publicKey), keyFingerprint: keyFingerprint(publicKey) };
};

/** Signs notes as a vault with these keys does. */
export const noteSignerOf = ({ signingSeed }: VaultKeys): Pick<Signer, 'signNote'> => {
  const { signingKey } = signerOf(signingSeed);
  return { signNote: (name, text) => writeNote(signingKey, name, text) };
};

/** Puts an open vault together from its parts. */
export const createOpenVault = (parts: {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly databases: VaultDatabases;
  readonly notices: readonly VaultNotice[];
}): OpenVault => {
  const { dir, keys, databases, notices } = parts;
  const signers = () => [keys, ...keys.formerIdentities].map(({ signingSeed }) => signerOf(signingSeed));
  let [present = signerOf(keys.signingSeed), ...former] = signers();
  return {
    dir,
    instanceId: keys.vaultId,
    records: databases.records,
    notes: databases.notes,
    get publicKey() {
      return present.publicKey;
    },
    get keyFingerprint() {
      return present.keyFingerprint;
    },
    get formerKeys() {
      return former.map(({ key }) => key);
    },
    sign: (domain, bytes) => present.sign(domain, bytes),
    signAs: (key) => [present, ...former].find((signer) => signer.key === key),
    signNote: (name, text) => writeNote(present.signingKey, name, text),
    signNoteByAll: (name, text) =>
      writeNote(
        present.signingKey,
        name,
        text,
        former.map(({ signingKey }) => signingKey),
      ),
    takeIdentity: (identity) => {
      const { signingSeed, documentKey } = keys;
      Object.assign(keys, identity);
      for (const secret of [signingSeed, documentKey]) secret.fill(0);
      [present = present, ...former] = signers();
    },
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
