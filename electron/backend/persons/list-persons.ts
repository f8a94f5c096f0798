import type { Person } from '@shared/domain/identity/person.ts';
import { foldText } from '@shared/kernel/fold-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { listPersons, toPerson } from './person-rows.ts';

export type ListedPerson = Person & { readonly archived: boolean; readonly caseCount: number };

/** True when every word of the search stands in name, number, position or unit; case and diacritics do not count. */
const matches = (person: Person, words: readonly string[]): boolean => {
  const text = foldText([person.name, person.nip, person.position, person.unit].join('\n'));
  return words.every((word) => text.includes(word));
};

/** People of the register by name; archived ones only when asked for. */
export const listRegister = (
  work: Workspace,
  { search = '', includeArchived = false }: { readonly search?: string; readonly includeArchived?: boolean },
): ListedPerson[] => {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return listPersons(work.records, includeArchived)
    .map((row) => ({ ...toPerson(row), archived: row.archivedAt !== null, caseCount: row.caseCount }))
    .filter((person) => matches(person, words));
};
