import { versionFor } from '@shared/domain/competence/conversion.ts';
import { gapsOf, presentCompetences } from '@shared/domain/competence/gaps.ts';
import { sql } from 'drizzle-orm';
import type { Workspace } from '../workspace/workspace.ts';
import { settlePlanned } from './recount.ts';
import { standardFinder } from './standards.ts';
import { listVersions } from './table-rows.ts';
import { targetOf } from './target-sql.ts';

/** Figures of one unit in one year. JP in hundredths. */
export interface UnitFigures {
  readonly unit: string;
  readonly employees: number;
  readonly withTarget: number;
  readonly reached: number;
  readonly jp: number;
  readonly gaps: number;
  readonly assessed: number;
}

type Sums = Omit<UnitFigures, 'gaps' | 'assessed'>;

const sumsByUnit = (work: Workspace, year: number): Sums[] => {
  const { targets } = versionFor(listVersions(work.records), year);
  const target = targetOf(targets);
  return work.records.all<Sums>(
    sql`SELECT p.unit, count(*) AS employees, sum(${target} IS NOT NULL) AS withTarget,
      coalesce(sum(coalesce(t.jp, 0) >= ${target}), 0) AS reached, coalesce(sum(t.jp), 0) AS jp
      FROM persons p LEFT JOIN learning_totals t ON t.year = ${year} AND t.person_id = p.id
      WHERE p.archived_at IS NULL GROUP BY p.unit ORDER BY p.unit COLLATE NOCASE`,
  );
};

/** Gaps of everyone who was assessed and whose position has a standard, by unit. */
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
    const sums = byUnit.get(unit) ?? { gaps: 0, assessed: 0 };
    sums.gaps += gapsOf(standard, presentCompetences.parse(JSON.parse(json))).length;
    sums.assessed += 1;
    byUnit.set(unit, sums);
  }
  return byUnit;
};

/** JP, targets reached and competence gaps of a year, by unit. */
export const competenceFigures = (work: Workspace, year: number): { units: UnitFigures[] } => {
  settlePlanned(work);
  const gaps = gapsByUnit(work);
  return {
    units: sumsByUnit(work, year).map((sums) => ({ ...sums, ...(gaps.get(sums.unit) ?? { gaps: 0, assessed: 0 }) })),
  };
};
