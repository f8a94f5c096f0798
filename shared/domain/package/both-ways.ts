import type { Result } from '@shared/kernel/result.ts';
import type { DirectoryEntry } from '../identity/directory.ts';
import type { NamedPerson } from '../identity/person.ts';
import type { AlikePair, WhoIsWho } from '../identity/sameness.ts';

/** Who is who, with every doubt decided one way. */
export interface Decided {
  readonly ofEntry: (entry: DirectoryEntry, person: NamedPerson) => boolean;
  readonly self: (person: NamedPerson) => boolean;
}

/** What a judgement came to, or who must be told apart by a person before there is one. */
export type BothWays<T, E> = Result<T, E> | { readonly asked: readonly AlikePair[] };

/**
 * Judges with everybody of a like name taken for another person, then for the same one. Where that makes a difference,
 * or nothing is good either way, a person is asked about those whom nothing tells apart; where it is good either way,
 * nobody is. `own`: entry of this vault.
 */
export const judgeBothWays = <T, E>(
  who: WhoIsWho,
  own: DirectoryEntry,
  judge: (decided: Decided) => Result<T, E>,
): BothWays<T, E> => {
  const asked = new Map<string, AlikePair>();
  const decided = (doubtful: boolean): Decided => {
    const noted = (person: NamedPerson, entry: DirectoryEntry): boolean => {
      asked.set(JSON.stringify([entry.entryId, person.name, person.nip, person.unit]), { person, entry });
      return doubtful;
    };
    return {
      ofEntry: (entry, person) => {
        const is = entry.entryId === own.entryId ? who.self(person) : who.ofEntry(entry, person);
        return is === 'unsure' ? noted(person, entry) : is === 'same';
      },
      self: (person) => {
        const is = who.self(person);
        return is === 'unsure' ? noted(person, own) : is === 'same';
      },
    };
  };
  const apart = judge(decided(false));
  if (asked.size === 0) return apart;
  const together = judge(decided(true));
  return apart.ok && together.ok ? apart : { asked: [...asked.values()] };
};
