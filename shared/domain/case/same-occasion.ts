import type { ActBody } from './body.ts';
import type { NamedHeader } from './state.ts';

/** What tells one occasion from another where acts of one type repeat, such as the sessions of a case. */
const occasion = ['date', 'startTime'] as const;

type Told = NamedHeader & { readonly body: ActBody | null };

/**
 * Whether a record for oneself tells of the same occasion as an act that others signed or entered: same type, author's
 * role and facts, same day and hour. Of what is here by its header alone nobody can tell. Who entered both had the
 * first in view and means two, as where both are for all.
 */
export const isSameOccasion = (own: Told, shared: Told): boolean => {
  const [mine, theirs] = [own.body?.content, shared.body?.content];
  return (
    own.header.authorKey !== shared.header.authorKey &&
    own.header.type === shared.header.type &&
    own.header.capacity === shared.header.capacity &&
    String(own.header.facts) === String(shared.header.facts) &&
    mine !== undefined &&
    theirs !== undefined &&
    mine.date !== undefined &&
    occasion.every((name) => mine[name] === theirs[name])
  );
};
