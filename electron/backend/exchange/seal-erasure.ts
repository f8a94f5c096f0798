import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import type { ExportErrorCode } from '../export/save-file.ts';
import { erasuresDue } from '../retention/requests.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { standingOf } from './ledger/standing.ts';
import { type Load, ofNoCase } from './send/package-contents.ts';
import { type PackageOutput, type Sealed, writeLoad } from './send/seal.ts';

type SealErasureError =
  | 'noDirectory'
  | 'notCertified'
  | 'unknownEntry'
  | 'nothingToSend'
  | ExportErrorCode
  | StorageErrorCode;

/**
 * Seals what is to be said to somebody about erasures: files that were erased here, and what became of those that this
 * person asked about. All that has no receipt yet. `nothingToSend` where there is none.
 */
export const sealErasure = async (
  unlocked: Unlocked,
  output: PackageOutput,
  { entryId }: { readonly entryId: string },
): Promise<Result<Sealed, AppError<SealErasureError>>> => {
  const standing = standingOf(unlocked);
  if (!standing.ok) return standing;
  if (!standing.value.directory.directory.entries.some((entry) => entry.entryId === entryId))
    return fail('unknownEntry');
  const due = erasuresDue(unlocked.work).find(({ entry }) => entry.entryId === entryId);
  if (due === undefined) return fail('nothingToSend');
  const load: Load = {
    kind: 'erasure',
    receiver: due.entry,
    ...ofNoCase,
    erasure: { asks: due.asks, answers: due.answers },
  };
  return writeLoad(unlocked, standing.value, output, load, null);
};
