import { expect, it } from 'vitest';
import { runDiskFull } from './kill/disk-full.ts';

// A few of the places; `npm run fault` tries more.
it('says plainly that the disk is full and keeps nothing half when a package is taken in', {
  timeout: 240_000,
}, async () => {
  const { tried, failed, notes, codes } = await runDiskFull({ steps: 5 });
  expect({ failed, notes }).toEqual({ failed: 0, notes: [] });
  expect(tried).toBeGreaterThanOrEqual(15);
  expect(codes).toContain('diskFull');
});
