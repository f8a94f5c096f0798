import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inProject } from '../../../scripts/lib/paths.mjs';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { bundleChild } from '../../fixtures/child-bundle.ts';
import { killOnce, newPathKills, type PathKills } from '../paths/path-kills.ts';
import { makePathSetting } from '../paths/path-setting.ts';
import { faultRun } from './fault-run.ts';

const short = 160;
const long = 5000;
/** The long form does so many milliseconds of them in one run; the next run goes on where it stopped. */
const partMilliseconds = 55 * 60_000;

/** How far the long form is: kept after each kill. */
interface Progress {
  readonly seed: string;
  next: number;
  readonly kills: PathKills;
}

const stateFile = inProject('out/fault/paths.kill.json');

const begun = (seed: string): Progress => {
  try {
    const kept = JSON.parse(readFileSync(stateFile, 'utf8')) as Progress;
    if (kept.next < long) return kept;
  } catch {
    // None was begun, or its file was cut.
  }
  return { seed, next: 0, kills: newPathKills() };
};

const keep = (progress: Progress): void => {
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, JSON.stringify(progress));
};

faultRun('paths.kill', async ({ long: isLong, seed, tell }) => {
  cheapKeys();
  const setting = await makePathSetting();
  const { program, remove } = await bundleChild('tests/fixtures/writing-child.ts');
  const progress = isLong ? begun(seed) : { seed, next: 0, kills: newPathKills() };
  const until = isLong ? long : short;
  const ends = Date.now() + partMilliseconds;
  const { kills } = progress;
  const told = (): void => {
    const counts = `${Object.keys(kills.paths).length} paths, ${kills.inside} within the call, ${kills.acknowledged} acknowledged calls`;
    const more = isLong && progress.next < until ? ': run it again to go on' : '';
    const part = `${progress.next} of ${until}${more}`;
    const { tried, failed, notes } = kills;
    tell({ id: 'paths.kill', tried, failed, note: [...notes, counts, part, `seed ${progress.seed}`].join(' | ') });
  };
  try {
    for (; progress.next < until && Date.now() < ends; progress.next += 1) {
      if (isLong) keep(progress);
      await killOnce(kills, { program, setting, seed: progress.seed, index: progress.next });
      if (progress.next % 50 === 49) told();
    }
    if (isLong) keep(progress);
    told();
  } finally {
    remove();
  }
});
