import type { RecordsReader } from '../db/handles.ts';
import { readEvaluation } from '../formats/record/evaluation-crypto.ts';
import { evaluationsWithDocument } from './evaluation-rows.ts';

/** Name of the employee by the signed paper of an evaluation; of the institution's plan there is none. */
export const employeesByDocument = (tx: RecordsReader): ReadonlyMap<string, string> =>
  new Map(
    evaluationsWithDocument(tx).map(({ documentId, bytes }) => {
      const plan = readEvaluation(bytes)?.plan;
      return [documentId ?? '', plan?.owner === 'employee' ? plan.employee.name : ''];
    }),
  );
