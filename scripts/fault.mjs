// Fuzz and fault runs with their counts: npm run fault -- [--long] [--only ID]… [--seed TEXT] [--json FILE]
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { chosenRuns, faultOptions, faultTable, judgeRun, readLines } from './lib/fault-plan.mjs';
import { runGuarded } from './lib/guard.mjs';
import { inProject } from './lib/paths.mjs';
import { runMain, say } from './lib/report.mjs';
import { nodeEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Runs one of them in a process of its own. */
async function runOne(run, { long, seed, folder }) {
  const result = join(folder, `${run.id}.jsonl`);
  const env = { ...nodeEnv(), BILIK_FAULT_RESULT: result, BILIK_FAULT_LONG: long ? '1' : '', BILIK_FAULT_SEED: seed };
  const vitest = inProject('node_modules/vitest/vitest.mjs');
  const config = inProject('tests/fault/runs/vitest.config.ts');
  const args = [vitest, 'run', '-c', config, inProject('tests/fault/runs', `${run.file}.fault.ts`)];
  const limits = { seconds: long ? run.seconds.long : run.seconds.short, megabytes: run.megabytes };
  const ended = await runGuarded(process.execPath, args, { cwd: inProject(), env, ...limits });
  return judgeRun({ id: run.id, lines: readLines(read(result)), ...ended });
}

const write = (file, lines) => writeFileSync(file, `${JSON.stringify(lines, null, 2)}\n`);

await runMain(async () => {
  const options = faultOptions(process.argv.slice(2));
  await setup();
  await ensureBuild();
  const seed = options.seed ?? randomBytes(6).toString('hex');
  const folder = mkdtempSync(join(tmpdir(), 'bilik-fault-'));
  const lines = [];
  try {
    for (const run of chosenRuns(options)) {
      say(`${run.id} … (seed ${seed})`);
      const started = Date.now();
      lines.push(...(await runOne(run, { long: options.long, seed, folder })));
      say(`${run.id}: ${Math.round((Date.now() - started) / 1000)} s`);
      // Written after each run: a long one that is cut leaves what was found before.
      if (options.json) write(options.json, lines);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(faultTable(lines));
  console.log(`seed ${seed}`);
  if (lines.some(({ failed }) => failed > 0)) process.exitCode = 1;
});
