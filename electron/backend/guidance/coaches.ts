import { type CoachInput, coachInput } from '@shared/domain/guidance/coach.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { asc, eq } from 'drizzle-orm';
import { randomId } from '../crypto/random.ts';
import { coaches } from '../db/guidance-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Somebody of the register of coaches and mentors. */
export type ListedCoach = CoachInput & {
  readonly coachId: string;
  readonly archived: boolean;
  /** Year for which training was put into a plan; null: none. */
  readonly trainingPlanned: number | null;
};

const allCoaches = (tx: RecordsReader): ListedCoach[] =>
  tx
    .select()
    .from(coaches)
    .orderBy(asc(coaches.createdAt), asc(coaches.id))
    .all()
    .map(({ id, json, archivedAt, trainingPlanned }) => ({
      ...coachInput.parse(json),
      coachId: id,
      archived: archivedAt !== null,
      trainingPlanned,
    }));

/** Somebody of the register by id. */
export const findCoach = (tx: RecordsReader, coachId: string): ListedCoach | undefined =>
  allCoaches(tx).find((coach) => coach.coachId === coachId);

/** Notes for which year training of a coach was put into a plan. */
export const setTrainingPlanned = (tx: RecordsWriter, coachId: string, year: number): void => {
  tx.update(coaches).set({ trainingPlanned: year }).where(eq(coaches.id, coachId)).run();
};

/** The register, by name; those who were put away only when asked for. */
export const listCoaches = ({ records }: Pick<Workspace, 'records'>, includeArchived = false): ListedCoach[] =>
  allCoaches(records)
    .filter(({ archived }) => includeArchived || !archived)
    .sort((a, b) => a.person.name.localeCompare(b.person.name, 'id'));

/** Adds or changes somebody of the register; `coachListed` when the person stands in it already. */
export const saveCoach = (
  work: Workspace,
  {
    coachId,
    coach,
    archived,
  }: { readonly coachId: string | null; readonly coach: CoachInput; readonly archived: boolean },
): Result<{ coachId: string }, AppError<'unknownCoach' | 'coachListed' | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<{ coachId: string }, AppError<'unknownCoach' | 'coachListed'>> => {
    const listed = allCoaches(tx);
    if (coachId !== null && !listed.some((known) => known.coachId === coachId)) return fail('unknownCoach');
    if (listed.some((known) => known.coachId !== coachId && samePerson(known.person, coach.person)))
      return fail('coachListed');
    const id = coachId ?? randomId(work.random);
    const at = toIsoInstant(work.clock.now());
    const values = { json: coach, archivedAt: archived ? at : null, updatedAt: at };
    if (coachId === null)
      tx.insert(coaches)
        .values({ id, ...values, createdAt: at })
        .run();
    else tx.update(coaches).set(values).where(eq(coaches.id, id)).run();
    appendAudit(work, tx, { kind: 'coachSaved', subject: id });
    return ok({ coachId: id });
  });
