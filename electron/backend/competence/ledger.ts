import type { LedgerRow } from '@shared/contract/competence.ts';
import { versionFor } from '@shared/domain/competence/conversion.ts';
import { years } from '@shared/domain/fields.ts';
import { type SQL, sql } from 'drizzle-orm';
import type { Workspace } from '../workspace/workspace.ts';
import { settlePlanned } from './recount.ts';
import { listVersions } from './table-rows.ts';
import { targetOf } from './target-sql.ts';

/** What of the ledger is wanted. */
export interface LedgerQuery {
  readonly year: number;
  readonly search: string;
  readonly unit: string | null;
  readonly employmentStatus: LedgerRow['employmentStatus'] | null;
  readonly belowTarget: boolean;
  readonly sort: 'name' | 'jp';
  readonly offset: number;
  readonly limit: number;
}

export interface Ledger {
  readonly rows: LedgerRow[];
  readonly total: number;
  readonly reached: number;
  readonly jp: number;
  readonly versionNo: number;
}

/** Words of a search as patterns of LIKE; each must stand in name, position or unit. */
const patternsOf = (search: string): string[] =>
  search
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

const searched = (search: string): SQL[] =>
  patternsOf(search).map(
    (pattern) => sql`(p.name LIKE ${pattern} ESCAPE '\\' OR p.position LIKE ${pattern} ESCAPE '\\'
      OR p.unit LIKE ${pattern} ESCAPE '\\')`,
  );

/** Everyone of the register whom the filter lets through, with the year's sums. */
const filtered = (query: LedgerQuery, target: SQL): SQL => {
  const { year, search, unit, employmentStatus, belowTarget } = query;
  const conditions = [
    sql`p.archived_at IS NULL`,
    ...searched(search),
    ...(unit === null ? [] : [sql`p.unit = ${unit}`]),
    ...(employmentStatus === null ? [] : [sql`p.employment_status = ${employmentStatus}`]),
    ...(belowTarget ? [sql`coalesce(t.jp, 0) < ${target}`] : []),
  ];
  return sql`FROM persons p LEFT JOIN learning_totals t ON t.year = ${year} AND t.person_id = p.id
    WHERE ${sql.join(conditions, sql` AND `)}`;
};

/** The ledger of one year: a page of rows, and the figures of all that the filter lets through. */
export const ledger = (work: Workspace, query: LedgerQuery): Ledger => {
  settlePlanned(work);
  const { records } = work;
  const { targets, versionNo } = versionFor(listVersions(records), query.year);
  const target = targetOf(targets);
  const from = filtered(query, target);
  const order =
    query.sort === 'jp' ? sql`coalesce(t.jp, 0), p.name COLLATE NOCASE, p.id` : sql`p.name COLLATE NOCASE, p.id`;
  const rows = records.all<LedgerRow>(
    sql`SELECT p.id AS personId, p.name, p.position, p.unit, p.employment_status AS employmentStatus,
      coalesce(t.jp, 0) AS jp, ${target} AS target, coalesce(t.records, 0) AS records,
      coalesce(t.uncounted, 0) AS uncounted ${from} ORDER BY ${order} LIMIT ${query.limit} OFFSET ${query.offset}`,
  );
  const sums = records.get<{ total: number; reached: number | null; jp: number | null }>(
    sql`SELECT count(*) AS total, sum(coalesce(t.jp, 0) >= ${target}) AS reached, sum(t.jp) AS jp ${from}`,
  );
  return { rows, total: sums.total, reached: sums.reached ?? 0, jp: sums.jp ?? 0, versionNo };
};

/** Units of the register, and years in which anybody has a record, the latest first. */
export const ledgerFilters = ({ records }: Pick<Workspace, 'records'>): { units: string[]; years: number[] } => ({
  units: records
    .all<{ unit: string }>(
      sql`SELECT DISTINCT unit FROM persons WHERE archived_at IS NULL AND unit <> '' ORDER BY unit COLLATE NOCASE`,
    )
    .map(({ unit }) => unit),
  years: records
    .all<{ year: number }>(sql`SELECT DISTINCT year FROM learning_totals ORDER BY year DESC`)
    .map(({ year }) => year)
    .filter((year) => year >= years.first && year <= years.last),
});
