import { ok } from '@shared/kernel/result.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { chainHead } from '../trail/audit-chain.ts';
import { checkpointKey, writeCheckpoint } from '../trail/checkpoint.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';
import { verifyTrail } from './verify-trail.ts';

/** Who did and saw what in this vault. */
export const auditHandlers = defineHandlers({
  'audit.list': (input, { vault }) => ok(listAudit(vault, input)),
  'audit.verify': (_input, { vault }) => ok(verifyTrail(vault)),
  'audit.export': ({ store }, context) =>
    exportAudit(
      unlockedOf(context),
      { ...exportDepsOf(context), chooseTarget: chooseTargetOf(context), folder: context.start.documentsFolder },
      store,
    ),
  'audit.checkpoint': ({ store }, { vault }) => {
    const head = chainHead(store === 'records' ? vault.records : vault.notes);
    return ok({ note: writeCheckpoint(vault, store, head), verifierKey: checkpointKey(vault, store) });
  },
});
