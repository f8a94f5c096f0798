import { isNotNull } from 'drizzle-orm';
import { guidanceRecords } from '../db/guidance-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import { readRecord } from '../formats/record/record-crypto.ts';

/** Names of the participants by the signed paper of their record; a damaged record has none. */
export const participantsByDocument = (tx: RecordsReader): ReadonlyMap<string, string> => {
  const rows = tx
    .select({ documentId: guidanceRecords.documentId, bytes: guidanceRecords.bytes })
    .from(guidanceRecords)
    .where(isNotNull(guidanceRecords.documentId))
    .all();
  return new Map(
    rows.map(({ documentId, bytes }) => {
      const participants = readRecord(bytes)?.participants ?? [];
      return [documentId ?? '', participants.map(({ name }) => name).join(', ')];
    }),
  );
};
