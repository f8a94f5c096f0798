import type { RecordsReader } from '../db/handles.ts';
import { findPerson } from '../persons/person-rows.ts';
import { type CaseFile, matterOf } from './case-file.ts';
import { findCase } from './case-rows.ts';

/** Name of the employee of a case, as far as this vault knows; empty when it does not, or names the wrong one. */
export const employeeNameOf = (tx: RecordsReader, caseId: string, file: CaseFile): string => {
  if (file.state.mistaken !== null) return '';
  const named = matterOf(file).employee?.name;
  if (named !== undefined) return named;
  const row = findCase(tx, caseId);
  return (row && findPerson(tx, row.employeeId)?.name) ?? '';
};
