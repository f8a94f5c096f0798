import type { Settings } from '@shared/contract/settings.ts';
import type { Person, Role } from '@shared/domain/identity/person.ts';
import { useQueryCall } from '../../lib/query.ts';

/** Who is at work, and the settings: what every form starts from. */
export interface Holder {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly institution: string;
  readonly settings: Settings;
}

/** The holder of the vault with the settings; null until both are known. */
export const useHolder = (): Holder | null => {
  const session = useQueryCall('session.get', {}).data?.unlocked ?? null;
  const settings = useQueryCall('settings.get', {}).data;
  if (session === null || settings === undefined) return null;
  return { person: session.person, roles: session.roles, institution: session.institution, settings };
};
