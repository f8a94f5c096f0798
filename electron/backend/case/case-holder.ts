import type { Holder, Signer } from '@shared/domain/case/holder.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import type { RecordsReader } from '../db/handles.ts';
import { getProfile } from '../settings/profile.ts';

/** Who looks at the cases of this vault; null in a vault without a holder. */
export const caseHolder = (tx: RecordsReader): Holder | null => {
  const { person, roles } = getProfile(tx);
  return person === null ? null : { person, roles };
};

/** The holder as who signs. */
export const signerOf = ({ person, roles }: Holder): Signer => ({
  is: (other) => samePerson(other, person),
  has: (role) => roles.includes(role),
});
