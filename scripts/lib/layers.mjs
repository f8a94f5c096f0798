// The layer rules of .dependency-cruiser.cjs, as a check that also fails when it saw too little.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './paths.mjs';
import { run } from './run.mjs';

const LAYERS = ['shared', 'electron', 'renderer'];

/** The project has far more modules than this; fewer seen means that the tool could not read them. */
export const MIN_MODULES = 100;

/**
 * Checks the layers of the project in `root`. Returns the violations as lines of text, how many modules of the project
 * were seen, and `ok`: no violation and at least `minModules` seen.
 * @param {{ root?: string, minModules?: number }} options
 * @returns {Promise<{ ok: boolean, modules: number, violations: string[] }>}
 */
export async function checkLayers({ root = inProject(), minModules = MIN_MODULES } = {}) {
  const folders = LAYERS.filter((name) => existsSync(join(root, name)));
  const tool = inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [
    '--import',
    pathToFileURL(inProject('scripts', 'lib', 'swc-tsx.mjs')).href,
    tool,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...folders,
  ];
  const result = await run(process.execPath, args, { cwd: root, full: true });
  const report = parse(result.stdout);
  if (!report) return { ok: false, modules: 0, violations: [`dependency-cruiser failed: ${result.stderr.trim()}`] };
  const modules = report.modules.filter(({ source }) => LAYERS.includes(source.split('/')[0])).length;
  const violations = report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  if (modules < minModules) violations.push(`only ${modules} modules were seen; at least ${minModules} were expected`);
  return { ok: violations.length === 0, modules, violations };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
