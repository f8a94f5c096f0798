import { isOwnAnswer } from '../case/acts/answers.ts';
import { asksFirst } from '../case/fold.ts';
import { type ActHeader, isMadeForOneself } from '../case/header.ts';
import { reachesOf } from '../case/order.ts';
import { type NamedHeader, nothingDeeper } from '../case/state.ts';
import { afterNamed, type Known, pastsAmong } from './lineage.ts';

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

/**
 * Whether an author forked the own past by an act: whoever signs in one vault names, each time, whatever the own
 * earlier acts have become part of. Two acts of one author of which neither builds on the other come from a vault that
 * was put back, or from somebody who wants to overtake what others have built on.
 *
 * Left out are records for oneself; that the file names the wrong person; paper that waits for its author and what
 * denies it, which nobody names (but not two answers to the same paper); and a pair of which one reaches deeper and the
 * other does not tell here whether it builds on that. A name of something that is not at hand leads nowhere.
 * `authorOf` tells whose key signed an act.
 */
export const createForkedPast = (
  acts: readonly NamedHeader[],
  authorOf: (header: ActHeader) => string,
): ((hash: string) => boolean) => {
  const known: Known = new Map(acts.filter(({ header }) => !isMadeForOneself(header)).map((act) => [act.hash, act]));
  const ordered = afterNamed(known);
  const reaches = reachesOf(known);
  const reachOf = ({ hash }: NamedHeader): number => reaches.get(hash) ?? 0;
  const unnamed = new Set(ordered.filter((act) => isNamedByNone(act, known)));
  const tells = (act: NamedHeader, of: NamedHeader): boolean =>
    reachOf(of) <= reachOf(act) || (act.deeper ?? nothingDeeper)[reachOf(of) - 1] !== null;
  const mustBeInLine = (a: NamedHeader, b: NamedHeader): boolean => {
    if (overtakesNothing(a) || overtakesNothing(b)) return false;
    if (unnamed.has(a) || unnamed.has(b))
      return isOwnAnswer(a.header) && isOwnAnswer(b.header) && a.header.about === b.header.about;
    return tells(a, b) && tells(b, a);
  };
  const forkedBy = new Map<string, ReadonlySet<string>>();
  const forkedOf = (author: string): ReadonlySet<string> => {
    const own = ordered.filter(({ header }) => authorOf(header) === author);
    const pasts = pastsAmong(own, ordered);
    const holds = (act: NamedHeader, at: number): boolean => (((pasts.get(act.hash) ?? 0n) >> BigInt(at)) & 1n) === 1n;
    const isForked = (act: NamedHeader, at: number): boolean =>
      own.some((other, index) => index !== at && !holds(act, index) && !holds(other, at) && mustBeInLine(act, other));
    return new Set(own.filter(isForked).map(({ hash }) => hash));
  };
  return (hash) => {
    const act = known.get(hash);
    if (act === undefined) return false;
    const author = authorOf(act.header);
    const forked = forkedBy.get(author) ?? forkedOf(author);
    forkedBy.set(author, forked);
    return forked.has(hash);
  };
};
