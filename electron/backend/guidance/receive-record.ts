import { toIsoInstant } from '@shared/kernel/date.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { ReadRecordFile } from '../formats/record/record-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileOfRecord } from './file-of-record.ts';
import { findGuidance, insertGuidance } from './guidance-rows.ts';
import { findRecord, insertRecord, insertSignature } from './record-rows.ts';

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
  const guidanceId = fileOfRecord(tx, record);
  if (findGuidance(tx, guidanceId) === undefined) {
    insertGuidance(tx, { id: guidanceId, kind: record.guidance, file: null, at });
  }
  if (findRecord(tx, hash) === undefined) {
    const { kind } = record.content;
    insertRecord(tx, { hash, guidanceId, kind, bytes, origin: 'received', createdAt: at });
  }
  for (const signature of signatures) insertSignature(tx, hash, signature);
  appendAudit(work, tx, { kind: 'guidanceReceived', subject: hash });
  return guidanceId;
};
