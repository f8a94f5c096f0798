import { beforeAll, expect, it, vi } from 'vitest';
import { cheapKeys } from '../fixtures/cheap-keys.ts';
import { runRotationKills } from './kill/rotation-kills.ts';

beforeAll(cheapKeys);

vi.setConfig({ testTimeout: 240_000 });

it('opens by passphrase and sheet, whole, when killed during a change of keys or of the sheet', async () => {
  // `npm run fault` tries each step.
  const { tried, failed, notes, steps } = await runRotationKills({ rotate: 8, sheet: 3 });
  expect({ tried, failed, notes }).toEqual({ tried: 11, failed: 0, notes: [] });
  expect(steps.rotate).toBeGreaterThan(50);
  expect(steps.sheet).toBeGreaterThan(8);
});
