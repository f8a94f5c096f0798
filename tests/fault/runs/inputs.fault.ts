import { tryInputs } from '../inputs/inputs.ts';
import { faultRun } from './fault-run.ts';

faultRun('inputs', async ({ long, seed, tell }) => {
  for (const { kind, tried, failed, notes } of await tryInputs(seed, long ? 1_000_000 : 100_000))
    tell({ id: `inputs.${kind}`, tried, failed, note: notes.join(' | ') });
});
