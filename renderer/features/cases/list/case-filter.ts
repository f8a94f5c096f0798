import type { CaseSummary } from '@shared/contract/case.ts';
import { finds, type Searchable, searchable } from '@shared/kernel/search-text.ts';
import { z } from 'zod';

/** Filter of the list of files; saved filters are kept in the settings as its JSON. */
export const caseFilterSchema = z.strictObject({
  search: z.string().max(200),
  phase: z.string().max(60).nullable(),
  openness: z.enum(['all', 'open', 'closed']),
  waiting: z.boolean(),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

/** Shows everything. */
export const noFilter: CaseFilter = { search: '', phase: null, openness: 'all', waiting: false };

/** The filter kept as text, or null when it is none of ours. */
export const parseCaseFilter = (text: string): CaseFilter | null => {
  try {
    const parsed = caseFilterSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** A file with the text that the search looks through: made once, so that typing stays smooth with 50,000 rows. */
export interface SearchableCase {
  readonly summary: CaseSummary;
  readonly haystack: Searchable;
}

/** Prepares files for the search by employee, unit, assessor, list number and visible part of the NIP. */
export const toSearchable = (cases: readonly CaseSummary[]): readonly SearchableCase[] =>
  cases.map((summary) => ({
    summary,
    haystack: searchable([
      summary.employeeName,
      summary.unit,
      summary.assessorName,
      summary.listNumber,
      summary.nipMasked,
    ]),
  }));

/** Files that a filter lets through, in their order. Every word of the search must be found. */
export const filterCases = (cases: readonly SearchableCase[], filter: CaseFilter): CaseSummary[] => {
  const isFound = finds(filter.search);
  const passes = ({ summary, haystack }: SearchableCase): boolean =>
    (filter.openness === 'all' || summary.closed === (filter.openness === 'closed')) &&
    (filter.phase === null || summary.phase === filter.phase) &&
    (!filter.waiting || summary.waitsForHolder) &&
    isFound(haystack);
  return cases.filter(passes).map((entry) => entry.summary);
};

/** How many files each phase has, in order of first appearance. */
export const countPhases = (cases: readonly CaseSummary[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { phase } of cases) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  return counts;
};
