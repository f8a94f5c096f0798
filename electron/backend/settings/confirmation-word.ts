import { wordList } from '@shared/domain/identity/words.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { ok } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import type { NotesDb } from '../db/handles.ts';
import { meta } from '../db/notes-schema.ts';
import { transactNotes } from '../db/transact.ts';

const key = 'confirmationWord';

/** Two words by chance, one in a million. */
const draw = (random: Random): string =>
  [0, 1]
    .map(() => {
      const [high = 0, low = 0] = random.bytes(2);
      return wordList[((high << 8) | low) % wordList.length] ?? '';
    })
    .join(' ');

/**
 * The word by which a person tells the window of confirmation from a painted one; made when a vault is first entered.
 * No call answers it.
 */
export const confirmationWord = (notes: NotesDb): string =>
  notes.select().from(meta).where(eq(meta.key, key)).get()?.value ?? '';

/** Makes the word of a vault that has none yet. A full disk keeps nobody out: the next time will do. */
export const ensureConfirmationWord = (notes: NotesDb, random: Random): void => {
  if (confirmationWord(notes) !== '') return;
  transactNotes(notes, (tx) => {
    tx.insert(meta)
      .values({ key, value: draw(random) })
      .run();
    return ok(null);
  });
};
