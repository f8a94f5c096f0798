import { and, desc, eq, isNull } from 'drizzle-orm';
import { attachments, cases } from '../db/records-schema.ts';
import type { RecordsTx } from '../db/transact.ts';

export type CaseRow = typeof cases.$inferSelect;

/** A case by id. */
export const findCase = (tx: RecordsTx, id: string): CaseRow | undefined =>
  tx.select().from(cases).where(eq(cases.id, id)).get();

/** All cases, latest first. */
export const listCaseRows = (tx: RecordsTx): CaseRow[] =>
  tx.select().from(cases).orderBy(desc(cases.createdAt), cases.id).all();

/** Adds a case of an employee of the register. */
export const insertCase = (tx: RecordsTx, row: CaseRow): void => {
  tx.insert(cases).values(row).run();
};

/** Case that a file belongs to; undefined when there is no such file. */
export const caseOfAttachment = (tx: RecordsTx, id: string): { caseId: string | null } | undefined =>
  tx.select({ caseId: attachments.caseId }).from(attachments).where(eq(attachments.id, id)).get();

/** Gives a file that no case has to a case. */
export const claimAttachment = (tx: RecordsTx, id: string, caseId: string): void => {
  tx.update(attachments)
    .set({ caseId })
    .where(and(eq(attachments.id, id), isNull(attachments.caseId)))
    .run();
};
