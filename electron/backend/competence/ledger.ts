import type { LedgerRow } from '@shared/contract/competence.ts';
import { versionFor } from '@shared/domain/competence/conversion.ts';
import { years } from '@shared/domain/fields.ts';
import { plainUnit } from '@shared/domain/identity/same-person.ts';
import { type UnitGroup, unitGroups } from '@shared/domain/identity/unit-groups.ts';
import { finds } from '@shared/kernel/search-text.ts';
import { type SQL, sql } from 'drizzle-orm';
import type { RecordsDb, RecordsReader } from '../db/handles.ts';
import { keptSearchables } from '../persons/kept-searchables.ts';
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

const searchables = keptSearchables();

/** Ids of those listed whose name, position or unit a search finds; null where it asks for nothing. */
const found = (records: RecordsDb, search: string): string[] | null => {
  if (search.trim() === '') return null;
  const isFound = finds(search);
  const people = records
    .all<{ id: string; name: string; position: string; unit: string }>(
      sql`SELECT id, name, position, unit FROM persons WHERE archived_at IS NULL`,
    )
    .map(({ id, name, position, unit }) => ({ id, texts: [name, position, unit] }));
  const texts = searchables(records, people);
  return people.flatMap(({ id }, at) => {
    const text = texts[at];
    return text !== undefined && isFound(text) ? [id] : [];
  });
};

/** Units of the register, each with all its spellings, by name. */
const unitsOf = (records: RecordsReader): ReadonlyMap<string, UnitGroup> =>
  unitGroups(
    records.all<{ unit: string; people: number }>(
      sql`SELECT unit, count(*) AS people FROM persons WHERE archived_at IS NULL
        GROUP BY unit ORDER BY unit COLLATE NOCASE`,
    ),
  );

const among = (column: SQL, values: readonly string[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** Everyone of the register whom the filter lets through, with the year's sums. */
const filtered = (records: RecordsDb, query: LedgerQuery, target: SQL): SQL => {
  const { year, search, unit, employmentStatus, belowTarget } = query;
  const ids = found(records, search);
  const spellings = unit === null ? null : (unitsOf(records).get(plainUnit(unit))?.spellings ?? []);
  const conditions = [
    sql`p.archived_at IS NULL`,
    ...(ids === null ? [] : [among(sql`p.id`, ids)]),
    ...(spellings === null ? [] : [among(sql`p.unit`, spellings)]),
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
  const from = filtered(records, query, target);
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
  units: [...unitsOf(records).values()].map(({ unit }) => unit).filter((unit) => unit !== ''),
  years: records
    .all<{ year: number }>(sql`SELECT DISTINCT year FROM learning_totals ORDER BY year DESC`)
    .map(({ year }) => year)
    .filter((year) => year >= years.first && year <= years.last),
});
