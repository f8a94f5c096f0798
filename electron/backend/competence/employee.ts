import type { CountedRecord } from '@shared/contract/competence.ts';
import { versionFor } from '@shared/domain/competence/conversion.ts';
import type { Verdict } from '@shared/domain/competence/count.ts';
import { type LearningShare, learningKinds } from '@shared/domain/competence/kinds.ts';
import { presentYear } from '@shared/domain/fields.ts';
import type { Person } from '@shared/domain/identity/person.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { learningCounts } from '../db/competence-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import { findListedPerson, toPerson } from '../persons/person-rows.ts';
import { todayOf } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recordsOfPerson } from './record-rows.ts';
import { settlePlanned } from './recount.ts';
import { listVersions, type PublishedVersion } from './table-rows.ts';

interface LearningYear {
  readonly year: number;
  readonly jp: number;
  readonly target: number | null;
  readonly targetCitation: string;
  readonly shares: Record<LearningShare, number>;
}

export type LearningOfEmployee = Omit<Person, 'nip' | 'rank'> & { years: LearningYear[]; records: CountedRecord[] };

/** A person's records with what each counts. */
export const countedRecords = (tx: RecordsReader, personId: string): CountedRecord[] => {
  const counts = new Map(
    tx
      .select()
      .from(learningCounts)
      .where(eq(learningCounts.personId, personId))
      .all()
      .map((row) => [row.recordId, row]),
  );
  return recordsOfPerson(tx, personId).map(({ seq: _seq, personId: _person, ...record }) => {
    const count = counts.get(record.recordId);
    return {
      ...record,
      year: count?.year ?? Number(record.to.slice(0, 4)),
      jp: count?.jp ?? 0,
      verdict: (count?.verdict ?? 'noConversion') as Verdict,
      citation: count?.citation ?? '',
      countsAs: count?.countsAs ?? null,
      overlaps: count?.overlaps ?? false,
    };
  });
};

const yearOf = (
  year: number,
  { employmentStatus }: Person,
  versions: readonly PublishedVersion[],
  records: readonly CountedRecord[],
): LearningYear => {
  const { targets, targetCitation } = versionFor(versions, year);
  const here = records.filter((record) => record.year === year);
  const sharing = (share: LearningShare): number =>
    here.filter(({ kind }) => learningKinds[kind].share === share).reduce((sum, { jp }) => sum + jp, 0);
  const shares = { formal: sharing('formal'), social: sharing('social'), experience: sharing('experience') };
  const jp = shares.formal + shares.social + shares.experience;
  return { year, jp, target: targets[employmentStatus], targetCitation, shares };
};

/** One person's years and records, the latest year first; the present year is always among them. */
export const learningOf = (
  work: Workspace,
  personId: string,
): Result<LearningOfEmployee, AppError<'unknownPerson'>> => {
  settlePlanned(work);
  const row = findListedPerson(work.records, personId);
  if (row === undefined) return fail('unknownPerson');
  const { nip: _nip, rank: _rank, ...person } = toPerson(row);
  const records = countedRecords(work.records, personId);
  const versions = listVersions(work.records);
  const present = presentYear(todayOf({ work }));
  const years = [...new Set([present, ...records.map(({ year }) => year)])].sort((a, b) => b - a);
  return ok({
    ...person,
    years: years.map((year) => yearOf(year, toPerson(row), versions, records)),
    records: records.sort((a, b) => b.to.localeCompare(a.to)),
  });
};
