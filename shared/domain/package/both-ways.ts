import type { Result } from '@shared/kernel/result.ts';
import type { DirectoryEntry } from '../identity/directory.ts';
import type { NamedPerson } from '../identity/person.ts';
import { type AlikePair, pairKey, type WhoIsWho } from '../identity/sameness.ts';

/** Who is who, with every doubt decided one way. */
export interface Decided {
  readonly ofEntry: (entry: DirectoryEntry, person: NamedPerson) => boolean;
  readonly self: (person: NamedPerson) => boolean;
}

/** What a judgement came to, or who must be told apart by a person before there is one. */
export type BothWays<T, E> = Result<T, E> | { readonly asked: readonly AlikePair[] };

/** What something comes to with everybody of a like name taken for another person, and for the same one. */
export interface EachWay<T> {
  readonly apart: T;
  /** The same as `apart` where nobody is in doubt. */
  readonly together: T;
  /** Whom nothing tells apart. Of more than one pair two ways are not all there are. */
  readonly open: readonly AlikePair[];
}

/** Judges with everybody of a like name taken for another person, then for the same one. `own`: entry of this vault. */
export const eachWay = <T>(who: WhoIsWho, own: DirectoryEntry, judge: (decided: Decided) => T): EachWay<T> => {
  const asked = new Map<string, AlikePair>();
  const decided = (doubtful: boolean): Decided => {
    const noted = (person: NamedPerson, entry: DirectoryEntry): boolean => {
      // An answer is kept by what names a person: two spellings of that are one question.
      asked.set(pairKey({ person, entry }), { person, entry });
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
  const together = asked.size === 0 ? apart : judge(decided(true));
  return { apart, together, open: [...asked.values()] };
};

/**
 * Judges both ways. Where that makes a difference, or nothing is good either way, or more than one pair is open, a
 * person is asked about each of those whom nothing tells apart; of one pair that is good either way nobody is.
 */
export const judgeBothWays = <T, E>(
  who: WhoIsWho,
  own: DirectoryEntry,
  judge: (decided: Decided) => Result<T, E>,
): BothWays<T, E> => {
  const { apart, together, open } = eachWay(who, own, judge);
  const isSettled = open.length === 0 || (open.length === 1 && apart.ok && together.ok);
  return isSettled ? apart : { asked: open };
};
