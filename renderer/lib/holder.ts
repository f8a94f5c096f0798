import type { Settings } from '@shared/contract/settings.ts';
import type { Person, Role } from '@shared/domain/identity/person.ts';
import { useQueryCall } from './query.ts';

/** Who is at work: the holder of the open vault. */
export interface Holder {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly institution: string;
}

/** The holder, and the settings in force that a form starts from. */
export interface HolderWithSettings extends Holder {
  readonly settings: Settings;
}

/** The holder, and whom a form can name: the register of people, without those set aside. */
export interface HolderWithPeople extends Holder {
  readonly people: readonly Person[];
}

/** The holder of the vault; null until known. */
export const useHolder = (): Holder | null => {
  const session = useQueryCall('session.get', {}).data?.unlocked ?? null;
  if (session === null) return null;
  return { person: session.person, roles: session.roles, institution: session.institution };
};

/** The holder with the settings; null until both are known. */
export const useHolderWithSettings = (): HolderWithSettings | null => {
  const holder = useHolder();
  const settings = useQueryCall('office.settings', {}).data;
  return holder === null || settings === undefined ? null : { ...holder, settings };
};

/** The holder with the register of people; null until both are known. */
export const useHolderWithPeople = (): HolderWithPeople | null => {
  const holder = useHolder();
  const people = useQueryCall('persons.list', {}).data;
  if (holder === null || people === undefined) return null;
  return { ...holder, people: people.map(({ archived: _archived, caseCount: _count, ...known }) => known) };
};
