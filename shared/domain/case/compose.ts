import { isOneMoment } from './act-days.ts';
import { rowOf } from './act-table.ts';
import type { ActType } from './act-type.ts';
import type { HeaderDraft } from './definition.ts';
import type { ActHeaderV2 } from './header.ts';
import { levelOf } from './judge-header.ts';
import { actOf, type CaseState, type Level } from './state.ts';

export interface HeaderParts
  extends Omit<HeaderDraft, 'authorKey' | 'enteredAs' | 'namedKey' | 'scope'>,
    Pick<ActHeaderV2, 'actId' | 'authorKey' | 'statedAt' | 'statedOn' | 'clock' | 'scope' | 'enteredAs' | 'namedKey'> {
  /** Null for an opening: its file is named by it when it is sealed. */
  readonly caseId: string | null;
  /** The case before this act: what all share, or for a record for oneself the case as its holder has it. */
  readonly state: CaseState;
}

/** Heads that everybody has who has an act of this level, and acts without effect that no act names yet; sorted. */
const headsUpTo = (state: CaseState, level: Level): string[] => {
  const reach = new Map(state.refused.map((refused) => [refused.hash, refused.level]));
  const unseen = state.unseen.filter((hash) => (reach.get(hash) ?? 2) <= level);
  return [...new Set([...(state.headsByLevel[level] ?? []), ...unseen])].sort();
};

/**
 * Heads of exactly one level, sorted. An act of a lesser level commits to them and does not name them: whoever has the
 * act and not those learns nothing of them.
 */
const headsOfLevel = (state: CaseState, level: Level): string[] =>
  headsUpTo(state, level).filter(
    (hash) => (actOf(state, hash) ?? state.refused.find((refused) => refused.hash === hash))?.level === level,
  );

/**
 * What an act commits to of levels 1 and 2: the heads that lie deeper than the act itself; none where it names them.
 */
export const deeperHeads = (
  state: CaseState,
  act: Pick<HeaderDraft, 'type' | 'about' | 'format'>,
): readonly [readonly string[], readonly string[]] => {
  const own = levelOf(state, act);
  return [own < 1 ? headsOfLevel(state, 1) : [], own < 2 ? headsOfLevel(state, 2) : []];
};

/**
 * Types of acts whose headers come to the employee: the release, what may be copied (law: copy), and the answer to a
 * request that an act be corrected (law: rectify).
 */
const copied: ReadonlySet<ActType> = new Set<ActType>([
  'copyReleased',
  'correctionAnswered',
  ...rowOf('copyReleased').aboutTypes,
]);

/**
 * True for an act whose header may come to somebody who takes no part in the file: it is signed with a commitment to
 * what it builds on, not with its names.
 */
export const leavesFile = (type: ActType): boolean => copied.has(type);

/** A header before it is sealed: the commitments are made with fresh salts, and what they make names a new file. */
export type UnsealedHeader = Omit<ActHeaderV2, 'bodyCommit' | 'deeper' | 'builtOn' | 'caseId'> &
  Pick<HeaderParts, 'caseId'>;

/**
 * What a new act builds on: the heads of its case that everybody has who will have it; a record for oneself on all
 * heads.
 */
export const refsOf = (
  state: CaseState,
  act: Pick<HeaderDraft, 'type' | 'about' | 'format'> & Pick<ActHeaderV2, 'scope'>,
): string[] => (act.scope === 'own' ? [...state.heads] : headsUpTo(state, levelOf(state, act)));

/**
 * The header of a new act. Throws RangeError beyond 200 heads, and where no zone on earth has that day at that time.
 */
export const composeHeader = ({ state, ...parts }: HeaderParts): UnsealedHeader => {
  const refs = refsOf(state, parts);
  if (!isOneMoment(parts)) throw new RangeError('day and time differ');
  if (refs.length > 200) throw new RangeError('too many heads');
  return {
    format: 'bilik/act/v2',
    actId: parts.actId,
    caseId: parts.caseId,
    type: parts.type,
    version: 1,
    capacity: parts.capacity,
    origin: parts.origin,
    facts: [...parts.facts].sort(),
    authorKey: parts.authorKey,
    statedAt: parts.statedAt,
    statedOn: parts.statedOn,
    ...(parts.clock !== undefined && { clock: parts.clock }),
    refs,
    about: parts.about,
    scope: parts.scope,
    enteredAs: parts.enteredAs,
    namedKey: parts.namedKey,
  };
};
