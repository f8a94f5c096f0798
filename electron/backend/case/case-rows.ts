import { desc, eq } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { cases } from '../db/records-schema.ts';

export type CaseRow = typeof cases.$inferSelect;

/** A case by id. */
export const findCase = (tx: RecordsReader, id: string): CaseRow | undefined =>
  tx.select().from(cases).where(eq(cases.id, id)).get();

/** True for a case that is known to be about the wrong employee (law: mistaken). */
export const isMistaken = (tx: RecordsReader, id: string | null): boolean =>
  id !== null && (findCase(tx, id)?.mistakenAt ?? null) !== null;

/** All cases, latest first. */
export const listCaseRows = (tx: RecordsReader): CaseRow[] =>
  tx.select().from(cases).orderBy(desc(cases.createdAt), cases.id).all();

/** Adds a case of an employee of the register. */
export const insertCase = (tx: RecordsWriter, row: CaseRow): void => {
  tx.insert(cases).values(row).run();
};
