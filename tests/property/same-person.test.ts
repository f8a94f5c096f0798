import type { DirectoryEntry } from '@shared/domain/identity/directory.ts';
import type { NamedPerson } from '@shared/domain/identity/person.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { isOfEntry, isSameBlock, isSelf, memberFor } from '@shared/domain/identity/sameness.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// Two are one by key, by the whole NIP or by a person's answer, never by a name with digits that end alike.

const names = ['Siti Aminah', 'Moh. Siti Aminah', 'Siti Aminah, S.E.', 'S. Aminah', 'Budi Contoh'];
const nips = ['', '197001012000012999', '198001012005012999', '198001012005012998'];
const units = ['', 'Unit Peraga', 'Unit Lain'];

const person = fc.record({
  name: fc.constantFrom(...names),
  nip: fc.constantFrom(...nips),
  rank: fc.constant(''),
  position: fc.constant(''),
  unit: fc.constantFrom(...units),
  employmentStatus: fc.constant('pns' as const),
});

const hex = (digit: number, length: number): string => String(digit).repeat(length);
const entryOf = (at: number, about: NamedPerson): DirectoryEntry => ({
  entryId: hex(at, 32),
  person: toPublicPerson(about),
  formerNames: [],
  roles: [],
  keys: [
    {
      key: hex(at, 64),
      recipient: `age1${'q'.repeat(58)}`,
      vaultId: hex(at, 32),
      documentKey: hex(at, 64),
      from: '2026-01-01T00:00:00.000Z',
      revoked: null,
    },
  ],
});
const nothing = () => undefined;
const runs = { numRuns: 3000, seed: 11 };

test('blocks are one by the whole NIP, or without any by all that they say', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      const is = isSameBlock(a, b);
      expect(isSameBlock(b, a)).toBe(is);
      if (a.nip !== '' && b.nip !== '') expect(is).toBe(a.nip === b.nip ? 'same' : 'other');
      else if (is === 'same') expect([a.nip, a.unit]).toEqual([b.nip, b.unit]);
    }),
    runs,
  );
});

test('an entry is somebody by key, by answer, or where all that it tells agrees and with it alone', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), person, (known, named) => {
      const entries = known.map((about, at) => entryOf(at, about));
      const same = entries.filter((entry) => isOfEntry(entries, nothing, entry, named) === 'same');
      expect(same.length).toBeLessThanOrEqual(1);
      for (const { person: told } of same) {
        expect(named.nip.endsWith(told.nipTail) && told.nipTail !== '').toBe(true);
        expect(told.unit).toBe(named.unit);
        expect(told.unit).not.toBe('');
        expect(told.name.startsWith('Moh.')).toBe(named.name.startsWith('Moh.'));
      }
      for (const entry of entries) {
        expect(isOfEntry(entries, () => true, entry, named)).toBe('same');
        expect(isOfEntry(entries, () => false, entry, named)).toBe('other');
      }
    }),
    runs,
  );
});

test('whom an act names by entry and key is that entry alone, and only under a name of it', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 4 }), person, (known, named) => {
      const entries = known.map((about, at) => entryOf(at, about));
      const [first, second] = entries as [DirectoryEntry, DirectoryEntry];
      const says = (key: string): NamedPerson => ({ ...named, member: { entryId: first.entryId, key } });
      for (const entry of entries.slice(1)) {
        // A member decides whatever was answered of the name.
        expect(isOfEntry(entries, () => true, entry, says(first.keys[0]?.key ?? ''))).toBe('other');
        expect(isOfEntry(entries, nothing, entry, says(hex(9, 64)))).toBe('other');
      }
      // The key of somebody else beside an entry names neither: what is left is the name.
      const torn = says(second.keys[0]?.key ?? '');
      expect(isOfEntry(entries, nothing, first, torn)).toBe(isOfEntry(entries, nothing, first, named));
      const own = isOfEntry(entries, nothing, first, says(first.keys[0]?.key ?? ''));
      if (isOfEntry([first], nothing, first, named) === 'other') expect(own).toBe('other');
      else expect(own).toBe('same');
    }),
    runs,
  );
});

test('the holder is meant by the own whole NIP, never by somebody else’s', () => {
  fc.assert(
    fc.property(person, person, fc.boolean(), (self, named, certified) => {
      const entry = entryOf(0, self);
      const is = isSelf([entry], nothing, { person: self, entry: certified ? entry : undefined }, named);
      if (self.nip !== '' && named.nip !== '') expect(is).toBe(self.nip === named.nip ? 'same' : 'other');
      const member = memberFor([entry], { ofEntry: (of, who) => isOfEntry([entry], nothing, of, who) }, named);
      if (member !== null) expect(named.nip.slice(-3)).toBe(self.nip.slice(-3));
    }),
    runs,
  );
});
