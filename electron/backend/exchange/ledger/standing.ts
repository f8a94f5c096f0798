import { type DirectoryEntry, findKey, rolesEver } from '@shared/domain/identity/directory.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import type { WhoIsWho } from '@shared/domain/identity/sameness.ts';
import type { AppError } from '@shared/kernel/result.ts';
import { fail, ok, type Result } from '@shared/kernel/result.ts';
import { type TrustedDirectory, trustedDirectory } from '../../identity/trusted-directory.ts';
import { whoIsWhoHere } from '../../identity/who-is-who.ts';
import { ownKeyOf, type Unlocked } from '../../vault/unlocked.ts';

/** Whom this vault is to others: its entry in the trusted directory. */
export interface Standing {
  readonly directory: TrustedDirectory;
  readonly entry: DirectoryEntry;
  /** Key of this vault, hexadecimal. */
  readonly key: string;
  /** Roles that the entry has or had. */
  readonly roles: readonly Role[];
  /** Who is who by that directory, and by what was answered here. */
  readonly who: WhoIsWho;
}

/** True for a key that this vault has, or that its holder had before. */
export const isOwnKey = ({ entry }: Pick<Standing, 'entry'>, key: string): boolean =>
  entry.keys.some((each) => each.key === key);

/**
 * This vault's place in the trusted directory; `noDirectory`, or `notCertified` when its key is unknown or revoked
 * there.
 */
export const standingOf = (
  unlocked: Pick<Unlocked, 'vault'>,
): Result<Standing, AppError<'noDirectory' | 'notCertified'>> => {
  const directory = trustedDirectory(unlocked.vault.records);
  if (directory === null) return fail('noDirectory');
  const key = ownKeyOf(unlocked);
  const found = findKey(directory.directory, key);
  if (found === undefined || found.key.revoked !== null) return fail('notCertified');
  const who = whoIsWhoHere(unlocked.vault.records, key, directory.directory);
  return ok({ directory, entry: found.entry, key, roles: rolesEver(found.entry), who });
};
