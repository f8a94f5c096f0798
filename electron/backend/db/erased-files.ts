import type { RecordsKind } from '@shared/domain/retention/schedule.ts';
import { and, eq } from 'drizzle-orm';
import type { RecordsReader } from './handles.ts';
import { erasedFiles, erasedRecords } from './retention-schema.ts';

/** When a file (case) was erased here; null: it was not. Nothing of an erased one is taken in again. */
export const erasedAt = (tx: RecordsReader, caseId: string): string | null =>
  tx.select({ at: erasedFiles.at }).from(erasedFiles).where(eq(erasedFiles.caseId, caseId)).get()?.at ?? null;

/** When a guidance, or a year of learning records, was erased here; null: it was not. Nothing of it comes in again. */
export const recordsErasedAt = (tx: RecordsReader, kind: RecordsKind, id: string): string | null =>
  tx
    .select({ at: erasedRecords.at })
    .from(erasedRecords)
    .where(and(eq(erasedRecords.kind, kind), eq(erasedRecords.id, id)))
    .get()?.at ?? null;

/** Ids of all that was erased of a kind: of files of guidance, or years. */
export const erasedRecordsOf = (tx: RecordsReader, kind: RecordsKind): string[] =>
  tx
    .select({ id: erasedRecords.id })
    .from(erasedRecords)
    .where(eq(erasedRecords.kind, kind))
    .all()
    .map(({ id }) => id);
