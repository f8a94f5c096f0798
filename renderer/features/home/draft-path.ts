/** Page on which a draft is written; null when its kind has no page of its own. */
export const draftPath = (draft: {
  readonly kind: string;
  readonly caseId: string | null;
  readonly subjectKey: string;
}): string | null => {
  const openings: Readonly<Record<string, string>> = {
    caseNew: '/cases/new',
    caseFromPaper: '/cases/from-paper',
    caseAssigned: '/cases/assigned',
  };
  const opening = openings[draft.kind];
  if (opening !== undefined) return opening;
  if (!draft.kind.startsWith('act:') || draft.caseId === null) return null;
  const about = draft.subjectKey === '' ? '' : `/${draft.subjectKey}`;
  return `/cases/${draft.caseId}/act/${draft.kind.slice('act:'.length)}${about}`;
};
