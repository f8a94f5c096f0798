import type { GuidanceRecord } from '@shared/domain/guidance/record.ts';
import type { RecordsReader } from '../db/handles.ts';
import { getSettings } from '../settings/settings.ts';
import type { GuidanceRow } from './guidance-rows.ts';
import { listRecords } from './record-rows.ts';
import { soundRecord } from './record-state.ts';

/** Who leads whom, and what about. */
export type Head = Pick<GuidanceRecord, 'guidanceId' | 'topic' | 'institution' | 'period' | 'leader' | 'participants'>;

/** Head of a file: from its working papers, else from the latest record that came; undefined when neither is sound. */
export const headOf = (tx: RecordsReader, { id, file }: GuidanceRow): Head | undefined => {
  if (file !== null)
    return { ...file, guidanceId: id, institution: file.institution || getSettings(tx).institution.name };
  return listRecords(tx, id)
    .flatMap((row) => soundRecord(row) ?? [])
    .at(-1)?.record;
};
