import type { HeaderDraft } from './definition.ts';
import type { ActHeader } from './header.ts';
import type { CaseState } from './state.ts';

export interface HeaderParts
  extends HeaderDraft,
    Pick<ActHeader, 'actId' | 'caseId' | 'authorKey' | 'statedAt' | 'bodyCommit'> {
  /** The case before this act. */
  readonly state: CaseState;
}

/** The header of a new act: it builds on the present heads of its case. Throws RangeError beyond 200 heads. */
export const composeHeader = ({ state, ...parts }: HeaderParts): ActHeader => {
  if (state.heads.length > 200) throw new RangeError('too many heads');
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
    refs: [...state.heads],
    about: parts.about,
    bodyCommit: parts.bodyCommit,
  };
};
