import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { type ReadRecordFile, readRecordFile } from '../record/record-file.ts';
import type { OpenedPackage } from './package-checker.ts';

/**
 * Reads the record of guidance of a package, with every signature in it; null where there is none.
 * `packageTampered` when it does not fit: its sender has signed for something else. Says nothing of whose keys they
 * are.
 */
export const openRecord = ({
  guidance,
}: Pick<OpenedPackage, 'guidance'>): Result<ReadRecordFile | null, AppError<'packageTampered'>> => {
  if (guidance === null) return ok(null);
  const record = readRecordFile(guidance);
  return record.ok ? record : fail('packageTampered');
};
