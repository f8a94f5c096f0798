import { receivedDraftKind } from '../../lib/received-draft.ts';

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
    invitation: '/directory/invite',
  };
  const opening = openings[draft.kind];
  if (opening !== undefined) return opening;
  if (draft.kind === 'guidanceQuick') return `/guidance/quick/${draft.subjectKey}`;
  if (draft.caseId === null) return null;
  if (draft.kind === 'copyAcknowledgement') return `/exchange/copy/${draft.subjectKey}`;
  if (draft.kind.startsWith(receivedDraftKind())) return `/cases/${draft.caseId}/draft/${draft.subjectKey}`;
  if (!draft.kind.startsWith('act:')) return null;
  const about = draft.subjectKey === '' ? '' : `/${draft.subjectKey}`;
  return `/cases/${draft.caseId}/act/${draft.kind.slice('act:'.length)}${about}`;
};

/** Key of the text that names a draft. */
export const draftNameKey = (kind: string): string => {
  if (kind === 'guidanceQuick') return 'home.guidanceDraft';
  if (kind === 'invitation') return 'home.invitationDraft';
  if (kind === 'copyAcknowledgement') return 'acts.copyAcknowledged';
  const [, type] = /^(?:act|received):(.+)$/.exec(kind) ?? [];
  return type === undefined ? 'acts.caseOpened' : `acts.${type}`;
};
