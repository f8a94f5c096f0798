import type { UpgradeBackup } from '../backup/upgrade-backup.ts';
import type { CallContext } from '../rpc/context.ts';
import type { BeforeUpgrade } from '../vault/before-upgrade.ts';
import type { OpenVault } from '../vault/vault.ts';

/** The backup of a vault that an opening brings up to date. */
export interface Upgrading {
  /** Makes it, before the opening brings the schema up to date. */
  readonly before: BeforeUpgrade;
  /** Records in the open vault what was made, if anything was. */
  readonly noteIn: (vault: OpenVault) => Promise<void>;
}

/** A vault is seldom brought up to date: what makes its backup is loaded when one is. */
export const upgradingOf = ({ desk, clock, random }: Pick<CallContext, 'desk' | 'clock' | 'random'>): Upgrading => {
  let upgrade: UpgradeBackup | undefined;
  return {
    before: async (dir, keys) => {
      const { createUpgradeBackup } = await import('../backup/upgrade-backup.ts');
      upgrade = createUpgradeBackup(desk.deps, desk.unfinishedRestore);
      return upgrade.before(dir, keys);
    },
    noteIn: async (vault) => {
      if (upgrade === undefined) return;
      const { workspaceOf } = await import('../workspace/workspace.ts');
      upgrade.noteIn({ work: workspaceOf({ vault, clock, random }) });
    },
  };
};
