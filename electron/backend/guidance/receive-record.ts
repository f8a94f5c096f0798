import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { recordsErasedAt } from '../db/erased-files.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { ReadRecordFile } from '../formats/record/record-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileBeside } from './file-of-record.ts';
import { findGuidance, insertGuidance } from './guidance-rows.ts';
import { headOf } from './record-head.ts';
import { findRecord, insertRecord, insertSignature } from './record-rows.ts';

/**
 * The file that a record which came belongs to: the one that it names or, where that is of another kind or another
 * leader, or was erased while the one beside it stayed, one beside it. So nobody's record is kept out, and what is
 * written in a file goes to nobody else.
 */
const fileFor = (tx: RecordsReader, record: GuidanceRecord): string => {
  const file = findGuidance(tx, record.guidanceId);
  if (file === undefined) {
    const beside = fileBeside(record);
    const isBeside =
      recordsErasedAt(tx, 'guidance', record.guidanceId) !== null && findGuidance(tx, beside) !== undefined;
    return isBeside ? beside : record.guidanceId;
  }
  const leader = headOf(tx, file)?.leader;
  const fits = file.kind === record.guidance && (leader === undefined || samePerson(leader, record.leader));
  return fits ? record.guidanceId : fileBeside(record);
};

/** When the guidance that a record belongs to was erased here; null: it was not. Nothing of it is taken in again. */
export const guidanceErasedAt = (tx: RecordsReader, record: GuidanceRecord): string | null =>
  recordsErasedAt(tx, 'guidance', fileFor(tx, record));

/**
 * Takes in a record that was judged, in the caller's transaction: with a file of its own where none is here, and with
 * the signatures that are new. The signature that a party gave first stands. Gives the id of the file here.
 */
export const storeReceivedRecord = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  { hash, bytes, record, signatures }: ReadRecordFile,
): string => {
  const at = toIsoInstant(work.clock.now());
  const known = findRecord(tx, hash);
  const guidanceId = known?.guidanceId ?? fileFor(tx, record);
  if (findGuidance(tx, guidanceId) === undefined) {
    insertGuidance(tx, { id: guidanceId, kind: record.guidance, file: null, at });
  }
  if (known === undefined) {
    const { kind } = record.content;
    insertRecord(tx, { hash, guidanceId, kind, bytes, origin: 'received', createdAt: at });
  }
  for (const signature of signatures) insertSignature(tx, hash, signature);
  appendAudit(work, tx, { kind: 'guidanceReceived', subject: hash });
  return guidanceId;
};
