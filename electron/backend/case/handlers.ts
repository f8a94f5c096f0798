import type { ListedAct } from '@shared/contract/case.ts';
import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { ok } from '@shared/kernel/result.ts';
import { discardDraft } from '../drafts/drafts.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { getProfile } from '../settings/profile.ts';
import { viewed } from '../trail/note-view.ts';
import { ownKeyOf, unlockedOf } from '../vault/unlocked.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { answerIdentity } from './answer-identity.ts';
import { openingViews } from './available-view.ts';
import { checkAct } from './check-act.ts';
import { listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { recordActs } from './record-acts.ts';
import { tryActs } from './try-acts.ts';

/**
 * Records, then discards the draft in the other database: should the vault lock in between, the draft is still
 * there, and nothing is lost.
 */
const record = (
  context: CallContext,
  acts: readonly ListedAct[],
  { draftId, clock }: { readonly draftId: string | null; readonly clock: ClockAnswer | null },
) => {
  const unlocked = unlockedOf(context);
  const recorded = recordActs(unlocked, acts, clock);
  if (recorded.ok && draftId !== null) discardDraft(unlocked.work, draftId);
  return recorded;
};

/** Counselling cases and their acts. */
export const caseHandlers = defineHandlers({
  'case.list': (_input, { vault }) => ok(listCases(vault).map(({ summary }) => summary)),
  'case.open': ({ caseId }, context) => {
    const view = { store: 'records', kind: 'caseViewed', subject: caseId } as const;
    return viewed(workspaceOf(context), view, openCase(context.vault, caseId));
  },
  'case.openings': (_input, { vault }) => ok(openingViews(getProfile(vault.records).roles)),
  'case.checkAct': (input, { vault }) => checkAct(vault.records, ownKeyOf({ vault }), input),
  'case.checkActs': ({ acts }, { vault }) => tryActs(vault.records, ownKeyOf({ vault }), acts),
  'case.recordAct': ({ draftId, clock, ...input }, context) => {
    const recorded = record(context, [{ ...input, aboutIndex: null }], { draftId, clock });
    if (!recorded.ok) return recorded;
    const { caseId, hashes } = recorded.value;
    return ok({ caseId, hash: hashes[0] ?? '' });
  },
  'case.recordActs': ({ acts, ...rest }, context) => record(context, acts, rest),
  'case.answerIdentity': (input, context) => answerIdentity(workspaceOf(context), input),
});
