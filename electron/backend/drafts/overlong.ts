import { type DraftPlace, overlongKind } from '@shared/domain/draft/kinds.ts';
import { nearlyFull, pieceEnd } from '@shared/domain/long-text.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { ok } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { NotesWriter } from '../db/handles.ts';
import { transactNotes } from '../db/transact.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteDraft, deleteDraftsOf, putDraft } from './draft-rows.ts';

interface Kept {
  /** Tells the pieces of one text from those of others. */
  readonly textId: string;
  readonly text: string;
  /** Rows of the pieces, in order. */
  readonly ids: readonly string[];
}

/** Texts that were too long since the vault was opened, by the place where they were typed. */
const keptOf = createPerVault(() => new Map<string, Kept>());

const keyOf = ({ kind, caseId, subjectKey }: DraftPlace): string => JSON.stringify([kind, caseId, subjectKey]);

const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = pieceEnd(text, from, nearlyFull);
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
};

const deleteAll = (tx: NotesWriter, ids: readonly string[]): void => {
  for (const id of ids) deleteDraft(tx, id);
};

/**
 * Keeps a text that its place refuses for its length, whole, in pieces that Beranda shows as text to copy: a lock that
 * asks nobody, or the end of the program, loses none of it. The next text typed at the place replaces it; what an
 * earlier stay in the vault has kept does not change.
 */
export const keepOverlong = (work: Workspace, place: DraftPlace, text: string): void => {
  const kept = keptOf(work);
  const before = kept.get(keyOf(place));
  if (before?.text === text) return;
  const textId = before?.textId ?? randomId(work.random);
  const pieces = piecesOf(text);
  const ids = pieces.map((_, index) => before?.ids[index] ?? randomId(work.random));
  const updatedAt = toIsoInstant(work.clock.now());
  const done = transactNotes(work.notes, (tx) => {
    deleteAll(tx, before?.ids.slice(pieces.length) ?? []);
    for (const [index, id] of ids.entries())
      putDraft(tx, {
        id,
        kind: overlongKind(place.kind),
        caseId: place.caseId,
        subjectKey: `${textId} ${index + 1} ${place.subjectKey}`.trim(),
        content: JSON.stringify(pieces[index]),
        updatedAt,
      });
    return ok({});
  });
  if (done.ok) kept.set(keyOf(place), { textId, text, ids });
};

/** What is typed at a place is short enough again: what was kept of it in this stay is not needed any more. */
export const forgetOverlong = (work: Workspace, tx: NotesWriter, place: DraftPlace): void => {
  const kept = keptOf(work);
  deleteAll(tx, kept.get(keyOf(place))?.ids ?? []);
  kept.delete(keyOf(place));
};

/** Erases what was kept of all texts of a kind, in this stay and in those before. */
export const eraseOverlong = (work: Workspace, tx: NotesWriter, kind: DraftPlace['kind']): void => {
  deleteDraftsOf(tx, overlongKind(kind));
  const kept = keptOf(work);
  for (const key of [...kept.keys()]) if ((JSON.parse(key) as string[])[0] === kind) kept.delete(key);
};
