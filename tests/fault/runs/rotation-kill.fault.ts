import { beforeAll } from 'vitest';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { runRotationKills } from '../kill/rotation-kills.ts';
import { faultRun } from './fault-run.ts';

beforeAll(cheapKeys);

faultRun('rotation.kill', async ({ tell }) => {
  const { tried, failed, notes, steps } = await runRotationKills({
    rotate: 1000,
    open: 1000,
    sheet: 1000,
    identity: 1000,
  });
  tell({
    id: 'rotation.kill',
    tried,
    failed,
    note: [
      ...notes,
      `${steps.rotate} steps of a change of keys, ${steps.open} of an opening that ends one half done`,
      `${steps.sheet} of the sheet, ${steps.identity} of the identity`,
    ].join(' | '),
  });
});
