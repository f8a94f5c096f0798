import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupExtension, manifestSigner } from '@shared/domain/backup/manifest.ts';
import { signerIdsOf } from '../crypto/signed-note.ts';
import { manifestAtEnd } from '../formats/backup/last-entry.ts';
import { readManifest } from '../formats/backup/manifest-note.ts';
import type { ReadBackup } from '../formats/backup/read-backup.ts';

const signersOf = (note: Uint8Array): readonly string[] => signerIdsOf(new TextDecoder().decode(note), manifestSigner);

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/**
 * The moment of the newest backup beside one that is of the same vault, newer, and signed by another key: the vault has
 * another identity since, and this one would bring the former back. Null: there is none. No signature is checked, since
 * no key is known yet: it is said, and keeps nobody from anything.
 */
export const newerByOtherKey = (path: string, { manifest, note }: ReadBackup): string | null => {
  const own = signersOf(note);
  const folder = dirname(path);
  const prefix = `bilik-${manifest.vaultId.slice(0, 8)}-`;
  const newer = namesIn(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith(`.${backupExtension}`))
    .flatMap((name) => {
      const bytes = manifestAtEnd(join(folder, name));
      const other = bytes && readManifest(bytes);
      if (bytes === undefined || other === undefined || other.vaultId !== manifest.vaultId) return [];
      return other.madeAt > manifest.madeAt && !signersOf(bytes).some((id) => own.includes(id)) ? [other.madeAt] : [];
    });
  return newer.sort().at(-1) ?? null;
};
