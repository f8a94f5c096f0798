import { expect, it, vi } from 'vitest';
import { runPageDamage } from './damage/pages.ts';

vi.setConfig({ testTimeout: 240_000 });

it('tells of damaged and old pages, files and journals whenever a row reads differently', async () => {
  const { tried, failed, notes, told, harmless } = await runPageDamage({ seed: 'npm test', step: 8 });
  expect({ failed, notes }).toEqual({ failed: 0, notes: [] });
  expect(told).toBeGreaterThan(20);
  expect(told + harmless).toBe(tried);
});
