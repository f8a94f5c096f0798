import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { eq, sql } from 'drizzle-orm';
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

const find = (tx: RecordsReader, hash: string) =>
  tx
    .select()
    .from(erasedCopies)
    .where(eq(erasedCopies.hash, buffer(hash)))
    .get();

/** All copies that were ever erased here. */
export const erasedCopyRows = (tx: RecordsReader): ErasedCopy[] =>
  tx
    .select()
    .from(erasedCopies)
    .all()
    .map((row) => ({ ...row, hash: toHex(row.hash) }));

/** When a copy was erased here; null: it was not, or was taken again. Nobody sends it in without being asked. */
export const copyErasedAt = (tx: RecordsReader, hash: string): string | null => find(tx, hash)?.at ?? null;

/** How often a copy was erased here. */
export const timesErased = (tx: RecordsReader, hash: string): number => find(tx, hash)?.times ?? 0;

/** Notes that a copy is erased. In the caller's transaction, before its acts go. */
export const noteCopyErased = (tx: RecordsWriter, hash: string, at: string): void => {
  tx.insert(erasedCopies)
    .values({ hash: buffer(hash), times: 1, at })
    .onConflictDoUpdate({ target: erasedCopies.hash, set: { times: sql`times + 1`, at } })
    .run();
};

/** Notes that a copy that was erased is taken again. In the caller's transaction. */
export const noteCopyTaken = (tx: RecordsWriter, hash: string): void => {
  tx.update(erasedCopies)
    .set({ at: null })
    .where(eq(erasedCopies.hash, buffer(hash)))
    .run();
};
