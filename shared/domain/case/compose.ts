import type { HeaderDraft } from './definition.ts';
import type { ActHeader } from './header.ts';
import type { CaseState } from './state.ts';

export interface HeaderParts
  extends HeaderDraft,
    Pick<ActHeader, 'actId' | 'caseId' | 'authorKey' | 'statedAt' | 'bodyCommit'> {
  /** The case before this act. */
  readonly state: CaseState;
  /**
   * Heads of what others may have of it, where acts stay here: without them nothing would tell others what this act
   * comes after. None when absent.
   */
  readonly sharedHeads?: readonly string[];
}

/** The header of a new act: it builds on the present heads of its case. Throws RangeError beyond 200 heads. */
export const composeHeader = ({ state, sharedHeads = [], ...parts }: HeaderParts): ActHeader => {
  const refs = [...new Set([...state.heads, ...sharedHeads])].sort();
  if (refs.length > 200) throw new RangeError('too many heads');
  return {
    format: 'bilik/act/v1',
    actId: parts.actId,
    caseId: parts.caseId,
    type: parts.type,
    version: 1,
    capacity: parts.capacity,
    origin: parts.origin,
    facts: [...parts.facts].sort(),
    authorKey: parts.authorKey,
    statedAt: parts.statedAt,
    refs,
    about: parts.about,
    bodyCommit: parts.bodyCommit,
  };
};
