import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { RecordsReader, RecordsWriter } from './handles.ts';
import { meta } from './shared-columns.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A JSON value of `meta` by key, when it is there and fits its schema. */
export const readMeta = <S extends z.ZodType>(tx: RecordsReader, key: string, schema: S): z.output<S> | undefined => {
  const row = tx.select().from(meta).where(eq(meta.key, key)).get();
  const parsed = row && schema.safeParse(parse(row.value));
  return parsed?.success ? parsed.data : undefined;
};

/** Writes a JSON value of `meta`. */
export const writeMeta = (tx: RecordsWriter, key: string, json: unknown): void => {
  const value = JSON.stringify(json);
  tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
};
