import type { Person, PersonInput } from '@shared/domain/identity/person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  dropNumber,
  findByNip,
  findNumberless,
  findPerson,
  insertPerson,
  setArchivedAt,
  setConcealedAt,
  updatePerson,
} from './person-rows.ts';

type SaveError = 'unknownPerson' | 'nipTaken' | StorageErrorCode;

/**
 * Adds a person (`personId` null) or changes one. A number belongs to one person alone. One whom no list names any more
 * keeps it from nobody: who is added with it is that one, known again, and who is changed to have it has it alone.
 */
export const savePerson = (
  work: Workspace,
  { personId, person }: { readonly personId: string | null; readonly person: PersonInput },
): Result<Person, AppError<SaveError>> =>
  transactRecords(work.records, (tx): Result<Person, AppError<SaveError>> => {
    if (personId !== null && findPerson(tx, personId) === undefined) return fail('unknownPerson');
    const namesake = person.nip === '' ? undefined : findByNip(tx, person.nip, personId ?? '');
    if (namesake !== undefined && !namesake.concealedAt) return fail('nipTaken');
    const concealed = namesake?.id ?? null;
    const known = personId ?? concealed;
    const id = known ?? randomId(work.random);
    const at = toIsoInstant(work.clock.now());
    if (known === null) insertPerson(tx, id, person, at);
    else updatePerson(tx, id, person, at);
    if (concealed !== null && concealed === id) setConcealedAt(tx, id, null);
    else if (concealed !== null) dropNumber(tx, concealed, at);
    appendAudit(work, tx, { kind: personId === null ? 'personAdded' : 'personChanged', subject: id });
    return ok({ personId: id, ...person });
  });

/** Puts a person away, out of lists and forms, or back. Nothing is deleted. */
export const setPersonArchived = (
  work: Workspace,
  { personId, archived }: { readonly personId: string; readonly archived: boolean },
): Result<Record<string, never>, AppError<'unknownPerson' | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<Record<string, never>, AppError<'unknownPerson'>> => {
    const found = findPerson(tx, personId);
    if (found === undefined) return fail('unknownPerson');
    if ((found.archivedAt !== null) === archived) return ok({});
    setArchivedAt(tx, personId, archived ? toIsoInstant(work.clock.now()) : null);
    appendAudit(work, tx, { kind: archived ? 'personArchived' : 'personRestored', subject: personId });
    return ok({});
  });

/**
 * The register's entry for a person named in an act: by number, or (without one) by name and unit; made when
 * there is none. An entry that exists is left as it is: acts keep people as known when they were signed.
 */
export const findOrAddPerson = (work: Workspace, tx: RecordsWriter, person: PersonInput): string => {
  const found = person.nip === '' ? findNumberless(tx, person) : findByNip(tx, person.nip);
  if (found?.concealedAt) setConcealedAt(tx, found.id, null);
  if (found !== undefined) return found.id;
  const id = randomId(work.random);
  insertPerson(tx, id, person, toIsoInstant(work.clock.now()));
  appendAudit(work, tx, { kind: 'personAdded', subject: id });
  return id;
};
