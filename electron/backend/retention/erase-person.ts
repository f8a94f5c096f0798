import { nameOfBlock } from '@shared/domain/identity/sameness.ts';
import { eq, sql } from 'drizzle-orm';
import type { RecordsWriter } from '../db/handles.ts';
import { persons } from '../db/records-schema.ts';
import { findPerson, toPerson } from '../persons/person-rows.ts';
import { getProfile } from '../settings/profile.ts';

/** True when something in this vault still names a person of the register. */
const isNamed = (tx: RecordsWriter, personId: string): boolean =>
  getProfile(tx).person?.personId === personId ||
  tx.get<{ named: number }>(sql`SELECT
    EXISTS (SELECT 1 FROM cases WHERE employee_id = ${personId})
    OR EXISTS (SELECT 1 FROM learning_records WHERE person_id = ${personId})
    OR EXISTS (SELECT 1 FROM present_competences WHERE person_id = ${personId})
    OR EXISTS (SELECT 1 FROM development_plans WHERE person_id = ${personId}) AS named`).named === 1;

/** Who keeps the register of employees, in which a person stands for other reasons than a file. */
const keepsRegister = (tx: RecordsWriter): boolean => {
  const { roles } = getProfile(tx);
  return roles.includes('personnelOfficer') || roles.includes('personnelHead');
};

/**
 * Takes the employee of an erased file out of the register, with what was answered about who that is, unless something
 * else here names that person, or the holder keeps the register of employees. In the caller's transaction.
 */
export const erasePerson = (tx: RecordsWriter, personId: string): void => {
  const row = findPerson(tx, personId);
  if (row === undefined || isNamed(tx, personId)) return;
  if (row.concealedAt === null && keepsRegister(tx)) return;
  const block = nameOfBlock(toPerson(row));
  tx.run(sql`UPDATE same_person_answers SET subject = '', other = '' WHERE subject = ${block} OR other = ${block}`);
  tx.delete(persons).where(eq(persons.id, personId)).run();
};
