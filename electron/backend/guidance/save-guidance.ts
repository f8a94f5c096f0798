import type { GuidanceFile } from '@shared/domain/guidance/working-file.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findGuidance, insertGuidance, updateGuidance } from './guidance-rows.ts';

type SaveError = 'unknownGuidance' | 'guidanceChanged' | 'guidanceKindFixed' | 'guidanceNotOwn';
type SaveResult = Result<{ guidanceId: string; revision: number }, AppError<SaveError>>;

interface Saving {
  readonly guidanceId: string | null;
  readonly revision: number;
  readonly file: GuidanceFile;
}

const begin = (work: Workspace, tx: RecordsWriter, file: GuidanceFile): SaveResult => {
  const id = randomId(work.random);
  insertGuidance(tx, { id, kind: file.kind, file, at: toIsoInstant(work.clock.now()) });
  appendAudit(work, tx, { kind: 'guidanceOpened', subject: id });
  return ok({ guidanceId: id, revision: 1 });
};

const change = (work: Workspace, tx: RecordsWriter, id: string, { revision, file }: Saving): SaveResult => {
  const present = findGuidance(tx, id);
  if (present === undefined) return fail('unknownGuidance');
  if (present.file === null) return fail('guidanceNotOwn');
  if (present.kind !== file.kind) return fail('guidanceKindFixed');
  if (present.revision !== revision) return fail('guidanceChanged');
  updateGuidance(tx, id, file, revision + 1, toIsoInstant(work.clock.now()));
  appendAudit(work, tx, { kind: 'guidanceChanged', subject: id });
  return ok({ guidanceId: id, revision: revision + 1 });
};

/**
 * Writes working papers: new ones (`guidanceId` null), or the next revision of those that the person had before her.
 * `guidanceChanged` when they were saved elsewhere meanwhile; `guidanceNotOwn` where only records came from others.
 */
export const saveGuidance = (work: Workspace, saving: Saving): SaveResult | Result<never, AppError<StorageErrorCode>> =>
  transactRecords(
    work.records,
    (tx): SaveResult =>
      saving.guidanceId === null ? begin(work, tx, saving.file) : change(work, tx, saving.guidanceId, saving),
  );
