import { versionFor } from '@shared/domain/competence/conversion.ts';
import { gapsOf, presentCompetences } from '@shared/domain/competence/gaps.ts';
import { type CountColumn, type Told, tellCounts } from '@shared/domain/competence/small-groups.ts';
import { plainUnit } from '@shared/domain/identity/same-person.ts';
import { unitGroups } from '@shared/domain/identity/unit-groups.ts';
import { sql } from 'drizzle-orm';
import type { Workspace } from '../workspace/workspace.ts';
import { settlePlanned } from './recount.ts';
import { standardFinder } from './standards.ts';
import { listVersions } from './table-rows.ts';
import { targetOf } from './target-sql.ts';

/** Figures of one unit in one year, each told only where it points at nobody. */
export type UnitFigures = Readonly<Record<'withTarget' | 'reached' | 'gaps' | 'assessed', Told>>;

interface Sums {
  readonly unit: string;
  readonly people: number;
  readonly withTarget: number;
  readonly reached: number;
}

const columns: readonly CountColumn<keyof UnitFigures>[] = [
  { key: 'withTarget' },
  { key: 'reached', within: 'withTarget' },
  { key: 'assessed' },
  { key: 'gaps', of: 'assessed' },
];

/** Sums of each unit, however people write it. */
const sumsByUnit = (work: Workspace, year: number): Sums[] => {
  const { targets } = versionFor(listVersions(work.records), year);
  const target = targetOf(targets);
  const written = work.records.all<Sums>(
    sql`SELECT p.unit, count(*) AS people, sum(${target} IS NOT NULL) AS withTarget,
      coalesce(sum(coalesce(t.jp, 0) >= ${target}), 0) AS reached
      FROM persons p LEFT JOIN learning_totals t ON t.year = ${year} AND t.person_id = p.id
      WHERE p.archived_at IS NULL GROUP BY p.unit ORDER BY p.unit COLLATE NOCASE`,
  );
  const bySpelling = new Map(written.map((sums) => [sums.unit, sums]));
  return [...unitGroups(written).values()].map(({ unit, spellings }) => {
    const sum = (key: 'people' | 'withTarget' | 'reached'): number =>
      spellings.reduce((total, spelling) => total + (bySpelling.get(spelling)?.[key] ?? 0), 0);
    return { unit, people: sum('people'), withTarget: sum('withTarget'), reached: sum('reached') };
  });
};

/** Gaps of everyone who was assessed and whose position has a standard, by unit (`plainUnit`). */
const gapsByUnit = ({
  records,
}: Workspace): ReadonlyMap<string, { readonly gaps: number; readonly assessed: number }> => {
  const standardOf = standardFinder(records);
  const byUnit = new Map<string, { gaps: number; assessed: number }>();
  const rows = records.all<{ unit: string; position: string; json: string }>(
    sql`SELECT p.unit, p.position, c.json FROM present_competences c JOIN persons p ON p.id = c.person_id
      WHERE p.archived_at IS NULL`,
  );
  for (const { unit, position, json } of rows) {
    const standard = standardOf(position);
    if (standard === null) continue;
    const key = plainUnit(unit);
    const sums = byUnit.get(key) ?? { gaps: 0, assessed: 0 };
    sums.gaps += gapsOf(standard, presentCompetences.parse(JSON.parse(json))).length;
    sums.assessed += 1;
    byUnit.set(key, sums);
  }
  return byUnit;
};

/** Targets reached and competence gaps of a year, by unit, with their sum; small groups hidden (law: smallGroups). */
export const competenceFigures = (
  work: Workspace,
  year: number,
): { units: (UnitFigures & { readonly unit: string })[]; total: UnitFigures } => {
  settlePlanned(work);
  const gaps = gapsByUnit(work);
  const sums = sumsByUnit(work, year);
  const { rows, total } = tellCounts(
    sums.map(({ unit, people: _people, ...counts }) => ({
      ...counts,
      ...(gaps.get(plainUnit(unit)) ?? { gaps: 0, assessed: 0 }),
    })),
    columns,
  );
  return { units: rows.map((row, at) => ({ unit: sums[at]?.unit ?? '', ...row })), total };
};
