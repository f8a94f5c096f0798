import type { Person } from '@shared/domain/identity/person.ts';
import { finds } from '@shared/kernel/search-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { keptSearchables } from './kept-searchables.ts';
import { listPersons, toPerson } from './person-rows.ts';

export type ListedPerson = Person & { readonly archived: boolean; readonly caseCount: number };

const searchables = keptSearchables();

/** People of the register by name whose name, number, position or unit a search finds; archived ones when asked for. */
export const listRegister = (
  work: Workspace,
  { search = '', includeArchived = false }: { readonly search?: string; readonly includeArchived?: boolean },
): ListedPerson[] => {
  const people = listPersons(work.records, includeArchived).map((row) => ({
    ...toPerson(row),
    archived: row.archivedAt !== null,
    caseCount: row.caseCount,
  }));
  if (search.trim() === '') return people;
  const texts = searchables(
    work.records,
    people.map(({ personId, name, nip, position, unit }) => ({ id: personId, texts: [name, nip, position, unit] })),
  );
  const isFound = finds(search);
  return people.filter((_person, at) => {
    const text = texts[at];
    return text !== undefined && isFound(text);
  });
};
