import { expect, it } from 'vitest';
import { cheapKeys } from '../fixtures/cheap-keys.ts';
import { bundleChild } from '../fixtures/child-bundle.ts';
import { killOnce, newPathKills } from './paths/path-kills.ts';
import { makePathSetting } from './paths/path-setting.ts';

// One of a few kills in some of the writing paths; `npm run fault` tries each of them.
it('loses nothing that was acknowledged when killed in 42 of the paths that write', { timeout: 900_000 }, async () => {
  const putBack = cheapKeys();
  const setting = await makePathSetting();
  const { program, remove } = await bundleChild('tests/fixtures/writing-child.ts');
  const kills = newPathKills();
  try {
    for (let index = 0; index < 42; index += 1) await killOnce(kills, { program, setting, seed: 'npm test', index });
  } finally {
    remove();
    putBack();
  }
  expect({ tried: kills.tried, failed: kills.failed, notes: kills.notes }).toEqual({ tried: 42, failed: 0, notes: [] });
  expect(Object.keys(kills.paths)).toHaveLength(42);
  expect(kills.inside).toBeGreaterThan(15);
  expect(kills.acknowledged).toBeGreaterThan(40);
});
