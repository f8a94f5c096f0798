import type { Member, PersonInput } from '@shared/domain/identity/person.ts';
import { memberFor } from '@shared/domain/identity/sameness.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { whoIsWhoHere } from '../identity/who-is-who.ts';
import { getProfile } from '../settings/profile.ts';
import { getSettings } from '../settings/settings.ts';

/** From where acts of this vault are drafted. */
export interface HolderScope {
  readonly holder: PersonInput;
  readonly institution: string;
  /** Who of the directory a person is, where that is certain. */
  readonly memberFor: (person: PersonInput) => Member | null;
}

/**
 * Who signs in this vault, for which institution, and whom its directory knows. Throws in a vault without a holder: it
 * was never complete.
 */
export const holderScope = (tx: RecordsReader): HolderScope => {
  const { person } = getProfile(tx);
  if (person === null) throw new Error('the vault has no holder');
  const entries = trustedDirectory(tx)?.directory.entries ?? [];
  const who = whoIsWhoHere(tx, null);
  return {
    holder: person,
    institution: getSettings(tx).institution.name,
    memberFor: (named) => memberFor(entries, who, named),
  };
};
