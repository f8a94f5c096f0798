import type { ActType } from '@shared/domain/case/act-type.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { acts, cases } from '../db/records-schema.ts';
import { findPerson, setConcealedAt } from '../persons/person-rows.ts';
import { getProfile } from '../settings/profile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';
import { findCase } from './case-rows.ts';
import { listedActs } from './stored-act.ts';

const closing: ActType = 'employeeMistaken';

/** True when something else than files about the wrong employee knows a person. */
const isKnownOtherwise = (tx: RecordsReader, personId: string): boolean =>
  getProfile(tx).person?.personId === personId ||
  tx.get<{ known: number }>(sql`SELECT
    EXISTS (SELECT 1 FROM cases WHERE employee_id = ${personId} AND mistaken_at IS NULL)
    OR EXISTS (SELECT 1 FROM learning_records WHERE person_id = ${personId})
    OR EXISTS (SELECT 1 FROM present_competences WHERE person_id = ${personId})
    OR EXISTS (SELECT 1 FROM development_plans WHERE person_id = ${personId}) AS known`).known === 1;

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
  const isMistaken = toCaseFile(listedActs(tx, caseId), caseHolder(tx)).state.mistaken !== null;
  const now = toIsoInstant(work.clock.now());
  const mistakenAt = isMistaken ? (row.mistakenAt ?? now) : null;
  tx.update(cases).set({ mistakenAt }).where(eq(cases.id, caseId)).run();
  const isConcealed = isMistaken && !isKnownOtherwise(tx, row.employeeId);
  if (isConcealed !== (findPerson(tx, row.employeeId)?.concealedAt != null))
    setConcealedAt(tx, row.employeeId, isConcealed ? now : null);
};
