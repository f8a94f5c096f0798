// The checks that run no code of the project: types, style, layers.
import { checkLayers } from './layers.mjs';
import { inProject, projectRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * A check's outcome: `detail` is what to read when it is not ok. @typedef {{ name: string, ok: boolean, detail: string
 * }} Outcome
 */

// tsconfig.json at the top names every layer; what has not changed since the last time is not checked again.
async function types() {
  const tool = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const result = await run(process.execPath, [tool, '-b'], { cwd: projectRoot, full: true });
  return { name: 'types', ok: result.code === 0, detail: `${result.stdout}${result.stderr}`.trim() };
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
