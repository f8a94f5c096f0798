import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { bundleChild } from '../../fixtures/child-bundle.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { makePathSetting } from '../paths/path-setting.ts';
import { allPaths } from '../paths/writing-paths.ts';
import { failEach, failSome, newDiskFaults } from '../power/disk-faults.ts';
import { buildShim, noPowerHere } from '../power/shim.ts';
import { faultRun } from './fault-run.ts';

const short = 120;

faultRun('disk.faults', async ({ long, seed, tell }) => {
  const why = noPowerHere();
  if (why !== null) {
    tell({ id: 'disk.faults', tried: 0, failed: 1, note: why });
    return;
  }
  cheapKeys();
  const setting = await makePathSetting();
  const { program, remove } = await bundleChild('tests/fixtures/writing-child.ts');
  const bench = { program, setting, seed, shimmed: buildShim(temporaryFolder()) };
  const faults = newDiskFaults();
  const told = (): void => {
    const { tried, failed, notes, refused, survived, paths } = faults;
    const counts = `${Object.keys(paths).length} paths, ${refused} refused by name, ${survived} acknowledged all the same`;
    tell({ id: 'disk.faults', tried, failed, note: [...notes, counts].join(' | ') });
  };
  try {
    if (long)
      for (const method of allPaths) {
        await failEach(faults, bench, method);
        told();
      }
    else for (let index = 0; index < short; index += 1) await failSome(faults, bench, index);
    told();
  } finally {
    remove();
  }
});
