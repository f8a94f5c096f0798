import type { Person, PersonInput, Role } from '@shared/domain/identity/person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findByNip, findPerson, insertPerson, toPerson, updatePerson } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { profileSchema } from '../vault/identity.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { noteCounselling } from './left-counselling.ts';
import { readSetting, writeSetting } from './setting-rows.ts';

/** The holder of the vault. */
export interface Profile {
  /** Null only in a vault that was never given a holder. */
  readonly person: Person | null;
  readonly roles: readonly Role[];
}

/** Who holds the vault and in which roles. */
export const getProfile = (tx: RecordsReader): Profile => {
  const profile = readSetting(tx, 'profile', profileSchema);
  const row = profile && findPerson(tx, profile.personId);
  return { person: row === undefined ? null : toPerson(row), roles: profile?.roles ?? [] };
};

/** The register's entry that the holder's data go to: the present one, one with the same number, or none yet. */
const ownEntry = (tx: RecordsReader, person: PersonInput): string | undefined => {
  const present = getProfile(tx).person?.personId;
  if (person.nip === '') return present;
  return findByNip(tx, person.nip)?.id ?? present;
};

/** Sets who holds the vault, in the register of people too. */
export const saveProfile = (
  work: Workspace,
  { person, roles }: { readonly person: PersonInput; readonly roles: readonly Role[] },
): Result<Person, AppError<StorageErrorCode>> =>
  transactRecords(work.records, (tx) => {
    const at = toIsoInstant(work.clock.now());
    const found = ownEntry(tx, person);
    const personId = found ?? randomId(work.random);
    if (found === undefined) insertPerson(tx, personId, person, at);
    else updatePerson(tx, personId, person, at);
    noteCounselling(tx, getProfile(tx).roles, roles, at);
    writeSetting(tx, 'profile', { personId, roles: [...new Set(roles)] });
    appendAudit(work, tx, { kind: 'profileChanged', subject: personId });
    return ok({ personId, ...person });
  });
