import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { haveOwnPlaces } from '@shared/domain/guidance/places.ts';
import { learnersOf } from '@shared/domain/guidance/record.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { isFreeFile } from '../attachments/free-file.ts';
import { randomId } from '../crypto/random.ts';
import { recordsErasedAt } from '../db/erased-files.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findRecord } from '../guidance/record-rows.ts';
import { soundRecord } from '../guidance/record-state.ts';
import { findListedPerson, findPerson, toPerson } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  findLearningRecord,
  insertLearningRecord,
  peopleOfGuidance,
  updateLearningRecord,
  withdrawLearningRecord,
} from './record-rows.ts';
import { countingNow, recountPerson } from './recount.ts';

interface Saving {
  readonly personId: string;
  readonly recordId: string | null;
  readonly revision: number;
  readonly record: LearningRecordInput;
  readonly guidanceHash: string | null;
}

type SaveError =
  | 'unknownPerson'
  | 'unknownLearningRecord'
  | 'learningRecordChanged'
  | 'learningRecordWithdrawn'
  | 'unknownAttachment'
  | 'learningYearErased'
  | GuidanceFault;
type SaveResult = Result<{ recordId: string }, AppError<SaveError>>;

type GuidanceFault =
  | 'unknownRecord'
  | 'recordDamaged'
  | 'recordIncomplete'
  | 'guidanceNotOfPerson'
  | 'guidanceCountedAlready';

/**
 * Why a record of guidance may not be entered as this learning of this person; null: it may. It must be signed by all
 * whom it asks, the learning itself (not what was written before it or about it), of that kind, with the person among
 * those who learned. One place among those counts for one entry of the register.
 */
const guidanceFault = (
  tx: RecordsReader,
  { personId, record }: Saving,
  person: PersonInput,
  hash: string,
): GuidanceFault | null => {
  const row = findRecord(tx, hash);
  if (row === undefined) return 'unknownRecord';
  const sound = soundRecord(row);
  if (sound === undefined) return 'recordDamaged';
  const { content } = sound.record;
  const tookPart = learnersOf(sound.record).some((learner) => samePerson(learner, person));
  if (!tookPart || content.kind !== record.kind) return 'guidanceNotOfPerson';
  if (!sound.complete) return 'recordIncomplete';
  const counted = peopleOfGuidance(tx, hash);
  if (counted.includes(personId)) return 'guidanceCountedAlready';
  const people = counted.flatMap((id) => findPerson(tx, id) ?? []).map(toPerson);
  return haveOwnPlaces(learnersOf(sound.record), [...people, person]) ? null : 'guidanceCountedAlready';
};

const add = (work: Workspace, tx: RecordsWriter, saving: Saving, person: PersonInput): SaveResult => {
  const { personId, record, guidanceHash } = saving;
  const fault = guidanceHash === null ? null : guidanceFault(tx, saving, person, guidanceHash);
  if (fault !== null) return fail(fault);
  const id = randomId(work.random);
  const origin = guidanceHash === null ? 'typed' : 'guidance';
  insertLearningRecord(tx, { id, personId, record, origin, guidanceHash, at: toIsoInstant(work.clock.now()) });
  appendAudit(work, tx, { kind: 'learningAdded', subject: id });
  return ok({ recordId: id });
};

const change = (work: Workspace, tx: RecordsWriter, id: string, { personId, revision, record }: Saving): SaveResult => {
  const present = findLearningRecord(tx, id);
  if (present === undefined || present.personId !== personId) return fail('unknownLearningRecord');
  if (present.withdrawn !== null) return fail('learningRecordWithdrawn');
  if (present.revision !== revision) return fail('learningRecordChanged');
  updateLearningRecord(tx, id, record, revision + 1, toIsoInstant(work.clock.now()));
  appendAudit(work, tx, { kind: 'learningChanged', subject: id });
  return ok({ recordId: id });
};

/**
 * Adds a learning record (`recordId` null) or changes one, and counts the person's records anew. A record of guidance
 * can be entered once for each who learned by it; evidence is files of the vault that belong to no case. Who
 * enters is not asked (law: learningEntry).
 */
export const saveLearningRecord = (
  work: Workspace,
  saving: Saving,
): SaveResult | Result<never, AppError<StorageErrorCode>> =>
  transactRecords(work.records, (tx): SaveResult => {
    const person = findListedPerson(tx, saving.personId);
    if (person === undefined) return fail('unknownPerson');
    // Nothing of a year that was erased is taken in again.
    const year = saving.record.to.slice(0, 4);
    if (recordsErasedAt(tx, 'learning', year) !== null) return fail('learningYearErased', { year });
    if (!saving.record.evidence.every((id) => isFreeFile(tx, id))) return fail('unknownAttachment');
    const saved =
      saving.recordId === null ? add(work, tx, saving, toPerson(person)) : change(work, tx, saving.recordId, saving);
    if (saved.ok) recountPerson(tx, saving.personId, countingNow(work, tx));
    return saved;
  });

/** Takes a record back: it stays with its reason, and counts no more. */
export const withdrawRecord = (
  work: Workspace,
  { recordId, reason }: { readonly recordId: string; readonly reason: string },
): Result<Record<string, never>, AppError<'unknownLearningRecord' | 'learningRecordWithdrawn' | StorageErrorCode>> =>
  transactRecords(
    work.records,
    (tx): Result<Record<string, never>, AppError<'unknownLearningRecord' | 'learningRecordWithdrawn'>> => {
      const present = findLearningRecord(tx, recordId);
      if (present === undefined) return fail('unknownLearningRecord');
      if (present.withdrawn !== null) return fail('learningRecordWithdrawn');
      withdrawLearningRecord(tx, recordId, reason, toIsoInstant(work.clock.now()));
      appendAudit(work, tx, { kind: 'learningWithdrawn', subject: recordId });
      recountPerson(tx, present.personId, countingNow(work, tx));
      return ok({});
    },
  );
