import { createPerVault } from '../workspace/per-vault.ts';
import type { Workspace } from '../workspace/workspace.ts';

const revisionsOf = createPerVault(() => new Map<string, number>());

/** Says that a case changed otherwise than by another act: bodies came for headers, or roles were certified. */
export const touchCase = (work: Pick<Workspace, 'records'>, caseId: string): void => {
  const revisions = revisionsOf(work);
  revisions.set(caseId, (revisions.get(caseId) ?? 0) + 1);
};

/** Counts such changes since the vault was opened: part of the key of everything that is kept of a case. */
export const caseRevision = (work: Pick<Workspace, 'records'>, caseId: string): number =>
  revisionsOf(work).get(caseId) ?? 0;
