import { desc, eq } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { cases } from '../db/records-schema.ts';

export type CaseRow = typeof cases.$inferSelect;

/** A case by id. */
export const findCase = (tx: RecordsReader, id: string): CaseRow | undefined =>
  tx.select().from(cases).where(eq(cases.id, id)).get();

/** All cases, latest first. */
export const listCaseRows = (tx: RecordsReader): CaseRow[] =>
  tx.select().from(cases).orderBy(desc(cases.createdAt), cases.id).all();

/** Adds a case of an employee of the register. */
export const insertCase = (tx: RecordsWriter, row: CaseRow): void => {
  tx.insert(cases).values(row).run();
};
