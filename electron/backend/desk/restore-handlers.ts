import { join } from 'node:path';
import { err, fail, ok } from '@shared/kernel/result.ts';
import { describeBackup, restoreBackup } from '../backup/restore-backup.ts';
import { transactRecords } from '../db/transact.ts';
import { beginEpoch } from '../exchange/ledger/epoch.ts';
import { applyErasedLists } from '../retention/erased-list.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { vaultLabelOf } from '../vault/known-vaults.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import type { OpenVault } from '../vault/vault.ts';
import { isVaultLabel } from '../vault/vault-label.ts';
import { parentFolder } from './parent-folder.ts';

/**
 * Notes in a restored vault that it is one: others learn by its new epoch that it may have forgotten something. What
 * was erased since the backup was made goes again, by the lists that lie beside it.
 */
const noteRestored = ({ clock, random }: CallContext, vault: OpenVault, path: string) => {
  const noted = transactRecords(vault.records, (tx) => {
    appendAudit({ clock }, tx, { kind: 'vaultRestored', subject: beginEpoch(random, tx) });
    return ok(null);
  });
  return noted.ok ? applyErasedLists(unlockedOf({ vault, clock, random }), path) : noted;
};

/** Making a vault of a backup. */
export const restoreHandlers = defineHandlers({
  'vault.inspectBackup': async ({ fileToken }, { files, desk }) => {
    const path = files.resolve('file', fileToken);
    if (path === undefined) return fail('unknownToken');
    const described = await describeBackup(path);
    if (!described.ok) return described;
    const { madeAt, holds, newerByOtherKey } = described.value;
    if (holds === 'notes') return fail('backupOfNotes');
    const opened = (await desk.known.list()).flatMap((known) =>
      known.lastOpened !== null && known.lastOpened > madeAt
        ? [{ label: vaultLabelOf(known), at: known.lastOpened }]
        : [],
    );
    return ok({ madeAt, hasNotes: holds === 'all', newerByOtherKey, opened });
  },
  'vault.restore': async ({ fileToken, parentToken, label, secret }, context) => {
    const { desk, session, files } = context;
    if (!isVaultLabel(label)) return fail('labelInvalid');
    const path = files.resolve('file', fileToken);
    const parent = await parentFolder(context, parentToken);
    if (!parent.ok) return parent;
    const folder = parent.value;
    if (path === undefined || folder === undefined) return fail('unknownToken');
    const restored = await desk.exclusively(async (signal) => {
      if (session.vault() !== undefined) return fail('busy');
      const dir = join(folder, label);
      const made = await restoreBackup(desk.deps, { path, dir, secret, signal, unfinished: desk.unfinishedRestore });
      if (!made.ok) return err(made.error);
      const { vault } = made.value;
      const noted = noteRestored(context, vault, path);
      const known = noted.ok ? await desk.known.add(dir) : noted;
      if (!known.ok) {
        vault.close();
        return err(known.error);
      }
      const begun = await context.enter(known.value.id, vault);
      return begun.ok ? ok({}) : begun;
    });
    return restored ?? fail('busy');
  },
  'vault.cancelRestore': (_input, { desk }) => {
    desk.abandon();
    return ok({});
  },
});
