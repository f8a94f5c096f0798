import {
  type CompetenceGap,
  gapsOf,
  type PresentCompetences,
  presentCompetences,
  type StandardInput,
} from '@shared/domain/competence/gaps.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { presentCompetencesTable } from '../db/competence-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findListedPerson } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { standardFinder } from './standards.ts';

const presentOf = (tx: RecordsReader, personId: string): PresentCompetences | null => {
  const row = tx.select().from(presentCompetencesTable).where(eq(presentCompetencesTable.personId, personId)).get();
  return row === undefined ? null : presentCompetences.parse(row.json);
};

export interface CompetencesOfPerson {
  readonly position: string;
  readonly standard: StandardInput | null;
  readonly present: PresentCompetences | null;
  readonly gaps: CompetenceGap[];
}

/** What a person is able to do, against the standard of the position. */
export const competencesOf = (
  tx: RecordsReader,
  personId: string,
): Result<CompetencesOfPerson, AppError<'unknownPerson'>> => {
  const person = findListedPerson(tx, personId);
  if (person === undefined) return fail('unknownPerson');
  const standard = standardFinder(tx)(person.position);
  const present = presentOf(tx, personId);
  return ok({ position: person.position, standard, present, gaps: standard === null ? [] : gapsOf(standard, present) });
};

/** Writes what a person was assessed to be able to do. */
export const saveCompetences = (
  work: Workspace,
  { personId, present }: { readonly personId: string; readonly present: PresentCompetences },
): Result<Record<string, never>, AppError<'unknownPerson' | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<Record<string, never>, AppError<'unknownPerson'>> => {
    if (findListedPerson(tx, personId) === undefined) return fail('unknownPerson');
    const values = { personId, json: present, updatedAt: toIsoInstant(work.clock.now()) };
    tx.insert(presentCompetencesTable)
      .values(values)
      .onConflictDoUpdate({ target: presentCompetencesTable.personId, set: values })
      .run();
    appendAudit(work, tx, { kind: 'competencesAssessed', subject: personId });
    return ok({});
  });
