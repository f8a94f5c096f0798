import type { Directory } from '@shared/domain/identity/directory.ts';
import { emptyPerson, type NamedPerson } from '@shared/domain/identity/person.ts';
import { haveSameEntry, type WhoIsWho, whoIsWho } from '@shared/domain/identity/sameness.ts';
import type { RecordsReader } from '../db/handles.ts';
import { answersOf } from '../persons/same-person-rows.ts';
import { getProfile } from '../settings/profile.ts';
import { ownCertified } from './own-keys.ts';
import { trustedDirectory } from './trusted-directory.ts';

/**
 * Who is who for this vault, by its directory and by what its person has answered. `key`: key of this vault,
 * hexadecimal; null where it makes no difference.
 */
export const whoIsWhoHere = (
  tx: RecordsReader,
  key: string | null,
  directory: Pick<Directory, 'entries'> = trustedDirectory(tx)?.directory ?? { entries: [] },
): WhoIsWho => {
  const person = getProfile(tx).person ?? emptyPerson;
  const entry = key === null ? undefined : ownCertified(tx, key, directory)?.entry;
  return whoIsWho(directory.entries, answersOf(tx), { person, entry });
};

/** Whether the directory of this vault has the same entry for two identities, or none for both. */
export const sameKeyHere =
  (tx: RecordsReader) =>
  (before: NamedPerson, after: NamedPerson): boolean =>
    haveSameEntry(trustedDirectory(tx)?.directory ?? { entries: [] }, before, after);
