import type { Role } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readSetting, writeSetting } from './setting-rows.ts';

const key = 'leftCounselling';
const schema = z.strictObject({ at: z.string().nullable() });

/** When the holder ceased to be a counsellor; null: is one, or never was. */
export const leftCounselling = (tx: RecordsReader): string | null => readSetting(tx, key, schema)?.at ?? null;

/** Notes that the holder became or ceased to be a counsellor by a change of roles. In the caller's transaction. */
export const noteCounselling = (
  tx: RecordsWriter,
  before: readonly Role[],
  after: readonly Role[],
  at: string,
): void => {
  const counsels = after.includes('counsellor');
  if (before.includes('counsellor') && !counsels) writeSetting(tx, key, { at });
  else if (counsels && leftCounselling(tx) !== null) writeSetting(tx, key, { at: null });
};
