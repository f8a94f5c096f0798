import { dirname } from 'node:path';
import type { OutputOf } from '@shared/contract/method.ts';
import type { vaultContract } from '@shared/contract/vault.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { inspectFolder } from '../vault/inspect-folder.ts';
import { type KnownVault, lastOpenedId, vaultLabelOf } from '../vault/known-vaults.ts';
import { shownPath } from '../vault/shown-path.ts';

type VaultEntry = OutputOf<(typeof vaultContract)['vault.add']>;

/**
 * State of a known vault. One that this process holds itself is not inspected: the lock on it would be taken for
 * another's.
 */
const toEntry = async ({ desk, session }: CallContext, known: KnownVault): Promise<VaultEntry> => {
  const base = { vaultId: known.id, label: vaultLabelOf(known), location: shownPath(dirname(known.path)) };
  const held = desk.made(known.id) !== undefined || session.vaultId() === known.id;
  if (held) return { ...base, state: 'ok', warnings: [] };
  const { state, warnings } = await inspectFolder(desk.deps.database, known.path);
  return { ...base, state: state === 'notAVault' ? 'damaged' : state, warnings: [...warnings] };
};

/** The list of vaults that this user of this computer knows. */
export const vaultListHandlers = defineHandlers({
  'vault.list': async (_input, context) => {
    const known = await context.desk.known.list();
    const vaults = await Promise.all(known.map((vault) => toEntry(context, vault)));
    return ok({ vaults, lastVaultId: lastOpenedId(known) });
  },
  'vault.add': async ({ folderToken }, context) => {
    const path = context.files.resolve('folder', folderToken);
    if (path === undefined) return fail('unknownToken');
    const { state } = await inspectFolder(context.desk.deps.database, path);
    if (state === 'notAVault') return fail('notAVault');
    if (state === 'missing') return fail('folderMissing');
    const added = await context.desk.known.add(path);
    if (added.ok) return ok(await toEntry(context, added.value));
    return fail(added.error.code === 'diskFull' ? 'diskFull' : 'storageFailed');
  },
  'vault.forget': async ({ vaultId }, { desk }) => {
    const forgotten = await desk.known.forget(vaultId);
    if (forgotten.ok) return ok({});
    const { code } = forgotten.error;
    return fail(code === 'unknownVault' || code === 'diskFull' ? code : 'storageFailed');
  },
});
