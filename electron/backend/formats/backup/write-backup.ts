import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type BackedUpFile, type BackupManifest, manifestName } from '@shared/domain/backup/manifest.ts';
import { piecesOf } from '../../files/pieces-of.ts';
import { ustarEnd, ustarHeader, ustarPadding } from '../package/ustar.ts';

export interface BackupParts {
  /** Folder with the files to be held, which nobody changes meanwhile. */
  readonly folder: string;
  /** Those files, in the order of what the backup holds. */
  readonly names: readonly BackedUpFile[];
  /** Makes the manifest of these files. */
  readonly manifest: (files: BackupManifest['files']) => Uint8Array;
  /** Told how many bytes of the files are through. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * The bytes of a backup: a tar file (our subset of ustar) with files of a vault as they lie there, and its manifest
 * last. Throws errors of file calls, RangeError for a file of 8 GiB and more.
 */
export async function* backupChunks({ folder, names, manifest, onBytes }: BackupParts): AsyncGenerator<Uint8Array> {
  const files: BackupManifest['files'] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { size } = statSync(path);
    const hash = createHash('sha256');
    yield ustarHeader(name, size);
    for await (const chunk of piecesOf(path)) {
      hash.update(chunk);
      yield chunk;
      onBytes(chunk.length);
    }
    yield ustarPadding(size);
    files.push({ name, size, sha256: hash.digest('hex') });
  }
  const last = manifest(files);
  yield ustarHeader(manifestName, last.length);
  yield last;
  yield ustarPadding(last.length);
  yield ustarEnd();
}
