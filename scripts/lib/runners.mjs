// The test runners: vitest under Node, vitest under Electron's Node, Playwright against the real app.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from './display.mjs';
import { attach } from './launch.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { appEnv, nodeEnv, runtimePaths } from './runtime.mjs';
import { judgeRunner, playwrightTally, vitestTally } from './tally.mjs';
import { CRYPTO_TESTS } from './test-plan.mjs';

const VITEST = inProject('node_modules', 'vitest', 'vitest.mjs');
const PLAYWRIGHT = inProject('node_modules', '@playwright', 'test', 'cli.js');

// Playwright takes a file for a regular expression.
const asPattern = (file) => `${file.replaceAll('.', '\\.')}$`;

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

/** Vitest under this Node: all its tests, or those files. @param {string[]} files */
export function runNodeTests(files = []) {
  return vitest(process.execPath, nodeEnv(), files);
}

/**
 * Vitest under this Node, which goes on with what changes until it is ended; its exit code. @param {string[]} filters
 */
export function watchNodeTests(filters) {
  return attach(process.execPath, [VITEST, 'watch', ...filters], { cwd: projectRoot, env: nodeEnv() });
}

/** Vitest under Electron's Node. @param {string[]} files */
export function runCryptoTests(files = CRYPTO_TESTS) {
  const { electronExecutable } = runtimePaths();
  return vitest(electronExecutable, { ...appEnv(), ELECTRON_RUN_AS_NODE: '1' }, files);
}

// Playwright on a display of its own.
function playwright(args, env) {
  return withReport(playwrightTally, (file) => {
    const start = (inDisplay) =>
      attach(process.execPath, [PLAYWRIGHT, 'test', '--reporter=list,json', ...args], {
        cwd: projectRoot,
        env: { ...inDisplay, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      });
    return process.platform === 'linux' ? withDisplay(start, env) : start(env);
  });
}

/** Playwright against real Electron: all its tests, or those files. @param {string[]} files */
export function runWindowTests(files = []) {
  return playwright(files.map(asPattern), appEnv());
}

/**
 * Every screen of the built pages, drawn from fixtures; `filters` are parts of their names. Pictures are kept in
 * `folder` when it is given.
 */
export function runCatalogue(filters = [], folder = null) {
  const names = filters.length === 0 ? [] : ['--grep', filters.join('|')];
  const pictures = folder === null ? {} : { BILIK_CATALOGUE_PICTURES: folder };
  return playwright(['-c', inProject('tests', 'catalogue'), ...names], { ...appEnv(), ...pictures });
}
