import { eq } from 'drizzle-orm';
import type { NotesReader, NotesWriter } from '../db/handles.ts';
import { meta } from '../db/shared-columns.ts';

/**
 * Row of `meta` in a notes.db that stands for that of the private notes, since a backup left them out: the moment of
 * that backup. It stays until notes are taken back or the person says that there are none.
 */
const key = 'notesLeftOut';

/** Since when private notes are missing here: the moment of the backup that left them out; null: they are not. */
export const notesMissingSince = (tx: NotesReader): string | null =>
  tx.select().from(meta).where(eq(meta.key, key)).get()?.value ?? null;

/** Notes that they are missing, in a new database. */
export const noteNotesMissing = (tx: NotesWriter, at: string): void => {
  tx.insert(meta).values({ key, value: at }).run();
};

/** Notes that nothing is missing any more. */
export const settleMissingNotes = (tx: NotesWriter): void => {
  tx.delete(meta).where(eq(meta.key, key)).run();
};
