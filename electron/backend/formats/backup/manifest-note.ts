import { type BackupManifest, backupManifest, manifestSigner } from '@shared/domain/backup/manifest.ts';
import { openNote } from '../../crypto/signed-note.ts';
import type { Signer } from '../../crypto/signer.ts';

/** Text of a manifest, signed by the vault: a signed note whose text is JSON. */
export const writeManifest = (vault: Pick<Signer, 'signNote'>, manifest: BackupManifest): Uint8Array =>
  new TextEncoder().encode(vault.signNote(manifestSigner, `${JSON.stringify(manifest, null, 2)}\n`));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a manifest says, whoever signed it; undefined when it is none. Good to look at a backup before its keys. */
export const readManifest = (bytes: Uint8Array): BackupManifest | undefined => {
  const text = new TextDecoder().decode(bytes);
  const parsed = backupManifest.safeParse(parse(text.slice(0, text.lastIndexOf('\n\n') + 1)));
  return parsed.success ? parsed.data : undefined;
};

/** True when this key signed the manifest. */
export const isSignedManifest = (bytes: Uint8Array, publicKey: Uint8Array): boolean =>
  openNote(new TextDecoder().decode(bytes), manifestSigner, publicKey).ok;
