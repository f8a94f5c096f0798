import type { CallResult } from '../../lib/rpc/client.ts';

type Value<R> = R extends { readonly ok: true; readonly value: infer V } ? V : never;

/** Answer of `vault.list`. */
export type VaultList = Value<CallResult<'vault.list'>>;
export type VaultEntry = VaultList['vaults'][number];
export type FolderWarning = VaultEntry['warnings'][number];
