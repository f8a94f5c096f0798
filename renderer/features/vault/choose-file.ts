import { ok, type Result } from '@shared/kernel/result.ts';
import type { Failure } from '../../lib/failure-text.ts';
import type { CallResult, RpcClient } from '../../lib/rpc/client.ts';

type Value<R> = R extends { readonly ok: true; readonly value: infer V } ? V : never;

/** An invitation that was chosen and read. */
export interface ReadInvitation {
  readonly token: string;
  readonly says: Value<CallResult<'vault.inspectInvitation'>>;
}

/** Asks for an invitation file and reads it; null when the person chose none. */
export const chooseInvitation = async (rpc: RpcClient): Promise<Result<ReadInvitation | null, Failure>> => {
  const chosen = await rpc.call('dialog.chooseInvitation', {});
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok(null);
  const { token } = chosen.value;
  const read = await rpc.call('vault.inspectInvitation', { fileToken: token });
  return read.ok ? ok({ token, says: read.value }) : read;
};

/** A backup that was chosen and looked at. */
export interface ReadBackup {
  readonly token: string;
  readonly says: Value<CallResult<'vault.inspectBackup'>>;
}

/** Asks for a backup and looks at it; null when the person chose none. */
export const chooseBackup = async (rpc: RpcClient): Promise<Result<ReadBackup | null, Failure>> => {
  const chosen = await rpc.call('dialog.chooseBackup', {});
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok(null);
  const { token } = chosen.value;
  const read = await rpc.call('vault.inspectBackup', { fileToken: token });
  return read.ok ? ok({ token, says: read.value }) : read;
};

/** Asks for the folder of a vault that exists and takes it into the list; its id, or null when none was chosen. */
export const chooseVault = async (rpc: RpcClient): Promise<Result<string | null, Failure>> => {
  const chosen = await rpc.call('dialog.chooseFolder', { purpose: 'openVault' });
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok(null);
  const added = await rpc.call('vault.add', { folderToken: chosen.value.token });
  return added.ok ? ok(added.value.vaultId) : added;
};
