import { beforeAll } from 'vitest';
import { vaultTemplate } from '../../fixtures/made-vault.ts';
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
});
