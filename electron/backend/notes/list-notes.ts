import { mistakenCases } from '../db/mistaken-cases.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { excerptAround } from './excerpt.ts';
import { listNoteRows, type NoteSummaryRow, searchNoteRows } from './note-rows.ts';
import { searchedWords, toSearchQuery } from './search-query.ts';

/**
 * Notes of one case, of none (null) or all (undefined): latest first, or best match first when searching. Notes of a
 * file about the wrong employee are found at that file alone, without a word of them, to be erased (law: mistaken).
 */
export const listNotes = (
  work: Workspace,
  { caseId, search = '' }: { readonly caseId?: string | null; readonly search?: string },
): NoteSummaryRow[] => {
  const mistaken = mistakenCases(work.records);
  const isMistaken = (id: string | null): boolean => mistaken.has(id ?? '');
  if (search.trim() === '') {
    const rows = listNoteRows(work.notes, caseId);
    if (!isMistaken(caseId ?? null)) return rows.filter((row) => !isMistaken(row.caseId));
    return rows.map((row) => ({ ...row, title: '', excerpt: '' }));
  }
  const words = searchedWords(search);
  const query = toSearchQuery(words);
  const found = query === null ? [] : searchNoteRows(work.notes, query, caseId);
  return found
    .filter((row) => !isMistaken(row.caseId))
    .map(({ plain, ...row }) => ({ ...row, excerpt: excerptAround(plain, words) }));
};
