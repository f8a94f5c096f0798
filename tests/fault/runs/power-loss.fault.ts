import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { bundleChild } from '../../fixtures/child-bundle.ts';
import { makePathSetting } from '../paths/path-setting.ts';
import { runPowerLoss } from '../power/power-loss.ts';
import { noPowerHere } from '../power/shim.ts';
import { faultRun } from './fault-run.ts';

faultRun('power.loss', async ({ long, seed, tell }) => {
  const why = noPowerHere();
  if (why !== null) {
    tell({ id: 'power.loss', tried: 0, failed: 1, note: why });
    return;
  }
  cheapKeys();
  const setting = await makePathSetting();
  const { program, remove } = await bundleChild('tests/fixtures/writing-child.ts');
  try {
    const done = await runPowerLoss({ program, setting, seed, states: long ? 5000 : 150 });
    const { tried, failed, notes, changes, syncs, acknowledged } = done;
    const counts = `${changes} changes, ${syncs} syncs, ${acknowledged} acknowledged calls`;
    tell({ id: 'power.loss', tried, failed, note: [...notes, counts].join(' | ') });
  } finally {
    remove();
  }
});
