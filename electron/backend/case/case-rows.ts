import { desc, eq } from 'drizzle-orm';
import { cases } from '../db/records-schema.ts';
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
