import type { AuditKindOf } from '@shared/domain/audit/kinds.ts';
import { ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AuditEvent, appendAudit } from './audit-chain.ts';

/**
 * Records what happens to the vault as a whole, in a transaction of its own. A full disk stops nobody from opening
 * or locking, and a vault that was locked meanwhile takes nothing more: then the entry is left out.
 */
export const noteEvent = (
  work: Pick<Workspace, 'records' | 'clock'>,
  event: AuditEvent<AuditKindOf<'records'>>,
): void => {
  if (!work.records.$client.open) return;
  transactRecords(work.records, (tx) => {
    appendAudit(work, tx, event);
    return ok(null);
  });
};
