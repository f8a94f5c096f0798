import { readFile, stat } from 'node:fs/promises';
import { maxSignedFileBytes } from '@shared/domain/identity/signed-file.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { isOwnDatabase } from '../attachments/is-own-database.ts';
import type { FileTokens } from '../rpc/file-tokens.ts';

/**
 * Bytes of a signed file that the person chose in a dialog or dropped. Codes: `unknownToken`; `fileUnreadable`, also
 * for a database of a vault in `openDirs`, which must not be opened; `signedFileInvalid` for one that is too large.
 */
export const readTokenFile = async (
  files: FileTokens,
  token: string,
  openDirs: readonly string[],
): Promise<Result<Uint8Array, AppError<'unknownToken' | 'fileUnreadable' | 'signedFileInvalid'>>> => {
  const held = files.bytes(token);
  if (held !== undefined) return ok(held);
  const path = files.resolve('file', token);
  if (path === undefined) return fail('unknownToken');
  try {
    if (openDirs.some((dir) => isOwnDatabase(dir, path))) return fail('fileUnreadable');
    const facts = await stat(path);
    if (!facts.isFile()) return fail('fileUnreadable');
    if (facts.size > maxSignedFileBytes) return fail('signedFileInvalid');
    return ok(new Uint8Array(await readFile(path)));
  } catch {
    return fail('fileUnreadable');
  }
};
