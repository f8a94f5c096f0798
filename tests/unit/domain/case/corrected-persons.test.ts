import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { keepsPersons, personsIn, withSignedMembers } from '@shared/domain/case/corrected-persons.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { contents } from '../../../fixtures/case-steps.ts';
import * as people from '../../../fixtures/people/cast.ts';

type Content = Readonly<Record<string, unknown>>;

const stranger: PersonInput = { ...people.otherEmployee, name: 'Rangga Percobaan', nip: '' };

/** The content with another value at a place such as `/deciders/0/person`. */
const withAt = (content: unknown, place: string, value: unknown): unknown => {
  const [, name = '', ...rest] = place.split('/');
  const copy: Record<string, unknown> = { ...(content as Content) };
  copy[name] = rest.length === 0 ? value : withAt(copy[name], `/${rest.join('/')}`, value);
  return Array.isArray(content) ? Object.values(copy) : copy;
};

/** Places of all values of a content that belong to no person. */
const placesIn = (content: unknown, persons: ReadonlySet<string>, place = ''): string[] => {
  if (persons.has(place)) return [];
  if (typeof content !== 'object' || content === null) return [place];
  return Object.entries(content).flatMap(([name, part]) => placesIn(part, persons, `${place}/${name}`));
};

const named = actTypes.flatMap((type) =>
  [...personsIn(contents[type])].map(([place, person]) => [type, place, person] as const),
);

const kept = (type: ActType, corrected: unknown): boolean =>
  keepsPersons({ original: contents[type], current: contents[type], corrected }, () => true);

describe('a correction keeps the persons of its act', () => {
  it('at every place where an act names somebody', () => {
    expect(named.map(([type, place]) => `${type}${place}`)).toEqual([
      'caseOpened/employee',
      'caseOpened/assessor',
      'caseOpened/assessorSuperior',
      'reportSubmitted/addressee',
      'counsellorAssigned/counsellor',
      'followUpDecided/deciders/0/person',
      'assessorReplaced/assessor',
      'postHandedOver/successor',
    ]);
  });

  it('and the number by which a counsellor from outside is known', () => {
    const licensed = (licence: string) => ({ ...contents.counsellorAssigned, licence });
    const correction = { original: licensed('SIPP 1/2025'), current: licensed('SIPP 1/2025') };
    expect(keepsPersons({ ...correction, corrected: licensed('SIPP 2/2025') }, () => true)).toBe(false);
    expect(keepsPersons({ ...correction, corrected: licensed('SIPP 1/2025') }, () => true)).toBe(true);
  });

  it.each(named)('%s%s: nobody else, nobody less, no other NIP', (type, place, person) => {
    const content = contents[type];
    for (const other of [
      stranger,
      { ...stranger, nip: person.nip },
      null,
      { ...person, nip: people.counsellor.nip === person.nip ? '' : people.counsellor.nip },
    ])
      expect(kept(type, withAt(content, place, other))).toBe(false);
    expect(kept(type, withAt(content, place, { ...person, name: `${person.name}h`, rank: '', position: 'Lain' }))).toBe(
      true,
    );
  });

  it.each(named)('%s%s: no number comes or goes', (type, place, person) => {
    expect(kept(type, withAt(contents[type], place, { ...person, nip: '' }))).toBe(person.nip === '');
  });

  it.each(named)('%s%s: no entry of the directory comes, goes or changes', (type, place, person) => {
    const member = { entryId: 'a'.repeat(32), key: 'b'.repeat(64) };
    const original = withAt(contents[type], place, { ...person, member });
    const keeps = (from: unknown, after: unknown): boolean =>
      keepsPersons({ original: from, current: from, corrected: withAt(from, place, after) }, () => true);
    expect(keeps(original, { ...person, rank: '', member })).toBe(true);
    expect(keeps(original, person)).toBe(false);
    expect(keeps(contents[type], { ...person, member })).toBe(false);
    expect(keeps(original, { ...person, member: { ...member, entryId: 'c'.repeat(32) } })).toBe(false);
    expect(keeps(original, { ...person, member: { ...member, key: 'c'.repeat(64) } })).toBe(false);
    // Nor by the way of a correction that left it out.
    expect(keepsPersons({ original, current: contents[type], corrected: original }, () => true)).toBe(true);
    const other = withAt(original, place, { ...person, member: { ...member, entryId: 'c'.repeat(32) } });
    expect(keepsPersons({ original, current: contents[type], corrected: other }, () => true)).toBe(false);
  });

  it.each(named)('%s%s: nor whom the directory means by the words', (type, place, person) => {
    const corrected = withAt(contents[type], place, { ...person, unit: 'Unit Lain' });
    const correction = { original: contents[type], current: contents[type], corrected };
    expect(keepsPersons(correction, (_, after) => after.unit !== 'Unit Lain')).toBe(false);
    expect(keepsPersons(correction, () => true)).toBe(person.nip !== '');
  });

  it.each(named)('%s%s: as written here it has the entry that was signed', (type, place, person) => {
    const member = { entryId: 'a'.repeat(32), key: 'b'.repeat(64) };
    const signed = withAt(contents[type], place, { ...person, member });
    const typed = withAt(contents[type], place, { ...person, rank: 'Lain' });
    expect(withSignedMembers(signed, typed)).toEqual(withAt(signed, place, { ...person, rank: 'Lain', member }));
    expect(withSignedMembers(contents[type], signed)).toEqual(contents[type]);
  });

  it('and leaves every other value of every act free', () => {
    let tried = 0;
    for (const type of actTypes) {
      const content = contents[type];
      for (const place of placesIn(content, new Set(personsIn(content).keys()))) {
        expect(kept(type, withAt(content, place, 'Lain'))).toBe(true);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(100);
  });

  it('and does not walk to another name by small steps', () => {
    const original = { employee: { ...people.employee, name: 'Siti Aminah' } };
    const current = { employee: { ...people.employee, name: 'Sati Aminih' } };
    const corrected = { employee: { ...people.employee, name: 'Sati Amonih' } };
    expect(keepsPersons({ original, current, corrected }, () => true)).toBe(false);
    expect(keepsPersons({ original: current, current, corrected }, () => true)).toBe(true);
  });
});
