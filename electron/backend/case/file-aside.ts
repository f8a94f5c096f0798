import type { RecordsDb } from '../db/handles.ts';
import type { OpenedFile } from './act-rows.ts';
import { type CaseFile, toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';
import { namesNobody } from './case-name.ts';
import { countedIdentities } from './identity-answers.ts';
import { actsAside } from './stored-act.ts';

/** A file that was set aside whole, folded by itself; `isNameless`: it is about the wrong employee, so names nobody. */
export const readFileAside = (
  records: RecordsDb,
  file: OpenedFile,
): { readonly whole: CaseFile; readonly isNameless: boolean } => {
  const whole = toCaseFile(actsAside(records, file), caseHolder(records), countedIdentities(records, file.caseId));
  return { whole, isNameless: namesNobody(records, file.caseId, whole) };
};
