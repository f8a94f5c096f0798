import type { DirectoryEntry } from '@shared/domain/identity/directory.ts';
import type { NamedPerson } from '@shared/domain/identity/person.ts';
import type { WhoIsWho } from '@shared/domain/identity/sameness.ts';
import { type Decided, judgeBothWays } from '@shared/domain/package/both-ways.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { describe, expect, it } from 'vitest';
import * as people from '../../../fixtures/people/cast.ts';

const own = { entryId: 'own' } as DirectoryEntry;
const entry = { entryId: 'other' } as DirectoryEntry;
const unsure: WhoIsWho = { ofEntry: () => 'unsure', self: () => 'unsure' };
const [one, other]: readonly NamedPerson[] = [people.assessor, people.counsellor];

const askedOf = (judge: Parameters<typeof judgeBothWays>[2]): readonly string[] | null => {
  const judged = judgeBothWays(unsure, own, judge);
  return 'asked' in judged ? judged.asked.map(({ person }) => person.name) : null;
};

const is = ({ ofEntry }: Decided, person: NamedPerson | undefined): boolean =>
  person !== undefined && ofEntry(entry, person);

describe('what hangs on who is who', () => {
  it('asks nobody about one pair that is good either way', () => {
    expect(askedOf((decided) => ok(is(decided, one)))).toBeNull();
  });

  it('asks about one pair by which it differs', () => {
    expect(askedOf((decided) => (is(decided, one) ? ok(null) : fail('refused')))).toEqual([people.assessor.name]);
  });

  it('asks about each of two pairs, though it is good with both the same and with both apart', () => {
    const judge = (decided: Decided) => (is(decided, one) === is(decided, other) ? ok(null) : fail('refused'));
    expect(askedOf(judge)).toEqual([people.assessor.name, people.counsellor.name]);
  });
});
