import { join } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { ChooseTarget } from '../attachments/export-attachment.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import type { Unlocked } from '../vault/unlocked.ts';

/** What saving a file of this capability needs: the export, the system's dialog, the folder that it starts in. */
export interface IdentityExport extends ExportDeps {
  readonly chooseTarget: ChooseTarget;
  readonly folder: string;
}

export type SaveError = AppError<ExportErrorCode | StorageErrorCode>;

/**
 * Records that a file leaves, and saves it where the person says, under a name that tells nothing (`bilik-<8
 * hexadecimal digits>.<extension>`); complete or not at all. `bytes` is asked once a place is chosen.
 */
export const exportFile = async (
  { work }: Pick<Unlocked, 'work'>,
  deps: IdentityExport,
  file: {
    readonly extension: string;
    readonly bytes: () => Uint8Array | Promise<Uint8Array>;
    /** Writes what is about to happen, in one transaction. */
    readonly record: (tx: RecordsWriter) => void;
  },
): Promise<Result<{ saved: boolean }, SaveError>> => {
  const name = `bilik-${toHex(work.random.bytes(4))}.${file.extension}`;
  const target = await deps.chooseTarget(join(deps.folder, name), file.extension);
  if (target === null) return ok({ saved: false });
  const bytes = await file.bytes();
  const record = () =>
    transactRecords(work.records, (tx) => {
      file.record(tx);
      return ok(null);
    });
  const saved = await recordFirst(record, () => saveFile(deps, target, [bytes]));
  return saved.ok ? ok({ saved: true }) : saved;
};
