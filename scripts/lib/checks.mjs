// The checks that run no code of the project: types, style, layers.
import { existsSync } from 'node:fs';
import { checkLayers } from './layers.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { run } from './run.mjs';

const PROJECTS = [
  'shared',
  'electron/backend',
  'electron/main',
  'electron/preload',
  'electron/cli',
  'renderer',
  'tests',
  'scripts',
];

/** A check's outcome: `detail` is what to read when it is not ok. @typedef {{ name: string, ok: boolean, detail: string }} Outcome */

async function types() {
  const tool = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const failures = [];
  for (const project of PROJECTS.filter((name) => existsSync(inProject(name, 'tsconfig.json')))) {
    const result = await run(process.execPath, [tool, '-p', project], { cwd: projectRoot, full: true });
    if (result.code !== 0) failures.push(`${result.stdout}${result.stderr}`.trim());
  }
  return { name: 'types', ok: failures.length === 0, detail: failures.join('\n') };
}

async function style() {
  const tool = inProject('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [tool, 'ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=40', '.'];
  const result = await run(process.execPath, args, { cwd: projectRoot, full: true });
  return { name: 'biome', ok: result.code === 0, detail: `${result.stdout}${result.stderr}`.trim() };
}

async function layers() {
  const { ok, violations } = await checkLayers();
  return { name: 'layers', ok, detail: violations.join('\n') };
}

/** Runs all of them, whatever the others find. @returns {Promise<Outcome[]>} */
export function runChecks() {
  return Promise.all([types(), style(), layers()]);
}
