import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';

/** Unsent drafts. */
export const draftsHandlers = defineHandlers({
  'drafts.list': ({ caseId }, context) => ok(listDrafts(workspaceOf(context), caseId)),
  'drafts.get': ({ draftId }, context) => getDraft(workspaceOf(context), draftId),
  'drafts.save': (input, context) => saveDraft(workspaceOf(context), input),
  'drafts.discard': ({ draftId }, context) => discardDraft(workspaceOf(context), draftId),
});
