import { placeSchema } from '@shared/contract/session.ts';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { NotesReader, NotesWriter } from '../db/handles.ts';
import { places } from '../db/notes-schema.ts';

/** A page of the window. */
type Place = z.infer<typeof placeSchema>;

const lastPlace = 'last';

/** Where in the app the person was; null when nothing is kept, or what is kept is no place any more. */
export const readPlace = (tx: NotesReader): Place | null => {
  const row = tx.select().from(places).where(eq(places.key, lastPlace)).get();
  const place = placeSchema.safeParse(row?.json);
  return place.success ? place.data : null;
};

/** Keeps where in the app the person is. */
export const writePlace = (tx: NotesWriter, json: Place): void => {
  tx.insert(places).values({ key: lastPlace, json }).onConflictDoUpdate({ target: places.key, set: { json } }).run();
};
