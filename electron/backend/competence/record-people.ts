import { type AskedPerson, maxCsvShown, type PersonAnswer } from '@shared/contract/competence-file.ts';
import { isChangedNip, keptAsNumber } from '@shared/domain/competence/csv/nip-cell.ts';
import type { RecordRow } from '@shared/domain/competence/csv/record-file.ts';
import { plainName } from '@shared/domain/identity/name-words.ts';
import { nearNames, nearTo } from '@shared/domain/identity/near-names.ts';
import { isNipShape } from '@shared/domain/identity/nip.ts';
import { emptyPerson, type Person, personLimits } from '@shared/domain/identity/person.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { mayBeSamePerson, plainUnit } from '@shared/domain/identity/same-person.ts';
import type { RecordsReader } from '../db/handles.ts';
import { listPersons, toPerson } from '../persons/person-rows.ts';

/** Somebody as a row of a file names one. */
type Named = Pick<RecordRow, 'nip' | 'name' | 'unitOfWork'>;

/** Whom a row is about; or why nobody is known; or that a person has to say first (`asked`). */
type Found = Pick<Person, 'personId' | 'name'> | { readonly code: string } | { readonly asked: true };

/** Most people of the register that one of the file may be. */
const maxFitting = 10;

/** What tells two people of a file apart: one question for each. */
const keyOf = ({ nip, name, unitOfWork }: Named): string => `${nip}\n${plainName(name)}\n${plainUnit(unitOfWork)}`;

const shownAs = (person: Person) => ({ personId: person.personId, shown: toPublicPerson(person) });

/** Who the people of a file are. */
export interface FilePeople {
  readonly find: (row: Named, number: number) => Found;
  /** All who are nearly, not exactly, somebody known: with what was answered. */
  readonly asked: () => readonly AskedPerson[];
}

/**
 * The people of a file by the register: by number where there is one, unless the name beside it is another person's,
 * else by name and unit. Who is nearly somebody of
 * the register, or exactly several, is nobody until a person says who (`answers`); said to be nobody, the row stays
 * unknown.
 */
export const peopleOfFile = (tx: RecordsReader, answers: readonly PersonAnswer[]): FilePeople => {
  const register = listPersons(tx, true).map(toPerson);
  const byNip = new Map<string, Person>();
  /** NIPs as a program leaves them that keeps them as numbers, which are none of the register. */
  const asNumbers = new Set<string>();
  const byName = new Map<string, Person[]>();
  for (const person of register) {
    if (person.nip !== '') {
      byNip.set(person.nip, person);
      asNumbers.add(keptAsNumber(person.nip));
    }
    const key = plainName(person.name);
    byName.set(key, [...(byName.get(key) ?? []), person]);
  }
  const near = nearTo(register);
  const said = new Map(answers.map((answer) => [keyOf(answer), answer.personId]));
  const asked = new Map<string, AskedPerson>();

  /** Those whom a row may mean, where a question may still be asked. */
  const fitting = ({ nip, name, unitOfWork }: Named, exact: readonly Person[]): readonly Person[] => {
    const isAskable = name !== '' && name.length <= personLimits.name && unitOfWork.length <= personLimits.unit;
    if (!isAskable || !isNipShape(nip) || asked.size >= maxCsvShown.people) return [];
    const named = { ...emptyPerson, nip, name, unit: unitOfWork };
    if (exact.length > 0) return exact.slice(0, maxFitting);
    return near(name)
      .filter((known) => mayBeSamePerson(named, known))
      .slice(0, maxFitting);
  };

  const ask = (row: Named, number: number, code: string, exact: readonly Person[] = []): Found => {
    const key = keyOf(row);
    const known = asked.get(key);
    const people = known === undefined ? fitting(row, exact) : [];
    const one =
      known ??
      (people.length === 0 ? undefined : { row: number, ...row, answer: said.get(key), fitting: people.map(shownAs) });
    if (one === undefined) return { code };
    asked.set(key, one);
    if (one.answer === undefined) return { asked: true };
    const chosen = one.fitting.find(({ personId }) => personId === one.answer);
    return chosen === undefined ? { code } : { personId: chosen.personId, name: chosen.shown.name };
  };

  /** Whether a row names somebody else than whose number it has: one of the two is of another row, most often. */
  const named = new Map<string, boolean>();
  const isNamedOtherwise = (name: string, known: Person): boolean => {
    const key = `${known.personId}\n${name}`;
    const before = named.get(key);
    if (before !== undefined) return before;
    const isOther = plainName(name) !== '' && !nearNames(name, known.name);
    named.set(key, isOther);
    return isOther;
  };

  return {
    find: ({ nip, name, unitOfWork }, number) => {
      const row = { nip, name, unitOfWork };
      if (nip !== '') {
        const known = byNip.get(nip);
        if (known !== undefined)
          return isNamedOtherwise(name, known) ? ask(row, number, 'csvNameOther', [known]) : known;
        return isChangedNip(nip) || asNumbers.has(nip)
          ? { code: 'csvNipChanged' }
          : ask(row, number, 'csvPersonUnknown');
      }
      const unit = plainUnit(unitOfWork);
      const key = plainName(name);
      // A name of signs alone is nobody's, not that of whoever has one like it.
      const named = key === '' ? [] : (byName.get(key) ?? []);
      const found = named.filter((one) => unit === '' || plainUnit(one.unit) === unit);
      const [first, second] = found;
      if (first === undefined) return ask(row, number, 'csvPersonUnknown');
      return second === undefined ? first : ask(row, number, 'csvPersonAmbiguous', found);
    },
    asked: () => [...asked.values()],
  };
};
