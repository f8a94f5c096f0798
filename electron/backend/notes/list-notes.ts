import type { Workspace } from '../workspace/workspace.ts';
import { listNoteRows, type NoteSummaryRow, searchNoteRows } from './note-rows.ts';
import { toSearchQuery } from './search-query.ts';

/** Notes of one case, of none (null) or all (undefined): latest first, or best match first when searching. */
export const listNotes = (
  work: Workspace,
  { caseId, search = '' }: { readonly caseId?: string | null; readonly search?: string },
): NoteSummaryRow[] => {
  if (search.trim() === '') return listNoteRows(work.notes, caseId);
  const query = toSearchQuery(search);
  return query === null ? [] : searchNoteRows(work.notes, query, caseId);
};
