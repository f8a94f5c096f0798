import { type Column, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { RecordsReader } from './handles.ts';
import { attachments, cases } from './records-schema.ts';

/** True for a row that belongs to no file about the wrong employee. `caseId`: its column. */
export const isOfNoMistakenCase = (caseId: Column): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM cases m WHERE m.id = ${caseId} AND m.mistaken_at IS NOT NULL)`;

/** Files about the wrong employee, by id. */
export const mistakenCases = (tx: RecordsReader): ReadonlySet<string> =>
  new Set(
    tx
      .select({ id: cases.id })
      .from(cases)
      .where(isNotNull(cases.mistakenAt))
      .all()
      .map(({ id }) => id),
  );

/** True for a file (attachment) of such a file. */
export const isFileOfMistakenCase = (tx: RecordsReader, attachmentId: string): boolean => {
  const row = tx.select({ caseId: attachments.caseId }).from(attachments).where(eq(attachments.id, attachmentId)).get();
  return row !== undefined && row.caseId !== null && mistakenCases(tx).has(row.caseId);
};
