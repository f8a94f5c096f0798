import type { RetentionGuidance, RetentionYear } from '@shared/contract/retention.ts';
import { daysOfGuidance, hasGuidanceEnded } from '@shared/domain/guidance/ended.ts';
import { dayOfRecord } from '@shared/domain/guidance/record-contents.ts';
import { type FileStanding, guidanceNumber, spanOfYear } from '@shared/domain/retention/erasure.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { sql } from 'drizzle-orm';
import type { RecordsReader } from '../db/handles.ts';
import { readRecord } from '../formats/record/record-crypto.ts';
import { type GuidanceRow, listGuidanceRows } from '../guidance/guidance-rows.ts';
import { listRecords, type RecordRow } from '../guidance/record-rows.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';
import { standingsOf } from './standings.ts';

// What of guidance and of learning records has ended, and how it stands.

/** A guidance or a year that has ended, with what keeps it. */
export interface Ended<View> {
  readonly view: View;
  readonly standing: FileStanding;
  /** What it is called where nobody is named. */
  readonly number: string;
}
export type EndedGuidance = Ended<RetentionGuidance>;
export type EndedYear = Ended<RetentionYear>;

const papersByGuidance = (tx: RecordsReader): ReadonlyMap<string, number> =>
  new Map(
    tx
      .all<{ id: string; papers: number }>(
        sql`SELECT id, count(*) AS papers FROM (
          SELECT r.guidance_id AS id FROM guidance_records r JOIN guidance_attachments a ON a.record_hash = r.hash
          UNION ALL SELECT r.guidance_id FROM guidance_records r JOIN guidance_originals o ON o.record_hash = r.hash
          UNION ALL SELECT guidance_id FROM guidance_records WHERE document_id IS NOT NULL
        ) GROUP BY id`,
      )
      .map(({ id, papers }) => [id, papers]),
  );

const dayOf = ({ bytes, createdAt }: RecordRow): string => {
  const record = readRecord(bytes);
  return record === undefined ? toLocalDay(Date.parse(createdAt)) : dayOfRecord(record.content);
};

const daysOf = ({ file, createdAt, updatedAt }: GuidanceRow, records: readonly RecordRow[]) =>
  daysOfGuidance(file, records.map(dayOf), {
    from: toLocalDay(Date.parse(createdAt)),
    to: toLocalDay(Date.parse(updatedAt)),
  });

const inOrder = <View extends { readonly dueOn: string | null }>(
  found: readonly Ended<View>[],
  lastDay: (view: View) => string,
): Ended<View>[] => {
  const order = ({ view, number }: Ended<View>): string => `${view.dueOn ?? '9999'} ${lastDay(view)} ${number}`;
  return [...found].sort((a, b) => order(a).localeCompare(order(b)));
};

/** Guidance that has ended, those due first. `exceptIn`: an erasure whose guidance counts as in none. */
export const endedGuidance = (unlocked: Unlocked, exceptIn: string | null = null): EndedGuidance[] => {
  const { records } = unlocked.work;
  const standingOf = standingsOf(unlocked, 'guidance', exceptIn);
  const papers = papersByGuidance(records);
  const rows = new Map<string, RecordRow[]>();
  for (const row of listRecords(records)) rows.set(row.guidanceId, [...(rows.get(row.guidanceId) ?? []), row]);
  const ended = listGuidanceRows(records)
    .filter(({ file }) => hasGuidanceEnded(file))
    .map((row): EndedGuidance => {
      const own = rows.get(row.id) ?? [];
      const days = daysOf(row, own);
      const { standing, view } = standingOf(row.id, 'guidance', days.to);
      const counted = { records: own.length, attachments: papers.get(row.id) ?? 0 };
      return {
        view: { guidanceId: row.id, form: row.kind, ...days, ...counted, ...view },
        standing,
        number: guidanceNumber(row.id),
      };
    });
  return inOrder(ended, ({ to }) => to);
};

interface YearSums {
  readonly year: string;
  readonly records: number;
  readonly plans: number;
  readonly attachments: number;
}

/** Years that have learning records or plans, with how many, the earliest first. */
export const yearSums = (tx: RecordsReader): YearSums[] =>
  tx.all<YearSums>(sql`
    SELECT year, sum(records) AS records, sum(plans) AS plans, sum(attachments) AS attachments FROM (
      SELECT substr(to_day, 1, 4) AS year, count(*) AS records, 0 AS plans, 0 AS attachments
        FROM learning_records GROUP BY substr(to_day, 1, 4)
      UNION ALL SELECT CAST(year AS TEXT), 0, count(*), 0 FROM development_plans GROUP BY year
      UNION ALL SELECT substr(r.to_day, 1, 4), 0, 0, 1
        FROM learning_evidence e JOIN learning_records r ON r.id = e.record_id
      UNION ALL SELECT CAST(p.year AS TEXT), 0, 0, 1
        FROM plan_evaluations p JOIN plan_evaluation_attachments a ON a.evaluation_hash = p.hash
        WHERE p.person_id IS NOT NULL
      UNION ALL SELECT CAST(year AS TEXT), 0, 0, 1
        FROM plan_evaluations WHERE person_id IS NOT NULL AND document_id IS NOT NULL
    ) GROUP BY year ORDER BY year`);

/** Years of learning records that are over, those due first. `exceptIn`: an erasure whose years count as in none. */
export const endedYears = (unlocked: Unlocked, exceptIn: string | null = null): EndedYear[] => {
  const standingOf = standingsOf(unlocked, 'learning', exceptIn);
  const present = todayOf(unlocked).slice(0, 4);
  const ended = yearSums(unlocked.work.records)
    .filter(({ year }) => year < present)
    .map((sums): EndedYear => {
      const { standing, view } = standingOf(sums.year, 'learning', spanOfYear(sums).to);
      return { view: { ...sums, ...view }, standing, number: sums.year };
    });
  return inOrder(ended, ({ year }) => year);
};
