import { type GuidanceRecord, requiredParties } from './record.ts';

// The one original of a record of several signers (our rule): a PDF that goes round, the leader first, then the
// participants in order. What one alone signs has its paper from that person's vault.

/** Whose turn it is on an original that so many have signed; null: all have. */
export const turnOf = (record: Pick<GuidanceRecord, 'content' | 'participants'>, signatures: number): number | null =>
  requiredParties(record)[signatures] ?? null;

/** What of a record tells whether its original waits for somebody. */
export interface OriginalStanding {
  readonly record: Pick<GuidanceRecord, 'content' | 'participants'>;
  /** Signatures on the original that is here; null: none is here. */
  readonly original: number | null;
  /** Signed on paper: then no original goes round. */
  readonly onPaper: boolean;
  /** All parties have signed the record itself. */
  readonly complete: boolean;
}

/**
 * True when a party may sign the original now: it is its turn, or it is the first and the original was not begun. What
 * all signed before there was an original keeps the papers that it has.
 */
export const mayContinue = ({ record, original, onPaper, complete }: OriginalStanding, party: number): boolean => {
  const isOfOne = requiredParties(record).length < 2;
  if (isOfOne || onPaper || (original === null && complete)) return false;
  return turnOf(record, original ?? 0) === party;
};

/**
 * What an original that came is to the one here: `same`; `later` (it stands in its place); `earlier`; `older`: somebody
 * signed on a revision that is not the newest, and has to sign the newest one.
 */
export type ComingOriginal = 'same' | 'later' | 'earlier' | 'older';

/**
 * Judges an original that came against the one here, both as the names of their revisions. What goes on from the one
 * here is later. Two that part (somebody signed twice, out of a backup) are settled alike everywhere, in whatever order
 * they come: the one with more signatures stands, else the one whose parting revision has the smaller name. What all
 * (`parties`) have signed is never replaced.
 */
export const judgeComing = (here: readonly string[], came: readonly string[], parties: number): ComingOriginal => {
  const parting = came.findIndex((name, at) => here[at] !== name);
  if (parting === -1) return came.length === here.length ? 'same' : 'earlier';
  if (parting === here.length) return 'later';
  if (here.length >= parties) return 'older';
  if (came.length !== here.length) return came.length > here.length ? 'later' : 'older';
  return (came[parting] ?? '') < (here[parting] ?? '') ? 'later' : 'older';
};
