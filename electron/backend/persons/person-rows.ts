import type { Person, PersonInput } from '@shared/domain/identity/person.ts';
import { isSameBlock } from '@shared/domain/identity/sameness.ts';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { cases, persons } from '../db/records-schema.ts';

type PersonRow = typeof persons.$inferSelect;

/** A row of the register as everyone else sees it. */
export const toPerson = (row: PersonRow): Person => {
  const { id, name, nip, rank, position, unit, employmentStatus } = row;
  return { personId: id, name, nip, rank, position, unit, employmentStatus };
};

/** A person of the register. */
export const findPerson = (tx: RecordsReader, id: string): PersonRow | undefined =>
  tx.select().from(persons).where(eq(persons.id, id)).get();

/** The same, unless no list names the person any more. */
export const findListedPerson = (tx: RecordsReader, id: string): PersonRow | undefined => {
  const found = findPerson(tx, id);
  return found?.concealedAt === null ? found : undefined;
};

/** The person with this number (18 digits), other than `exceptId`. */
export const findByNip = (tx: RecordsReader, nip: string, exceptId = ''): PersonRow | undefined =>
  tx
    .select()
    .from(persons)
    .where(and(eq(persons.nip, nip), ne(persons.id, exceptId)))
    .get();

/** Someone without a number who is named exactly so, else the only one whose name and unit are spelled otherwise. */
export const findNumberless = (tx: RecordsReader, person: PersonInput): PersonRow | undefined => {
  const numberless = tx.select().from(persons).where(eq(persons.nip, '')).all();
  const exact = numberless.find(({ name, unit }) => name === person.name && unit === person.unit);
  if (exact !== undefined) return exact;
  const [same, other] = numberless.filter((row) => isSameBlock(toPerson(row), person) === 'same');
  return other === undefined ? same : undefined;
};

/** Adds a person. */
export const insertPerson = (tx: RecordsWriter, id: string, person: PersonInput, at: string): void => {
  tx.insert(persons)
    .values({ id, ...person, createdAt: at, updatedAt: at })
    .run();
};

/** Changes what is known of a person. */
export const updatePerson = (tx: RecordsWriter, id: string, person: PersonInput, at: string): void => {
  tx.update(persons)
    .set({ ...person, updatedAt: at })
    .where(eq(persons.id, id))
    .run();
};

/** Takes the number from a person whom no list names: somebody else has it. */
export const dropNumber = (tx: RecordsWriter, id: string, at: string): void => {
  tx.update(persons).set({ nip: '', updatedAt: at }).where(eq(persons.id, id)).run();
};

/** Puts a person away (`at`) or back (null). */
export const setArchivedAt = (tx: RecordsWriter, id: string, at: string | null): void => {
  tx.update(persons).set({ archivedAt: at }).where(eq(persons.id, id)).run();
};

/** Takes a person out of every list (`at`), or puts the person back (null). */
export const setConcealedAt = (tx: RecordsWriter, id: string, at: string | null): void => {
  tx.update(persons).set({ concealedAt: at, archivedAt: at }).where(eq(persons.id, id)).run();
};

/** Everyone in the register by name, each with the number of files about the person. */
export const listPersons = (
  tx: RecordsReader,
  includeArchived: boolean,
): readonly (PersonRow & { caseCount: number })[] =>
  tx
    .select({ person: persons, caseCount: sql<number>`count(${cases.id})` })
    .from(persons)
    .leftJoin(cases, and(eq(cases.employeeId, persons.id), isNull(cases.mistakenAt)))
    .where(and(isNull(persons.concealedAt), includeArchived ? undefined : isNull(persons.archivedAt)))
    .groupBy(persons.id)
    .orderBy(asc(sql`${persons.name} COLLATE NOCASE`), asc(persons.id))
    .all()
    .map(({ person, caseCount }) => ({ ...person, caseCount }));
