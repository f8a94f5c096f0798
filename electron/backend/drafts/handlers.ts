import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { discardDraft, getDraft, keepWords, listDrafts, saveDraft } from './drafts.ts';
import { moveText, wholeText } from './moved-texts.ts';

/** Unsent drafts, and long texts on their way. */
export const draftsHandlers = defineHandlers({
  'drafts.list': ({ caseId }, context) => ok(listDrafts(workspaceOf(context), caseId)),
  'drafts.get': ({ draftId }, context) => getDraft(workspaceOf(context), draftId),
  'drafts.save': ({ content: end, movedBefore, wordsOnly, ...place }, context) => {
    const content = wholeText(workspaceOf(context), { content: end, movedBefore });
    if (!content.ok) return content;
    const save = wordsOnly ? keepWords : saveDraft;
    return save(workspaceOf(context), { ...place, content: content.value });
  },
  'texts.move': (input, context) => moveText(workspaceOf(context), input),
  'drafts.discard': ({ draftId }, context) => discardDraft(workspaceOf(context), draftId),
});
