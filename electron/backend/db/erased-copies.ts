import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { eq } from 'drizzle-orm';
import { nameOfErased, type ToldErased, toldErased } from './erased-files.ts';
import type { RecordsReader, RecordsWriter } from './handles.ts';
import { erasedCopies } from './retention-schema.ts';

/** What is known of a copy that was erased once. */
export interface ErasedCopy {
  /** Hash of the act by which it was released, hexadecimal. */
  readonly hash: string;
  /** How often it was erased. */
  readonly times: number;
  /** When it was erased last; null: it was taken again since. */
  readonly at: string | null;
}

const buffer = (hash: string): Buffer => Buffer.from(fromHex(hash));

/**
 * Name of a copy at its nth erasure in lists. One that was taken again stands in no list; a backup that has it since
 * then knows how often it was erased before, so that an older list which still lies somewhere does not take it away.
 */
export const nameOfCopy = (hash: string, nth: number): string => nameOfErased(`copy ${hash} ${nth}`);

/** Names of a copy at each of its erasures. */
export const namesOfCopy = ({ hash, times }: Pick<ErasedCopy, 'hash' | 'times'>): string[] =>
  Array.from({ length: times }, (_, index) => nameOfCopy(hash, index + 1));

/** How often a copy was erased by what lists said that this vault was restored beside. */
const timesTold = (told: ToldErased | null, hash: string): number => {
  let times = 0;
  while (told?.copies.includes(nameOfCopy(hash, times + 1))) times += 1;
  return times;
};

const find = (tx: RecordsReader, hash: string): Pick<ErasedCopy, 'times' | 'at'> | undefined => {
  const row = tx
    .select()
    .from(erasedCopies)
    .where(eq(erasedCopies.hash, buffer(hash)))
    .get();
  const told = toldErased(tx);
  const times = Math.max(row?.times ?? 0, timesTold(told, hash));
  if (row !== undefined) return { times, at: row.at };
  return told === null || times === 0 ? undefined : { times, at: told.at };
};

/** All copies that were ever erased here, without those that only lists tell of. */
export const erasedCopyRows = (tx: RecordsReader): ErasedCopy[] => {
  const told = toldErased(tx);
  return tx
    .select()
    .from(erasedCopies)
    .all()
    .map((row) => {
      const hash = toHex(row.hash);
      return { ...row, hash, times: Math.max(row.times, timesTold(told, hash)) };
    });
};

/** When a copy was erased here; null: it was not, or was taken again. Nobody sends it in without being asked. */
export const copyErasedAt = (tx: RecordsReader, hash: string): string | null => find(tx, hash)?.at ?? null;

/** How often a copy was erased here. */
export const timesErased = (tx: RecordsReader, hash: string): number => find(tx, hash)?.times ?? 0;

const put = (tx: RecordsWriter, hash: string, now: Pick<ErasedCopy, 'times' | 'at'>): void => {
  tx.insert(erasedCopies)
    .values({ hash: buffer(hash), ...now })
    .onConflictDoUpdate({ target: erasedCopies.hash, set: now })
    .run();
};

/** Notes that a copy is erased. In the caller's transaction, before its acts go. */
export const noteCopyErased = (tx: RecordsWriter, hash: string, at: string): void =>
  put(tx, hash, { times: timesErased(tx, hash) + 1, at });

/** Notes that a copy that was erased is taken again. In the caller's transaction. */
export const noteCopyTaken = (tx: RecordsWriter, hash: string): void =>
  put(tx, hash, { times: timesErased(tx, hash), at: null });
