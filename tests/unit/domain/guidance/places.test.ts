import { haveOwnPlaces } from '@shared/domain/guidance/places.ts';
import { expect, it } from 'vitest';
import * as people from '../../../fixtures/people/cast.ts';

const numbered = people.employee;
const unnumbered = { ...numbered, nip: '', unit: '' };
const namesake = { ...people.otherEmployee, name: numbered.name };

it.each([
  ['each by the own number', [numbered, people.assessor], [people.assessor, numbered], true],
  ['two of one name in one place', [unnumbered], [numbered, namesake], false],
  ['one who moves to the own number', [unnumbered, numbered], [numbered, namesake], true],
  ['two entries of one who is named twice', [numbered, numbered], [numbered, unnumbered], false],
  ['nobody of that name', [numbered], [people.assessor], false],
  ['fewer than are named', [numbered, people.assessor], [people.assessor], true],
] as const)('of one place for each: %s', (_, named, those, holds) => {
  expect(haveOwnPlaces(named, those)).toBe(holds);
});
