import type { ConversionVersion } from '@shared/domain/competence/conversion.ts';
import { type Counted, countRecords } from '@shared/domain/competence/count.ts';
import { ok } from '@shared/kernel/result.ts';
import { eq, sql } from 'drizzle-orm';
import { learningCounts, learningTotals } from '../db/competence-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { transactRecords } from '../db/transact.ts';
import { todayOf } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type LearningRow, recordsOfPerson } from './record-rows.ts';
import { listVersions } from './table-rows.ts';

interface Total {
  jp: number;
  records: number;
  uncounted: number;
}

/** Sums by year; what was taken back is no record of the year any more. */
const totalsOf = (counted: readonly Counted[]): Map<number, Total> => {
  const totals = new Map<number, Total>();
  for (const { year, jp, verdict } of counted) {
    if (verdict === 'withdrawn') continue;
    const total = totals.get(year) ?? { jp: 0, records: 0, uncounted: 0 };
    total.jp += jp;
    total.records += 1;
    total.uncounted += jp === 0 ? 1 : 0;
    totals.set(year, total);
  }
  return totals;
};

/** What everything counted by versions and a day. */
export interface Counting {
  readonly versions: readonly ConversionVersion[];
  readonly today: string;
}

/** How this vault counts now. */
export const countingNow = (work: Pick<Workspace, 'clock'>, tx: RecordsReader): Counting => ({
  versions: listVersions(tx),
  today: todayOf({ work: work as Workspace }),
});

/** Writes what a person's records count, in one statement: imports and new tables count thousands anew. */
const keepCounts = (
  tx: RecordsWriter,
  personId: string,
  counted: readonly (Counted & { readonly plannedUntil: string | null })[],
): void => {
  tx.delete(learningCounts).where(eq(learningCounts.personId, personId)).run();
  tx.run(sql`INSERT INTO learning_counts
      (record_id, person_id, year, jp, verdict, citation, counts_as, overlaps, planned_until)
    SELECT value ->> 'recordId', ${personId}, value ->> 'year', value ->> 'jp', value ->> 'verdict', value ->> 'citation',
      value ->> 'countsAs', value ->> 'overlaps', value ->> 'plannedUntil'
    FROM json_each(${JSON.stringify(counted)})`);
};

/** Counts all records of one person anew, in the caller's transaction. Pure of the records: nothing else decides. */
export const recountPerson = (tx: RecordsWriter, personId: string, { versions, today }: Counting): void => {
  const records = recordsOfPerson(tx, personId);
  const counted = countRecords(records, versions, today);
  const ends = new Map(records.map((record: LearningRow) => [record.recordId, record.to]));
  const plannedUntil = ({ recordId, verdict }: Counted) =>
    verdict === 'planned' ? (ends.get(recordId) ?? null) : null;
  keepCounts(
    tx,
    personId,
    counted.map((row) => ({ ...row, plannedUntil: plannedUntil(row) })),
  );
  tx.delete(learningTotals).where(eq(learningTotals.personId, personId)).run();
  for (const [year, total] of totalsOf(counted)) {
    tx.insert(learningTotals)
      .values({ year, personId, ...total })
      .run();
  }
};

/** Counts everyone anew who has a record that ends in a year from `fromYear` on. */
export const recountFrom = (tx: RecordsWriter, fromYear: number, counting: Counting): void => {
  const people = tx.all<{ id: string }>(
    sql`SELECT DISTINCT person_id AS id FROM learning_records WHERE to_day >= ${`${fromYear}-01-01`}`,
  );
  for (const { id } of people) recountPerson(tx, id, counting);
};

/**
 * Records that had not ended when they were entered count once they have, and those that a wrong clock saw ended no
 * more: everyone with such a record is counted anew. Writes only when there is one; a full disk leaves the ledger as it
 * was. UNION ALL, not UNION: that would have SQLite read every record in the order of people.
 */
export const settlePlanned = (work: Workspace): void => {
  const today = todayOf({ work });
  const people = work.records.all<{ id: string }>(
    sql`SELECT person_id AS id FROM learning_counts WHERE planned_until IS NOT NULL AND planned_until <= ${today}
      UNION ALL SELECT r.person_id FROM learning_records r
        CROSS JOIN learning_counts c ON c.person_id = r.person_id AND c.record_id = r.id
        WHERE r.to_day > ${today} AND c.verdict NOT IN ('planned', 'withdrawn')`,
  );
  if (people.length === 0) return;
  transactRecords(work.records, (tx) => {
    const counting = countingNow(work, tx);
    for (const id of new Set(people.map((person) => person.id))) recountPerson(tx, id, counting);
    return ok(null);
  });
};
