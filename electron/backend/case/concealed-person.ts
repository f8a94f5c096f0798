import { sql } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { findPerson, setConcealedAt } from '../persons/person-rows.ts';
import { getProfile } from '../settings/profile.ts';

/** True when something in this vault knows a person: a file that is right about the employee, or learning. */
const isKnown = (tx: RecordsReader, personId: string): boolean =>
  getProfile(tx).person?.personId === personId ||
  tx.get<{ known: number }>(sql`SELECT
    EXISTS (SELECT 1 FROM cases WHERE employee_id = ${personId} AND mistaken_at IS NULL)
    OR EXISTS (SELECT 1 FROM learning_records WHERE person_id = ${personId})
    OR EXISTS (SELECT 1 FROM present_competences WHERE person_id = ${personId})
    OR EXISTS (SELECT 1 FROM development_plans WHERE person_id = ${personId}) AS known`).known === 1;

/**
 * Takes a person whom a file named by mistake out of every list, unless something else here knows the person, and puts
 * one who is known back. In the caller's transaction.
 */
export const settleConcealed = (tx: RecordsWriter, personId: string, now: string): void => {
  const isConcealed = !isKnown(tx, personId);
  const was = (findPerson(tx, personId)?.concealedAt ?? null) !== null;
  if (isConcealed !== was) setConcealedAt(tx, personId, isConcealed ? now : null);
};
