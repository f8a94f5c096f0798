import { expect, it } from 'vitest';
import { runUpgradeKills } from './kill/upgrade-kills.ts';

it('opens, whole, when killed while a vault of a version before is brought up to date', {
  timeout: 240_000,
}, async () => {
  const { statements, tried, failed, notes } = await runUpgradeKills({ step: 13 });
  expect({ failed, notes }).toEqual({ failed: 0, notes: [] });
  expect(statements).toBeGreaterThan(50);
  expect(tried).toBe(Math.ceil(statements / 13));
});
