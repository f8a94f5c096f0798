import type { ProgrammeElement, ProgrammeSetting } from '@shared/domain/programme/elements.ts';
import { endsBeforeItBegins } from '@shared/domain/programme/state.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { isFreeFile } from '../attachments/free-file.ts';
import { canonicalJson } from '../crypto/canonical-json.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSetting, insertSetting } from './setting-rows.ts';

type SaveError = 'programmeChanged' | 'programmeEndsFirst' | 'unknownAttachment' | StorageErrorCode;
type SaveResult = Result<{ revision: number }, AppError<SaveError>>;

interface Saving {
  readonly element: ProgrammeElement;
  readonly revision: number;
  readonly setting: ProgrammeSetting;
}

const isSame = (a: ProgrammeSetting, b: ProgrammeSetting): boolean =>
  Buffer.from(canonicalJson(a)).equals(canonicalJson(b));

/**
 * Writes the next setting of an element; earlier ones stay. `programmeChanged` when it was saved elsewhere meanwhile,
 * `programmeEndsFirst` when it would end before it begins, `unknownAttachment` for a file that is not here or of a
 * case.
 */
export const saveElement = (work: Workspace, { element, revision, setting }: Saving): SaveResult => {
  if (endsBeforeItBegins(setting)) return fail('programmeEndsFirst');
  return transactRecords(work.records, (tx): SaveResult => {
    const present = findSetting(tx, element);
    if ((present?.revision ?? 0) !== revision) return fail('programmeChanged');
    if (present !== undefined && isSame(present.setting, setting)) return ok({ revision });
    if (!setting.attachmentIds.every((id) => isFreeFile(tx, id))) return fail('unknownAttachment');
    const next = revision + 1;
    const at = toIsoInstant(work.clock.now());
    insertSetting(tx, { id: randomId(work.random), element, revision: next, setting, at });
    appendAudit(work, tx, { kind: 'programmeElementSet', subject: element });
    return ok({ revision: next });
  });
};
