import { type BackupManifest, backupManifest, manifestSigner } from '@shared/domain/backup/manifest.ts';
import type { Signer } from '../../crypto/signer.ts';
import { isSignedJson, readSignedJson, writeSignedJson } from './signed-json.ts';

/** Text of a manifest, signed by the vault: a signed note whose text is JSON. */
export const writeManifest = (vault: Pick<Signer, 'signNote'>, manifest: BackupManifest): Uint8Array =>
  writeSignedJson(vault, manifestSigner, manifest);

/** What a manifest says, whoever signed it; undefined when it is none. Good to look at a backup before its keys. */
export const readManifest = (bytes: Uint8Array): BackupManifest | undefined => readSignedJson(bytes, backupManifest);

/** True when this key signed the manifest. */
export const isSignedManifest = (bytes: Uint8Array, publicKey: Uint8Array): boolean =>
  isSignedJson(bytes, manifestSigner, publicKey);
