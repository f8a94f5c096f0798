import type { AuditKind, AuditKindOf, AuditStore } from '@shared/domain/audit/kinds.ts';
import { ok, type Result } from '@shared/kernel/result.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { appendAudit } from './audit-chain.ts';

type ViewKindOf<S extends AuditStore> = Extract<AuditKindOf<S>, Extract<AuditKind, `${string}Viewed`>>;

/** Something that a person looked at: in which database, what, and which. */
export type View =
  | { readonly store: 'records'; readonly kind: ViewKindOf<'records'>; readonly subject: string }
  | { readonly store: 'notes'; readonly kind: ViewKindOf<'notes'>; readonly subject: string };

/** What was looked at since the vault was opened. */
const seenOf = createPerVault(() => new Set<string>());

const record = (work: Workspace, view: View): Result<null, unknown> =>
  view.store === 'records'
    ? transactRecords(work.records, (tx) => {
        appendAudit(work, tx, view);
        return ok(null);
      })
    : transactNotes(work.notes, (tx) => {
        appendAudit(work, tx, view);
        return ok(null);
      });

/**
 * Records that something was looked at, once for each stay in the vault, and gives back the answer of the call
 * that shows it. A refused call shows nothing and is not recorded. A full disk keeps nobody from reading: the view
 * is recorded the next time.
 */
export const viewed = <R extends Result<unknown, unknown>>(work: Workspace, view: View, answer: R): R => {
  const seen = seenOf(work);
  const name = `${view.kind} ${view.subject}`;
  if (answer.ok && !seen.has(name) && record(work, view).ok) seen.add(name);
  return answer;
};
