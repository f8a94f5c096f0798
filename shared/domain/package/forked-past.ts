import { isOwnAnswer } from '../case/acts/answers.ts';
import { asksFirst } from '../case/fold.ts';
import { type ActHeader, isMadeForOneself, isPastUntold } from '../case/header.ts';
import { reachesOf } from '../case/order.ts';
import { type NamedHeader, nothingDeeper } from '../case/state.ts';
import { ownWords } from './copy.ts';
import { afterNamed, type Known, pastsAmong } from './lineage.ts';
import { namesOf } from './past.ts';

/** Whether no later act names this one: paper that waits for its author, and an answer that gives it no effect. */
const isNamedByNone = ({ header }: NamedHeader, known: Known): boolean => {
  if (asksFirst(header)) return true;
  const asked = header.type === 'paperAnswered' ? known.get(header.about ?? '') : undefined;
  return asked !== undefined && asksFirst(asked.header) && !header.facts.includes('confirmed');
};

/**
 * That a file names the wrong person stands last of all that is free, so it comes before nothing. What led to it need
 * not be at hand: of such a file nothing else leaves (law: mistaken).
 */
const overtakesNothing = ({ header }: NamedHeader): boolean => header.type === 'employeeMistaken';

/** What an act does not go on from: an own earlier act that is here, surely (`forked`) or as far as is told here. */
export type BrokenLine = 'forked' | 'unclear';

/** Names in the past of each act that lead to nothing at hand, as bits. `ordered`: each act after all that it names. */
const gapsAmong = (ordered: readonly NamedHeader[], known: Known): ReadonlyMap<string, bigint> => {
  const gaps = new Map<string, bigint>();
  const bits = new Map<string, bigint>();
  const bitOf = (name: string): bigint => {
    const bit = bits.get(name) ?? 1n << BigInt(bits.size);
    bits.set(name, bit);
    return bit;
  };
  for (const act of ordered) {
    const names = namesOf(act).map((name) => (known.has(name) ? (gaps.get(name) ?? 0n) : bitOf(name)));
    gaps.set(
      act.hash,
      names.reduce((gap, bit) => gap | bit, 0n),
    );
  }
  return gaps;
};

/**
 * Whether an act of an author goes on from all that the same author signed before: whoever signs in one vault names,
 * each time, whatever the own earlier acts have become part of. Two acts of one author of which neither builds on the
 * other come from a vault that was put back, or from somebody who wants to overtake what others have built on.
 *
 * It is `forked` only where nothing that is not at hand could make it otherwise. A name of something that is not here
 * leads nowhere, and may lead to the other act: that is `unclear`, unless the other act has that name in its own past,
 * for nothing builds on what builds on it. Two keys of one person are of two vaults, and the second need not have had
 * what was signed by the first: `unclear` too.
 *
 * Left out are records for oneself; that the file names the wrong person; paper that waits for its author and what
 * denies it, which nobody names (but not two answers to the same paper); a pair of which one reaches deeper and the
 * other does not tell here whether it builds on that; and copies in the hands of their employee, who has nothing of
 * what they build on, and what the employee says of different copies. `authorOf` tells whose key signed an act.
 */
export const createBrokenLine = (
  acts: readonly NamedHeader[],
  authorOf: (header: ActHeader) => string,
): ((hash: string) => BrokenLine | null) => {
  const known: Known = new Map(acts.filter(({ header }) => !isMadeForOneself(header)).map((act) => [act.hash, act]));
  const ordered = afterNamed(known);
  const reaches = reachesOf(known);
  const gaps = gapsAmong(ordered, known);
  const reachOf = ({ hash }: NamedHeader): number => reaches.get(hash) ?? 0;
  const unnamed = new Set(ordered.filter((act) => isNamedByNone(act, known)));
  const tells = (act: NamedHeader, of: NamedHeader): boolean =>
    reachOf(of) <= reachOf(act) || (act.deeper ?? nothingDeeper)[reachOf(of) - 1] !== null;
  const isFileHere = ordered.some(({ header }) => header.type === 'caseOpened');
  const isCopyAlone = ({ header }: NamedHeader): boolean =>
    isPastUntold(header) || (header.type === 'copyReleased' && !isFileHere);
  // Each builds on its copy alone; of two requests about one copy the second builds on the answer to the first.
  const isSaidOfCopy = ({ header }: NamedHeader): boolean =>
    header.origin === 'vault' && ownWords.includes(header.type);
  const isAskedAgain = (a: NamedHeader, b: NamedHeader): boolean =>
    [a, b].every(({ header }) => header.type === 'correctionRequested') && a.header.about === b.header.about;
  const mustBeInLine = (a: NamedHeader, b: NamedHeader): boolean => {
    if ([a, b].some((act) => overtakesNothing(act) || isCopyAlone(act))) return false;
    if ([a, b].some(isSaidOfCopy)) return isAskedAgain(a, b);
    if (unnamed.has(a) || unnamed.has(b))
      return isOwnAnswer(a.header) && isOwnAnswer(b.header) && a.header.about === b.header.about;
    return tells(a, b) && tells(b, a);
  };
  const isSure = (a: NamedHeader, b: NamedHeader): boolean =>
    a.header.authorKey === b.header.authorKey && gaps.get(a.hash) === gaps.get(b.hash);
  const brokenBy = new Map<string, ReadonlyMap<string, BrokenLine>>();
  const brokenOf = (author: string): ReadonlyMap<string, BrokenLine> => {
    const own = ordered.filter(({ header }) => authorOf(header) === author);
    const pasts = pastsAmong(own, ordered);
    const holds = (act: NamedHeader, at: number): boolean => (((pasts.get(act.hash) ?? 0n) >> BigInt(at)) & 1n) === 1n;
    const broken = own.flatMap((act, at): (readonly [string, BrokenLine])[] => {
      const beside = own.filter(
        (other, index) => index !== at && !holds(act, index) && !holds(other, at) && mustBeInLine(act, other),
      );
      if (beside.length === 0) return [];
      return [[act.hash, beside.some((other) => isSure(act, other)) ? 'forked' : 'unclear']];
    });
    return new Map(broken);
  };
  return (hash) => {
    const act = known.get(hash);
    if (act === undefined) return null;
    const author = authorOf(act.header);
    const broken = brokenBy.get(author) ?? brokenOf(author);
    brokenBy.set(author, broken);
    return broken.get(hash) ?? null;
  };
};
