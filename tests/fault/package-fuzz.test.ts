import { expect, it } from 'vitest';
import { fuzzPackageParser } from './fuzz/package-parser.ts';

// A few of the trials; `npm run fault -- --long` runs a million.
it('answers a code to whatever is given as a package', { timeout: 240_000 }, async () => {
  const { tried, failed, notes } = await fuzzPackageParser({ runs: 2000, seed: 'npm test' });
  expect({ tried, failed, notes: notes.slice(0, failed) }).toEqual({ tried: 2000, failed: 0, notes: [] });
  // The damage reaches every depth: beyond age, beyond tar, beyond the signature.
  const said = notes.at(-1) ?? '';
  for (const code of ['packageUnreadable', 'packageDamaged', 'packageTampered', 'packageTooLarge', 'ok']) {
    expect(said).toContain(code);
  }
});
