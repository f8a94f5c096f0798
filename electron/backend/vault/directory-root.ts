import { signedParts } from '@shared/domain/identity/signed-file.ts';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readMeta, writeMeta } from '../db/meta-json.ts';

const rootSchema = z.strictObject({
  /** Key whose directories and profiles are taken, hexadecimal. */
  rootKey: signedParts.hex32,
  directoryId: signedParts.id,
  /** When the ten words were compared. */
  trustedAt: z.string(),
});
export type DirectoryRoot = z.infer<typeof rootSchema>;

/** The root that is trusted; undefined when none is. */
export const readRoot = (tx: RecordsReader): DirectoryRoot | undefined => readMeta(tx, 'directoryRoot', rootSchema);

/** Trusts this root from now on, and no other. */
export const writeRoot = (tx: RecordsWriter, root: DirectoryRoot): void => writeMeta(tx, 'directoryRoot', root);
