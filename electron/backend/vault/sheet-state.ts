import { eq } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { meta } from '../db/shared-columns.ts';

/** Row of `meta` in a vault whose recovery sheet nobody has shown to be at hand. */
const key = 'recoverySheet';

/** Notes that the sheet of a new vault was not yet shown to be at hand. */
export const noteSheetUnconfirmed = (tx: RecordsWriter): void => {
  tx.insert(meta).values({ key, value: 'unconfirmed' }).onConflictDoNothing().run();
};

/** Notes that the sheet of a vault is at hand. */
export const noteSheetConfirmed = (tx: RecordsWriter): void => {
  tx.delete(meta).where(eq(meta.key, key)).run();
};

/** False when the making of a vault was cut off before its sheet was shown to be at hand. */
export const isSheetConfirmed = (tx: RecordsReader): boolean =>
  tx.select().from(meta).where(eq(meta.key, key)).get() === undefined;
