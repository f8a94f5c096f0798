import { beforeAll } from 'vitest';
import { vaultTemplate } from '../../fixtures/made-vault.ts';
import { runUpgradeKills } from '../kill/upgrade-kills.ts';
import { runVaultKills } from '../kill/vault-kills.ts';
import { faultRun } from './fault-run.ts';

beforeAll(() => vaultTemplate());

faultRun('vault.kill', async ({ long, seed, tell }) => {
  const done = await runVaultKills({ writes: long ? 200 : 10, changes: 100, seed });
  const { tried, failed, notes, acknowledged, changeSteps } = done;
  tell({
    id: 'vault.kill',
    tried,
    failed,
    note: [...notes, `${acknowledged} acknowledged writes, ${changeSteps} steps of a change`].join(' | '),
  });
  const upgrade = await runUpgradeKills({ step: 1 });
  const counts = `${upgrade.statements} statements of bringing a vault of 0.3 up to date`;
  tell({
    id: 'vault.upgradeKill',
    tried: upgrade.tried,
    failed: upgrade.failed,
    note: [...upgrade.notes, counts].join(' | '),
  });
});
