// The test runners: vitest under Node, vitest under Electron's Node, Playwright against the real app.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from './display.mjs';
import { attach } from './launch.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { appEnv, nodeEnv, runtimePaths } from './runtime.mjs';
import { judgeRunner, playwrightTally, vitestTally } from './tally.mjs';

const VITEST = inProject('node_modules', 'vitest', 'vitest.mjs');
const PLAYWRIGHT = inProject('node_modules', '@playwright', 'test', 'cli.js');

/** Folders of the tests that also run under Electron's Node, whose crypto lacks some of Node's. */
export const CRYPTO_TESTS = ['tests/unit/crypto/', 'tests/integration/crypto/'];

// Gives `work` a file for the runner's report and reads it afterwards.
async function withReport(toTally, work) {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-report-'));
  const file = join(folder, 'report.json');
  try {
    const code = await work(file);
    return judgeRunner({ tally: read(file, toTally), code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file, toTally) {
  try {
    return toTally(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function vitest(program, env, filters) {
  return withReport(vitestTally, (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    return attach(program, [VITEST, 'run', ...reporters, ...filters], { cwd: projectRoot, env });
  });
}

/** All vitest tests under this Node. */
export function runNodeTests(filters = []) {
  return vitest(process.execPath, nodeEnv(), filters);
}

/** The crypto tests under Electron's Node. */
export function runCryptoTests() {
  const { electronExecutable } = runtimePaths();
  return vitest(electronExecutable, { ...appEnv(), ELECTRON_RUN_AS_NODE: '1' }, CRYPTO_TESTS);
}

/** Playwright against real Electron, on a display of its own. */
export function runWindowTests(filters = []) {
  return withReport(playwrightTally, (file) => {
    const args = [PLAYWRIGHT, 'test', '--reporter=list,json', ...filters];
    const start = (env) =>
      attach(process.execPath, args, { cwd: projectRoot, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
    return process.platform === 'linux' ? withDisplay(start, appEnv()) : start(appEnv());
  });
}
