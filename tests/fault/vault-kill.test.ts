import { beforeAll, expect, it, vi } from 'vitest';
import { vaultTemplate } from '../fixtures/made-vault.ts';
import { runVaultKills } from './kill/vault-kills.ts';

// Each derivation of a key takes a second or more on a busy machine. `npm run fault` tries more.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
beforeAll(() => vaultTemplate());

it('loses no acknowledged write when killed', async () => {
  const { tried, failed, notes, acknowledged } = await runVaultKills({ writes: 3, changes: 0, seed: 'npm test' });
  expect({ tried, failed, notes }).toEqual({ tried: 3, failed: 0, notes: [] });
  expect(acknowledged).toBeGreaterThan(30);
});

it('opens by the old or the new passphrase when killed during a change', async () => {
  const { tried, failed, notes, changeSteps } = await runVaultKills({ writes: 0, changes: 5, seed: 'npm test' });
  expect({ tried, failed, notes }).toEqual({ tried: 5, failed: 0, notes: [] });
  // Both databases and all three key files are written meanwhile.
  expect(changeSteps).toBeGreaterThan(12);
});
