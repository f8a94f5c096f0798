// What `npm test -- [--watch] FILTER…` runs.
import { SetupError } from './report.mjs';

/** Folders of the tests that also run under Electron's Node, whose crypto lacks some of Node's. */
export const CRYPTO_TESTS = ['tests/unit/crypto/', 'tests/integration/crypto/'];

const USAGE =
  'npm test -- [--watch] [FILTER…], where FILTER is `check` or a part of a path below tests/: unit/domain/case';

const VITEST_FILE = /^tests\/(unit|property|integration|fault)\/.*\.test\.tsx?$/;
const CATALOGUE_FILE = /^tests\/catalogue\/.*\.catalogue\.ts$/;
const WINDOW_FILE = /^tests\/e2e\/.*\.e2e\.ts$/;

/**
 * What is to run. A runner's list of files is empty when it has nothing to do.
 * @typedef {object} TestPlan
 * @property {boolean} whole everything runs; the runners find their files themselves
 * @property {boolean} watch vitest stays and runs again what a change touches
 * @property {boolean} checks types, style, layers
 * @property {string[]} node files for vitest under Node
 * @property {string[]} crypto files for vitest under Electron's Node
 * @property {boolean} catalogue every screen, drawn from fixtures
 * @property {string[]} windows files for Playwright
 * @property {string[]} unmatched filters that no file matches
 */

// As typed: with backslashes, from the project's folder or from tests/.
const plain = (filter) => filter.replaceAll('\\', '/').replace(/^(\.\/)?(tests\/)?/, '');

const read = (args) => {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--watch');
  if (unknown) throw new SetupError(`unknown argument: ${unknown}`, USAGE);
  return { watch: args.includes('--watch'), filters: args.filter((arg) => arg !== '--watch').map(plain) };
};

/**
 * The plan for a command line. Without a filter everything runs. A filter is a part of a path below tests/, as many as
 * one likes; `check` stands for types, style and layers. Throws a SetupError for an argument that is none.
 * @param {readonly string[]} args
 * @param {readonly string[]} files paths from the project's folder, with '/'
 * @returns {TestPlan}
 */
export function testPlan(args, files) {
  const { watch, filters } = read(args);
  const paths = filters.filter((filter) => filter !== 'check');
  const whole = filters.length === 0;
  const matches = (file) => whole || paths.some((path) => file.slice('tests/'.length).includes(path));
  const tests = files.filter((file) => [VITEST_FILE, CATALOGUE_FILE, WINDOW_FILE].some((kind) => kind.test(file)));
  const matched = tests.filter(matches);
  const node = matched.filter((file) => VITEST_FILE.test(file));
  const plan = {
    whole,
    watch,
    checks: whole || filters.includes('check'),
    node,
    crypto: node.filter((file) => CRYPTO_TESTS.some((folder) => file.startsWith(folder))),
    catalogue: matched.some((file) => CATALOGUE_FILE.test(file)),
    windows: matched.filter((file) => WINDOW_FILE.test(file)),
    unmatched: paths.filter((path) => !tests.some((file) => file.slice('tests/'.length).includes(path))),
  };
  return watch ? { ...plan, checks: false, crypto: [], catalogue: false, windows: [] } : plan;
}
