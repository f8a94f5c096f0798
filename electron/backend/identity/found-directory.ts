import {
  type DirectoryEntry,
  directoryFormat,
  findKey,
  type RoleSpan,
  rolesOn,
} from '@shared/domain/identity/directory.ts';
import { isInOffice } from '@shared/domain/identity/person.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { trustedClock } from '../trail/clock-doubt.ts';
import { writeRoot } from '../vault/directory-root.ts';
import { readIdentity } from '../vault/identity.ts';
import { nowOf, ownKeyOf, todayOf, type Unlocked } from '../vault/unlocked.ts';
import type { DirectoryState } from './directory-state.ts';
import { publicKeysOf } from './own-card.ts';
import { signDirectory, withEntry } from './publish-directory.ts';
import { directoryOfRoot, trustedDirectory } from './trusted-directory.ts';

type FoundError = 'directoryExists' | 'roleMissing' | 'clockDoubted';

/**
 * Entries that a new directory begins with: none, or those of the directory that is taken over, with its own member.
 */
const inherited = (
  unlocked: Unlocked,
  tx: RecordsReader,
  takeOver: boolean,
): Result<
  { readonly entries: readonly DirectoryEntry[]; readonly self: DirectoryEntry | null },
  AppError<FoundError>
> => {
  const ownKey = ownKeyOf(unlocked);
  const trusted = trustedDirectory(tx);
  if (directoryOfRoot(tx, ownKey) !== null || (trusted !== null) !== takeOver) return fail('directoryExists');
  if (trusted === null) return ok({ entries: [], self: null });
  const own = findKey(trusted.directory, ownKey);
  const certified = own !== undefined && own.key.revoked === null ? rolesOn(own.entry, todayOf(unlocked)) : [];
  if (own === undefined || !isInOffice(certified)) return fail('roleMissing');
  return ok({ entries: trusted.directory.entries, self: own.entry });
};

/**
 * Begins a directory whose root is the key of this vault, with the holder as its first member, and trusts it; with
 * `takeOver` it continues the members of the one trusted until now. Codes: `directoryExists` (one is trusted, or this
 * vault published one before; with `takeOver`: none to take over), `roleMissing` when the holder has no role of the
 * personnel unit by profile, by `roles` today and, when taking over, by the directory so far; `clockDoubted`.
 */
export const foundDirectory = async (
  unlocked: Unlocked,
  { roles, takeOver }: { readonly roles: readonly RoleSpan[]; readonly takeOver: boolean },
): Promise<Result<DirectoryState, AppError<FoundError | StorageErrorCode>>> => {
  const publicKeys = await publicKeysOf(unlocked);
  return transactRecords(unlocked.work.records, (tx): Result<DirectoryState, AppError<FoundError>> => {
    const start = inherited(unlocked, tx, takeOver);
    if (!start.ok) return start;
    const clock = trustedClock(unlocked.work, tx);
    if (!clock.ok) return clock;
    const at = nowOf(unlocked);
    const { person, roles: claimed, institution } = readIdentity(tx);
    const newSelf: DirectoryEntry = {
      entryId: randomId(unlocked.work.random),
      person: toPublicPerson(person),
      formerNames: [],
      roles: [...roles],
      keys: [{ ...publicKeys, from: at, revoked: null }],
    };
    const { entries, self } = start.value;
    const own = self === null ? newSelf : { ...self, roles: [...roles] };
    const certified = rolesOn(own, todayOf(unlocked));
    if (!isInOffice(certified.filter((role) => claimed.includes(role)))) return fail('roleMissing');
    const directoryId = randomId(unlocked.work.random);
    writeRoot(tx, { rootKey: ownKeyOf(unlocked), directoryId, trustedAt: at });
    const members = self === null ? [own] : withEntry(entries, own);
    const directory = {
      format: directoryFormat(members),
      directoryId,
      serial: 1,
      institution,
      issuedAt: at,
      previous: null,
      entries: members,
    };
    return ok(signDirectory(unlocked, tx, directory, { kind: 'directoryFounded', subject: directoryId }));
  });
};
