import { eq, isNotNull, or } from 'drizzle-orm';
import { guidanceOriginals, guidanceRecords } from '../db/guidance-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import { readRecord } from '../formats/record/record-crypto.ts';

/** Names of the participants by the signed paper of their record; a damaged record has none. */
export const participantsByDocument = (tx: RecordsReader): ReadonlyMap<string, string> => {
  const rows = tx
    .select({ made: guidanceRecords.documentId, original: guidanceOriginals.documentId, bytes: guidanceRecords.bytes })
    .from(guidanceRecords)
    .leftJoin(guidanceOriginals, eq(guidanceOriginals.recordHash, guidanceRecords.hash))
    .where(or(isNotNull(guidanceRecords.documentId), isNotNull(guidanceOriginals.documentId)))
    .all();
  return new Map(
    rows.flatMap(({ made, original, bytes }) => {
      const names = (readRecord(bytes)?.participants ?? []).map(({ name }) => name).join(', ');
      return [made, original].flatMap((id) => (id === null ? [] : [[id, names] as const]));
    }),
  );
};
