import { signedFileExtensions } from '@shared/domain/identity/signed-file.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { exportFile, type IdentityExport, type SaveError } from './export-file.ts';
import { trustedDirectory } from './trusted-directory.ts';

/** Saves the trusted directory as it was published; any member may pass it on. `noDirectory` when there is none. */
export const exportDirectory = async (
  unlocked: Unlocked,
  deps: IdentityExport,
): Promise<Result<{ saved: boolean }, SaveError | AppError<'noDirectory'>>> => {
  const trusted = trustedDirectory(unlocked.work.records);
  if (trusted === null) return fail('noDirectory');
  const { file, directory } = trusted;
  return exportFile(unlocked, deps, {
    extension: signedFileExtensions.directory,
    bytes: () => file,
    record: (tx) => appendAudit(unlocked.work, tx, { kind: 'directoryExported', subject: directory.directoryId }),
  });
};
