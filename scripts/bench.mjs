// Measures the app against plain baselines in one run; `usage` below says how.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { attach, hasDisplay } from './lib/launch.mjs';
import { inProject } from './lib/paths.mjs';
import { runMain, SetupError } from './lib/report.mjs';
import { nodeEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

const usage = 'npm run bench -- [--only start|confirmation|backup] [--trace] [--json FILE]';

/** What the command line asks for. Throws a SetupError for anything that it does not know. */
function parseArguments(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { only: { type: 'string' }, trace: { type: 'boolean' }, json: { type: 'string' } },
    });
    if (values.only === undefined || ['start', 'confirmation', 'backup'].includes(values.only)) return values;
  } catch {
    // Told below.
  }
  throw new SetupError(`unknown arguments: ${args.join(' ')}`, usage);
}

function print(figures) {
  const rows = figures.map(({ id, value, unit, baseline, ratio, goal, met }) => {
    const aim = goal === null ? 'no goal' : `goal <= ${goal}: ${met ? 'met' : 'MISSED'}`;
    return [id, `${value} ${unit}`, `baseline ${baseline} ${unit}`, `ratio ${ratio}`, aim];
  });
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}

await runMain(async () => {
  const { only, trace, json } = parseArguments(process.argv.slice(2));
  const target = json && resolve(json);
  await setup();
  await ensureBuild();
  const folder = mkdtempSync(join(tmpdir(), 'bilik-bench-result-'));
  const result = join(folder, 'result.json');
  try {
    const vitest = [
      inProject('node_modules/vitest/vitest.mjs'),
      'run',
      '-c',
      inProject('tests/bench/vitest.config.ts'),
    ];
    const env = {
      ...nodeEnv(),
      BILIK_BENCH_RESULT: result,
      ...(only && { BILIK_BENCH_ONLY: only }),
      ...(trace && { BILIK_BENCH_TRACE: '1' }),
    };
    const start = (inDisplay) => attach(process.execPath, vitest, { cwd: inProject(), env: inDisplay });
    const code = hasDisplay() ? await start(env) : await withDisplay(start, env);
    if (code !== 0) throw new SetupError('the bench did not end', 'the message above says where');
    const figures = JSON.parse(readFileSync(result, 'utf8'));
    print(figures);
    if (target)
      writeFileSync(
        target,
        `${JSON.stringify(
          figures.map(({ id, value, unit, baseline, ratio, goal, met }) => ({
            id,
            value,
            unit,
            baseline,
            ratio,
            goal,
            met,
          })),
          null,
          2,
        )}\n`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
