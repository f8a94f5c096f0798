import { endKindOf, endsUnnamed } from '@shared/domain/retention/schedule.ts';
import type { RecordsReader } from '../db/handles.ts';
import { findPerson } from '../persons/person-rows.ts';
import { type CaseFile, matterOf } from './case-file.ts';
import { findCase, isMistaken } from './case-rows.ts';

/**
 * True when a case names the wrong employee: by these acts, or as its holder has it. A part of them, such as what all
 * share, may not say so.
 */
export const namesNobody = (tx: RecordsReader, caseId: string, { state }: Pick<CaseFile, 'state'>): boolean =>
  state.mistaken !== null || isMistaken(tx, caseId);

/** Name of the employee of a case, as far as this vault knows; empty when it does not, or names the wrong one. */
export const employeeNameOf = (tx: RecordsReader, caseId: string, file: CaseFile): string => {
  if (namesNobody(tx, caseId, file)) return '';
  const named = matterOf(file).employee?.name;
  if (named !== undefined) return named;
  const row = findCase(tx, caseId);
  return (row && findPerson(tx, row.employeeId)?.name) ?? '';
};

/** As `employeeNameOf`, for lists: none names whose file ended without counselling (law: retention). */
export const listedNameOf = (tx: RecordsReader, caseId: string, file: CaseFile): string =>
  endsUnnamed(endKindOf(file.state)) ? '' : employeeNameOf(tx, caseId, file);
