// The layer rules of .dependency-cruiser.cjs, as a check that also fails when it saw too little.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import floors from './floors.cjs';
import { inProject } from './paths.mjs';
import { run } from './run.mjs';

const LAYERS = ['shared', 'electron', 'renderer'];

/** An import of one file by another. @typedef {{ from: string, to: string }} Arrow */

/** The project has far more modules than this; fewer seen means that the tool could not read them. */
export const MIN_MODULES = 100;

/**
 * Checks the layers of the project in `root`. Returns the violations as lines of text, how many modules of the project
 * were seen, all arrows between files, and `ok`: no violation and at least `minModules` seen.
 * @param {{ root?: string, minModules?: number }} options
 * @returns {Promise<{ ok: boolean, modules: number, violations: string[], arrows: Arrow[] }>}
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
  if (!report) {
    return { ok: false, modules: 0, violations: [`dependency-cruiser failed: ${result.stderr.trim()}`], arrows: [] };
  }
  const modules = report.modules.filter(({ source }) => LAYERS.includes(source.split('/')[0])).length;
  const comments = new Map(report.summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  const violations = report.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to} (${comments.get(rule.name)})`,
  );
  const arrows = report.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  if (modules < minModules) violations.push(`only ${modules} modules were seen; at least ${minModules} were expected`);
  return { ok: violations.length === 0, modules, violations, arrows };
}

/** Room of a file below `base`: its folder there, or `parent/child` where such a room has a floor of its own. */
function roomOf(base, file) {
  const parts = file
    .slice(base.length + 1)
    .split('/')
    .slice(0, -1);
  const rooms = floors.HOUSES.find((house) => house.base === base)?.rows.flat() ?? [];
  const two = parts.slice(0, 2).join('/');
  return rooms.includes(two) ? two : (parts[0] ?? '');
}

/**
 * Circles among the rooms of `base`: each set of rooms of which every one leads to every other.
 * @param {string} base folder of the rooms
 * @param {Arrow[]} arrows between files
 * @returns {string[][]}
 */
export function circlesOf(base, arrows) {
  const inside = arrows.filter(({ from, to }) => from.startsWith(`${base}/`) && to.startsWith(`${base}/`));
  const next = new Map();
  for (const arrow of inside) {
    const [from, to] = [roomOf(base, arrow.from), roomOf(base, arrow.to)];
    if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const reach = new Map([...next.keys()].map((room) => [room, reachedFrom(room, next)]));
  const inCircle = [...reach.keys()].filter((room) => reach.get(room).has(room));
  const circles = inCircle.map((room) =>
    inCircle.filter((other) => reach.get(room).has(other) && reach.get(other).has(room)),
  );
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}

function reachedFrom(room, next) {
  const seen = new Set();
  const waiting = [...(next.get(room) ?? [])];
  for (let other = waiting.pop(); other !== undefined; other = waiting.pop()) {
    if (seen.has(other)) continue;
    seen.add(other);
    waiting.push(...(next.get(other) ?? []));
  }
  return seen;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
