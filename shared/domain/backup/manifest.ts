import { z } from 'zod';
import { hash, id, instant, natural } from '../fields.ts';

/** Key files of a vault: first in each backup, so that a passphrase is tried before the rest is read. */
export const backedUpKeys = ['key.age', 'key-copy.age', 'recovery.age'] as const;
/** Files of a vault in a backup, in their order. */
export const backedUpFiles = [...backedUpKeys, 'records.db', 'notes.db'] as const;
export type BackedUpFile = (typeof backedUpFiles)[number];

/**
 * What a backup holds: `all` of the vault; `records`, where an empty notes.db stands for that of the private notes,
 * which go elsewhere or were left out; `notes`, which are taken back into a vault that is there.
 */
export const backupParts = ['all', 'records', 'notes'] as const;
export type BackupPart = (typeof backupParts)[number];

/** Parts, of which programs before v2 of the manifest know nothing. */
const someParts = backupParts.filter((part) => part !== 'all');

/** Files of a backup by what it holds, in their order. */
export const filesOfPart: Readonly<Record<BackupPart, readonly BackedUpFile[]>> = {
  all: backedUpFiles,
  records: backedUpFiles,
  notes: [...backedUpKeys, 'notes.db'],
};

/** Last entry of a backup: what it holds, signed by the key of its vault. */
export const manifestName = 'manifest.txt';
/** Name under which the key of a vault signs the manifests of its backups. */
export const manifestSigner = 'bilik-backup';
/** How names of backups end. */
export const backupExtension = 'cadangan';

const said = {
  vaultId: id,
  /** When its files were copied. */
  madeAt: instant,
  files: z.array(z.strictObject({ name: z.enum(backedUpFiles), size: natural, sha256: hash })),
};

/**
 * What a backup says of itself (docs/formats.md, "10. A backup"). v2 alone holds a part: a program that would make a
 * vault of it without saying what is missing refuses the file.
 */
export const backupManifest = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('bilik/backup/v1'), ...said }),
  z.strictObject({ format: z.literal('bilik/backup/v2'), holds: z.enum(someParts), ...said }),
]);
export type BackupManifest = z.infer<typeof backupManifest>;

/** What a backup holds, as its manifest says. */
export const partOf = (manifest: BackupManifest): BackupPart =>
  manifest.format === 'bilik/backup/v1' ? 'all' : manifest.holds;

/** True when the files that a manifest names are those of what it says that it holds. */
export const namesItsFiles = (manifest: BackupManifest): boolean =>
  JSON.stringify(manifest.files.map(({ name }) => name)) === JSON.stringify(filesOfPart[partOf(manifest)]);
