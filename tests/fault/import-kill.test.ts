import { expect, it } from 'vitest';
import { runImportKills } from './kill/import-kills.ts';
import { runSealKills } from './kill/seal-kills.ts';

// A few of the kills; `npm run fault` tries more.
it('has a package whole or not at all when killed while it takes packages in', { timeout: 240_000 }, async () => {
  const { tried, failed, notes, cut } = await runImportKills({ kills: 6, seed: 'npm test' });
  expect({ tried, failed, notes }).toEqual({ tried: 6, failed: 0, notes: [] });
  expect(cut).toBeGreaterThan(0);
});

it('uses no counter for two packages when killed while it seals them', { timeout: 240_000 }, async () => {
  const { tried, failed, notes, packages } = await runSealKills({ kills: 4, seed: 'npm test' });
  expect({ tried, failed, notes }).toEqual({ tried: 4, failed: 0, notes: [] });
  expect(packages).toBeGreaterThan(4);
});
