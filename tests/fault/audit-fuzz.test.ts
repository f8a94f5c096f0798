import { expect, it } from 'vitest';
import { fuzzAudit } from './fuzz/audit.ts';

// A few of the trials; `npm run fault -- --long` runs more.
it('finds audit chains that were tampered with in random ways', () => {
  const { tried, failed, notes } = fuzzAudit({ runs: 1000, seed: 'npm test' });
  expect({ tried, failed, notes: notes.slice(0, failed) }).toEqual({ tried: 1000, failed: 0, notes: [] });
  // Some attempts undo themselves: the checks must not cry wolf either.
  expect(notes.at(-1)).not.toContain(' 0 of them unchanged');
});
