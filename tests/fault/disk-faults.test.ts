import { expect, it } from 'vitest';
import { cheapKeys } from '../fixtures/cheap-keys.ts';
import { bundleChild } from '../fixtures/child-bundle.ts';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { makePathSetting } from './paths/path-setting.ts';
import { failOnce, newDiskFaults } from './power/disk-faults.ts';
import { buildShim, noPowerHere } from './power/shim.ts';

// A few writes, cuts and syncs of one call fail, the last one of its commit too; `npm run fault` tries every path.
it('says by name that the disk failed, and holds what was acknowledged', { timeout: 240_000 }, async ({ skip }) => {
  skip(noPowerHere() !== null, noPowerHere() ?? '');
  const putBack = cheapKeys();
  const setting = await makePathSetting();
  const { program, remove } = await bundleChild('tests/fixtures/writing-child.ts');
  const bench = { program, setting, seed: 'npm test', shimmed: buildShim(temporaryFolder()) };
  const faults = newDiskFaults();
  const method = 'drafts.save';
  try {
    const most = await failOnce(faults, bench, { method, kind: 'EIO', lasts: false, nth: 1_000_000 });
    expect(most).toBeGreaterThan(10);
    for (const nth of [1, Math.floor(most / 2), most - 1, most])
      await failOnce(faults, bench, { method, kind: 'EIO', lasts: false, nth });
    await failOnce(faults, bench, { method, kind: 'ENOSPC', lasts: true, nth: 3 });
    await failOnce(faults, bench, { method, kind: 'half', lasts: false, nth: 2 });
  } finally {
    remove();
    putBack();
  }
  expect({ tried: faults.tried, failed: faults.failed, notes: faults.notes }).toEqual({
    tried: 6,
    failed: 0,
    notes: [],
  });
  expect(faults.refused).toBeGreaterThan(3);
});
