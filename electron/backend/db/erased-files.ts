import { eq } from 'drizzle-orm';
import type { RecordsReader } from './handles.ts';
import { erasedFiles } from './retention-schema.ts';

/** When a file (case) was erased here; null: it was not. Nothing of an erased one is taken in again. */
export const erasedAt = (tx: RecordsReader, caseId: string): string | null =>
  tx.select({ at: erasedFiles.at }).from(erasedFiles).where(eq(erasedFiles.caseId, caseId)).get()?.at ?? null;
