import { z } from 'zod';
import { hash, id, instant, natural } from '../fields.ts';

/** Files of a vault in a backup, in their order: keys first, so that a passphrase is tried before the rest is read. */
export const backedUpFiles = ['key.age', 'key-copy.age', 'recovery.age', 'records.db', 'notes.db'] as const;
export type BackedUpFile = (typeof backedUpFiles)[number];

/** Last entry of a backup: what it holds, signed by the key of its vault. */
export const manifestName = 'manifest.txt';
/** Name under which the key of a vault signs the manifests of its backups. */
export const manifestSigner = 'bilik-backup';
/** How names of backups end. */
export const backupExtension = 'cadangan';

/** What a backup says of itself (docs/formats.md, "10. A backup"). */
export const backupManifest = z.strictObject({
  format: z.literal('bilik/backup/v1'),
  vaultId: id,
  /** When its files were copied. */
  madeAt: instant,
  files: z
    .array(z.strictObject({ name: z.enum(backedUpFiles), size: natural, sha256: hash }))
    .length(backedUpFiles.length),
});
export type BackupManifest = z.infer<typeof backupManifest>;
