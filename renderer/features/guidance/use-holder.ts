import type { Person, PersonInput, Role } from '@shared/domain/identity/person.ts';
import { useQueryCall } from '../../lib/query.ts';

/** Who is at work, and whom forms can name. */
export interface Holder {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly institution: string;
  readonly people: readonly Person[];
}

/** The holder of the vault with the register; null until both are known. */
export const useHolder = (): Holder | null => {
  const session = useQueryCall('session.get', {}).data?.unlocked ?? null;
  const people = useQueryCall('persons.list', {}).data;
  if (session === null || people === undefined) return null;
  const { person, roles, institution } = session;
  return {
    person,
    roles,
    institution,
    people: people.map(({ archived: _archived, caseCount: _count, ...known }) => known),
  };
};

/** A person as records name one. */
export const toInput = ({ name, nip, rank, position, unit, employmentStatus }: PersonInput): PersonInput => ({
  name,
  nip,
  rank,
  position,
  unit,
  employmentStatus,
});
