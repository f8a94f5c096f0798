import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { settings } from '../db/records-schema.ts';

/** A setting by key, when it is there and fits its schema. */
export const readSetting = <S extends z.ZodType>(
  tx: RecordsReader,
  key: string,
  schema: S,
): z.output<S> | undefined => {
  const row = tx.select().from(settings).where(eq(settings.key, key)).get();
  const parsed = row && schema.safeParse(row.json);
  return parsed?.success ? parsed.data : undefined;
};

/** Writes a setting. */
export const writeSetting = (tx: RecordsWriter, key: string, json: unknown): void => {
  tx.insert(settings).values({ key, json }).onConflictDoUpdate({ target: settings.key, set: { json } }).run();
};
