// npm run steady -- [--whole N] [--windows N] [--load N] [--log FILE]: runs `npm test`, or its Playwright part, again
// and again beside busy processes. Each run is kept in the log; what the log has of this commit is not run again.
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inProject, projectRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/report.mjs';
import { doneLine, plannedRuns, readLog, steadyOptions, steadyTable } from './lib/steady-plan.mjs';
import { readTallyLine } from './lib/tally.mjs';

// Keeps a core busy until whoever started it has gone.
const BUSY = 'const parent = process.ppid; for (let n = 0; n % 1e7 !== 0 || process.ppid === parent; n += 1);';

function startBusy(count) {
  const busy = Array.from({ length: count }, () => spawn(process.execPath, ['-e', BUSY], { stdio: 'ignore' }));
  return () => {
    for (const child of busy) child.kill('SIGKILL');
  };
}

const commitNow = () =>
  execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: projectRoot }).toString().trim();

// Runs the tests once, their output in a file of its own.
function runTests(part, output) {
  const args = [inProject('scripts', 'test.mjs'), ...(part === 'windows' ? ['e2e'] : [])];
  return new Promise((resolve, reject) => {
    const file = openSync(output, 'w');
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', file, file] });
    child.once('error', reject);
    child.once('close', () => resolve(readTallyLine(readFileSync(output, 'utf8'))));
  });
}

async function runOnce(run, commit, log) {
  const output = `${log}.${run.part}-${run.load}-${run.number}.txt`;
  say(`${run.part} ${run.number}, load ${run.load} … (${output})`);
  const started = Date.now();
  const endBusy = startBusy(run.load);
  try {
    const tally = (await runTests(run.part, output)) ?? { passed: 0, failed: 1 };
    const seconds = Math.round((Date.now() - started) / 1000);
    return { ...run, commit, passed: tally.passed, failed: tally.failed, seconds };
  } finally {
    endBusy();
  }
}

await runMain(async () => {
  const options = steadyOptions(process.argv.slice(2));
  const log = options.log ?? inProject('out', 'steady', 'log.jsonl');
  mkdirSync(dirname(log), { recursive: true });
  const commit = commitNow();
  const before = existsSync(log) ? readLog(readFileSync(log, 'utf8')) : [];
  const lines = [];
  for (const run of plannedRuns(options)) {
    const known = doneLine(before, commit, run);
    lines.push(known ?? (await runOnce(run, commit, log)));
    if (!known) appendFileSync(log, `${JSON.stringify(lines.at(-1))}\n`);
  }
  process.stdout.write(`${steadyTable(lines)}\n`);
  if (lines.some(({ failed }) => failed > 0)) process.exitCode = 1;
});
