import { beforeAll } from 'vitest';
import { vaultTemplate } from '../../fixtures/made-vault.ts';
import { runVaultKills } from '../kill/vault-kills.ts';
import { faultRun } from './fault-run.ts';

beforeAll(() => vaultTemplate());

faultRun('vault.kill', async ({ long, seed, tell }) => {
  const done = await runVaultKills({ writes: long ? 200 : 3, changes: long ? 200 : 3, seed });
  const { tried, failed, notes, acknowledged } = done;
  tell({ id: 'vault.kill', tried, failed, note: [...notes, `${acknowledged} acknowledged writes`].join(' | ') });
});
