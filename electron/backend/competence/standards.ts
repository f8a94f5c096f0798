import { type StandardInput, standardInput } from '@shared/domain/competence/gaps.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { foldLine } from '@shared/kernel/fold-text.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { asc } from 'drizzle-orm';
import { randomId } from '../crypto/random.ts';
import { competenceStandards } from '../db/competence-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A standard with its place in the vault. */
export type KeptStandard = StandardInput & { readonly standardId: string; readonly revision: number };

/** All standards, by position. */
export const listStandards = (tx: RecordsReader): KeptStandard[] =>
  tx
    .select()
    .from(competenceStandards)
    .orderBy(asc(competenceStandards.position))
    .all()
    .map(({ id, json, revision }) => ({ ...standardInput.parse(json), standardId: id, revision }));

/** Finds the standard of a position, however that is spelled; null: it has none. */
export const standardFinder = (tx: RecordsReader): ((position: string) => StandardInput | null) => {
  const standards = new Map(
    listStandards(tx).map(({ standardId: _id, revision: _revision, ...standard }) => [
      foldLine(standard.position),
      standard,
    ]),
  );
  return (position) => standards.get(foldLine(position)) ?? null;
};

type StandardError = 'unknownStandard' | 'standardChanged' | 'positionHasStandard';

/** Adds a standard or changes one; a position has one. */
export const saveStandard = (
  work: Workspace,
  {
    standardId,
    revision,
    standard,
  }: { readonly standardId: string | null; readonly revision: number; readonly standard: StandardInput },
): Result<{ standardId: string }, AppError<StandardError | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<{ standardId: string }, AppError<StandardError>> => {
    const all = listStandards(tx);
    const present = all.find((known) => known.standardId === standardId);
    if (standardId !== null && present === undefined) return fail('unknownStandard');
    if (present !== undefined && present.revision !== revision) return fail('standardChanged');
    const same = (known: KeptStandard): boolean => foldLine(known.position) === foldLine(standard.position);
    if (all.some((known) => known.standardId !== standardId && same(known))) return fail('positionHasStandard');
    const id = standardId ?? randomId(work.random);
    const updatedAt = toIsoInstant(work.clock.now());
    const values = {
      id,
      position: standard.position,
      json: standard,
      revision: (present?.revision ?? 0) + 1,
      updatedAt,
    };
    tx.insert(competenceStandards)
      .values(values)
      .onConflictDoUpdate({ target: competenceStandards.id, set: values })
      .run();
    appendAudit(work, tx, { kind: 'standardSaved', subject: id });
    return ok({ standardId: id });
  });
