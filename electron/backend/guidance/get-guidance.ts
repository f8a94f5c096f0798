import type { RecordView } from '@shared/contract/guidance.ts';
import type { GuidanceKind } from '@shared/domain/guidance/record.ts';
import type { GuidanceFile } from '@shared/domain/guidance/working-file.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { getProfile } from '../settings/profile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findGuidance } from './guidance-rows.ts';
import { listRecords } from './record-rows.ts';
import { toRecordView } from './record-state.ts';

export interface OpenedGuidance {
  readonly guidanceId: string;
  readonly kind: GuidanceKind;
  readonly revision: number;
  readonly file: GuidanceFile | null;
  readonly records: RecordView[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One file with its records. */
export const getGuidance = (
  { records }: Pick<Workspace, 'records'>,
  guidanceId: string,
): Result<OpenedGuidance, AppError<'unknownGuidance'>> => {
  const row = findGuidance(records, guidanceId);
  if (row === undefined) return fail('unknownGuidance');
  const holder = getProfile(records).person;
  const { id, ...rest } = row;
  return ok({
    guidanceId: id,
    ...rest,
    records: listRecords(records, id).map((record) => toRecordView(record, holder)),
  });
};
