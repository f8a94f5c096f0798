import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beginsAsAge } from '../crypto/age.ts';
import { isHeldElsewhere } from '../db/is-held-elsewhere.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import { type FolderWarning, folderWarnings } from './folder-warnings.ts';
import { readKeyFiles, vaultFiles } from './key-files.ts';
import { missingVault } from './open-vault.ts';

export type FolderState = 'ok' | 'missing' | 'notAVault' | 'damaged' | 'openElsewhere' | 'readOnly';

const looksSealed = (bytes: Uint8Array | undefined): boolean => bytes !== undefined && beginsAsAge(bytes);

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const isWholeFile = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

/** What can be told of a vault folder without its passphrase. Changes nothing. */
export const inspectFolder = async (
  database: DatabaseDeps,
  dir: string,
): Promise<{ readonly state: FolderState; readonly warnings: readonly FolderWarning[] }> => {
  const warnings = folderWarnings(dir);
  const missing = missingVault(dir);
  if (missing !== undefined) return { state: missing.code === 'notAVault' ? 'notAVault' : 'missing', warnings };
  const databases = [join(dir, vaultFiles.records), join(dir, vaultFiles.notes)];
  const { key, keyCopy } = await readKeyFiles(dir);
  if (!(looksSealed(key) || looksSealed(keyCopy)) || !databases.every(isWholeFile))
    return { state: 'damaged', warnings };
  if (databases.some((file) => isHeldElsewhere(database, file))) return { state: 'openElsewhere', warnings };
  return { state: [dir, ...databases].every(isWritable) ? 'ok' : 'readOnly', warnings };
};
