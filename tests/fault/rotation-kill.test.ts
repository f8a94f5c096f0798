import { beforeAll, expect, it, vi } from 'vitest';
import { cheapKeys } from '../fixtures/cheap-keys.ts';
import { runRotationKills } from './kill/rotation-kills.ts';

beforeAll(cheapKeys);

vi.setConfig({ testTimeout: 240_000 });

it('opens by passphrase and sheet, whole, when killed during a change of keys, sheet or identity', async () => {
  // `npm run fault` tries each step.
  const { tried, failed, notes, steps } = await runRotationKills({ rotate: 8, open: 5, sheet: 3, identity: 5 });
  expect({ tried, failed, notes }).toEqual({ tried: 21, failed: 0, notes: [] });
  expect(steps.rotate).toBeGreaterThan(50);
  expect(steps.open).toBeGreaterThan(20);
  expect(steps.sheet).toBeGreaterThan(8);
  expect(steps.identity).toBeGreaterThan(12);
});
