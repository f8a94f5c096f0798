import type { ActType } from '@shared/domain/case/act-type.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { and, eq } from 'drizzle-orm';
import type { RecordsWriter } from '../db/handles.ts';
import { acts, cases } from '../db/records-schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';
import { findCase } from './case-rows.ts';
import { settleConcealed } from './concealed-person.ts';
import { countedIdentities } from './identity-answers.ts';
import { listedActs } from './stored-act.ts';

const closing: ActType = 'employeeMistaken';

/**
 * Notes whether a file names the wrong employee, as its acts now add up to: lists and searches of the database go by
 * that. A person whom nothing else here knows stands in no list from then on. In the caller's transaction.
 */
export const settleMistaken = (work: Workspace, tx: RecordsWriter, caseId: string): void => {
  const row = findCase(tx, caseId);
  const said = tx
    .select({ hash: acts.hash })
    .from(acts)
    .where(and(eq(acts.caseId, caseId), eq(acts.type, closing)))
    .all();
  if (row === undefined || said.length === 0) return;
  const isMistaken =
    toCaseFile(listedActs(tx, caseId), caseHolder(tx), countedIdentities(tx, caseId)).state.mistaken !== null;
  const now = toIsoInstant(work.clock.now());
  const mistakenAt = isMistaken ? (row.mistakenAt ?? now) : null;
  tx.update(cases).set({ mistakenAt }).where(eq(cases.id, caseId)).run();
  settleConcealed(tx, row.employeeId, now);
};
