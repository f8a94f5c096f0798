import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { settings } from '../db/records-schema.ts';
import type { RecordsTx } from '../db/transact.ts';

/** A setting by key, when it is there and fits its schema. */
export const readSetting = <S extends z.ZodType>(tx: RecordsTx, key: string, schema: S): z.output<S> | undefined => {
  const row = tx.select().from(settings).where(eq(settings.key, key)).get();
  const parsed = row && schema.safeParse(row.json);
  return parsed?.success ? parsed.data : undefined;
};

/** Writes a setting. */
export const writeSetting = (tx: RecordsTx, key: string, json: unknown): void => {
  tx.insert(settings).values({ key, json }).onConflictDoUpdate({ target: settings.key, set: { json } }).run();
};
