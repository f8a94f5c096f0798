import { overlongKind } from '@shared/domain/draft/kinds.ts';
import { natural } from '@shared/domain/fields.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { digestOf } from '../db/digest/digest.ts';
import type { NotesDb, NotesReader, NotesWriter } from '../db/handles.ts';
import { audit, meta } from '../db/shared-columns.ts';
import { allDraftRows, type DraftRow, findDraft, findDraftAt, putDraft } from '../drafts/draft-rows.ts';
import { isDraftOfErased } from '../drafts/of-erased.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Row of `meta` in notes.db: what is known of drafts that came out of backups. */
const key = 'draftsTaken';
const schema = z.strictObject({
  /** Ids of all that came: one that is not here any more was sent or thrown away. */
  ids: z.array(z.string()),
  /** Of each notes.db out of which some came (`beginningOf`): its commits, in its latest backup that was taken. */
  until: z.record(z.string(), natural),
});
type Known = z.infer<typeof schema>;

const knownTo = (tx: NotesReader): Known =>
  schema.parse(JSON.parse(tx.select().from(meta).where(eq(meta.key, key)).get()?.value ?? '{"ids":[],"until":{}}'));

const firstEntry = (tx: NotesReader) => tx.select().from(audit).where(eq(audit.seq, 1)).get();

/** Tells a notes.db and all later states of it from every other one: the first entry of its trail. */
const beginningOf = (tx: NotesReader): string => toHex(firstEntry(tx)?.hash ?? new Uint8Array(0));

/** True for a notes.db that was begun in the place of one that a backup left out. */
const isStandIn = (tx: NotesReader): boolean => firstEntry(tx)?.kind === 'notesLeftOut';

const together = (ours: Known, theirs: Known, taken: readonly string[], from: readonly [string, number]): Known => {
  const until = { ...ours.until };
  for (const [beginning, commits] of [...Object.entries(theirs.until), from])
    until[beginning] = Math.max(until[beginning] ?? 0, commits);
  return { ids: [...new Set([...ours.ids, ...theirs.ids, ...taken])].sort(), until };
};

/**
 * Takes unsent drafts out of another notes.db of the same vault, in the caller's transaction; answers how many. Only
 * where this one stands for one that was left out: in any other a draft that is not here was sent or thrown away. So
 * was one that came before, and one that a later backup of that notes.db did not have any more. Nothing is written over
 * what is typed here at the same place, and drafts of what was erased stay away. `isNoteErased`: a note that the
 * other one has was erased here: words that such a note refused for their length stay away too, since they do not say
 * of which note they are.
 */
export const takeDrafts = (
  work: Pick<Workspace, 'records'>,
  tx: NotesWriter,
  from: NotesDb,
  isNoteErased: boolean,
): number => {
  const beginning = beginningOf(from);
  const commits = digestOf(from.$client)?.stored().commits ?? 0;
  const known = knownTo(tx);
  if (!isStandIn(tx) || beginning === beginningOf(tx) || commits < (known.until[beginning] ?? 0)) return 0;
  const isErased = isDraftOfErased(work.records);
  const isGone = (row: DraftRow): boolean => isErased(row) || (isNoteErased && row.kind === overlongKind('note'));
  const coming = allDraftRows(from).filter((row) => !known.ids.includes(row.id) && !isGone(row));
  const taken = coming.filter((row) => findDraft(tx, row.id) === undefined && findDraftAt(tx, row) === undefined);
  for (const row of taken) putDraft(tx, row);
  const ids = taken.map(({ id }) => id);
  const value = JSON.stringify(together(known, knownTo(from), ids, [beginning, commits]));
  tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
  return taken.length;
};
