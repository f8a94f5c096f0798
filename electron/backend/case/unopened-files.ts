import { statedOnOf } from '@shared/domain/case/act-days.ts';
import { actHeaderSchema } from '@shared/domain/case/header.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { eq, sql } from 'drizzle-orm';
import type { RecordsReader } from '../db/handles.ts';
import { acts } from '../db/records-schema.ts';

/** What lies here of a file (case) whose opening does not count here, so that nothing tells how it stands. */
export interface UnopenedFile {
  readonly caseId: string;
  /** First and last day of what lies here, set aside or not; of its arrival where nothing does. */
  readonly from: string;
  readonly to: string;
  readonly acts: number;
}

/** Acts of copies, and what was said of them. */
const saidOfCopies = "('copyReleased', 'copyAcknowledged', 'responseGiven', 'correctionRequested')";

const decoder = new TextDecoder();

/** The day that an act was stated on; none where its header cannot be read. */
const dayOf = (header: Uint8Array): string[] => {
  try {
    const read = actHeaderSchema.safeParse(JSON.parse(decoder.decode(header)));
    return read.success ? [statedOnOf(read.data)] : [];
  } catch {
    return [];
  }
};

/**
 * Single acts without a file: what was taken on a person's word and set aside again, opening and all. Copies for the
 * employee are none of them: those are the holder's own (see `own-copies.ts`).
 */
export const unopenedFiles = (tx: RecordsReader): UnopenedFile[] =>
  tx
    .all<{ id: string; createdAt: string }>(sql`
    SELECT c.id, c.created_at AS createdAt FROM cases c
    WHERE NOT EXISTS (SELECT 1 FROM acts a
        WHERE a.case_id = c.id AND a.type = 'caseOpened' AND a.set_aside_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM acts a
        WHERE a.case_id = c.id AND a.type IN ${sql.raw(saidOfCopies)} AND a.set_aside_at IS NULL)
    ORDER BY c.created_at DESC, c.id`)
    .map(({ id, createdAt }) => {
      const rows = tx.select({ header: acts.header }).from(acts).where(eq(acts.caseId, id)).all();
      const days = rows.flatMap(({ header }) => dayOf(header)).sort();
      const arrived = toLocalDay(Date.parse(createdAt));
      return { caseId: id, from: days[0] ?? arrived, to: days.at(-1) ?? arrived, acts: rows.length };
    });
