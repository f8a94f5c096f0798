import { fuzzPackageParser } from '../fuzz/package-parser.ts';
import { faultRun } from './fault-run.ts';

/** Told how far it is after so many. */
const batch = 10_000;

faultRun('package.parser', async ({ long, seed, tell }) => {
  const runs = long ? 1_000_000 : 10_000;
  const failures: string[] = [];
  let [tried, failed] = [0, 0];
  for (let at = 0; tried < runs; at += 1) {
    const done = await fuzzPackageParser({ runs: Math.min(batch, runs - tried), seed: `${seed}/${at}` });
    tried += done.tried;
    failed += done.failed;
    failures.push(...done.notes.slice(0, -1));
    const counts = `in the last ${done.tried}: ${done.notes.at(-1) ?? ''}`;
    tell({ id: 'package.parser', tried, failed, note: [...failures.slice(0, 10), counts].join(' | ') });
  }
});
