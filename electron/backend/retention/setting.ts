import { type Holding, holdings } from '@shared/domain/retention/erasure.ts';
import { firstSchedule, type RetentionSchedule, retentionSchedule } from '@shared/domain/retention/schedule.ts';
import { z } from 'zod';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readSetting, writeSetting } from '../settings/setting-rows.ts';

const key = 'retention';
const settingSchema = z.strictObject({ holding: z.enum(holdings).nullable(), schedule: retentionSchedule });

/** What is set of retention in a vault. */
export interface RetentionSetting {
  /** Whether the vault holds the archive or a working copy; null: nobody has said. */
  readonly holding: Holding | null;
  readonly schedule: RetentionSchedule;
}

/** Reads it. */
export const readRetention = (tx: RecordsReader): RetentionSetting =>
  readSetting(tx, key, settingSchema) ?? { holding: null, schedule: firstSchedule };

/** Writes it. */
export const writeRetention = (tx: RecordsWriter, setting: RetentionSetting): void => writeSetting(tx, key, setting);
