import type { PersonInput } from '@shared/domain/identity/person.ts';
import type { RecordsReader } from '../db/handles.ts';
import { getProfile } from '../settings/profile.ts';
import { getSettings } from '../settings/settings.ts';

/** Who signs in this vault, and for which institution. Throws in a vault without a holder: it was never complete. */
export const holderScope = (tx: RecordsReader): { readonly holder: PersonInput; readonly institution: string } => {
  const { person } = getProfile(tx);
  if (person === null) throw new Error('the vault has no holder');
  return { holder: person, institution: getSettings(tx).institution.name };
};
