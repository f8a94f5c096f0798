import { mkdir } from 'node:fs/promises';
import { err, ok } from '@shared/kernel/result.ts';
import type { CallContext } from '../rpc/context.ts';
import { toFileError } from '../vault/write-atomically.ts';

/** Folder in which a vault's own is made: the one chosen, or the person's documents; undefined: unknown token. */
export const parentFolder = async ({ files, start }: CallContext, token: string | null) => {
  if (token !== null) return ok(files.resolve('folder', token));
  try {
    await mkdir(start.documentsFolder, { recursive: true });
    return ok(start.documentsFolder);
  } catch (thrown) {
    return err(toFileError(thrown));
  }
};
