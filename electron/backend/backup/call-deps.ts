import { exportDepsOf } from '../export/call-deps.ts';
import type { CallContext } from '../rpc/context.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { BackupDeps } from './make-backup.ts';

/** What a backup takes from a call: real file calls, and the main process for copies of open databases. */
export const backupDepsOf = (context: CallContext, vault: Pick<OpenVault, 'records'>): BackupDeps => ({
  ...exportDepsOf({ random: context.random, vault }),
  database: context.desk.deps.database,
  hold: context.hold,
  copyFiles: async (from, to, names) => (await context.host.ask('copyFiles', { from, to, names })).ok,
});
