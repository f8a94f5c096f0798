// What `npm run steady` runs, and what it came to.
import { resolve } from 'node:path';
import { SetupError } from './report.mjs';

const USAGE = 'npm run steady -- [--whole N] [--windows N] [--load N] [--log FILE]';
const MAX = { runs: 100, load: 64 };

/**
 * Runs of everything, runs of the Playwright part, and busy processes beside each of them.
 * @typedef {{ whole: number, windows: number, load: number, log: string | null }} SteadyOptions
 */

/**
 * One run: `part` is what of `npm test` it runs. @typedef {{ part: 'whole' | 'windows', load: number, number: number }}
 * Run
 */

/**
 * What a run came to; `commit` is what was tested.
 * @typedef {Run & { commit: string, passed: number, failed: number, seconds: number }} SteadyLine
 */

/**
 * Reads the command line. Throws a SetupError, with how it should be, for anything else.
 * @param {readonly string[]} args
 * @returns {SteadyOptions}
 */
export function steadyOptions(args) {
  const options = { whole: 0, windows: 0, load: 0, log: null };
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at].replace(/^--/, ''), args[at + 1]];
    if (!args[at].startsWith('--') || !Object.hasOwn(options, name) || value === undefined)
      throw new SetupError(`unknown argument, or one without a value: ${args[at]}`, USAGE);
    if (name === 'log') options.log = resolve(value);
    else options[name] = wholeNumber(name, value, name === 'load' ? MAX.load : MAX.runs);
  }
  if (options.whole + options.windows === 0) throw new SetupError('nothing to run', USAGE);
  return options;
}

function wholeNumber(name, value, most) {
  if (!/^\d+$/.test(value) || Number(value) > most)
    throw new SetupError(`--${name} wants a number up to ${most}`, USAGE);
  return Number(value);
}

/** All runs that the options ask for, in order. @param {SteadyOptions} options @returns {Run[]} */
export function plannedRuns({ whole, windows, load }) {
  const runs = (part, count) => Array.from({ length: count }, (_, index) => ({ part, load, number: index + 1 }));
  return [...runs('whole', whole), ...runs('windows', windows)];
}

/**
 * Lines of a log, one JSON object to a line; one that was cut is left out.
 * @param {string} text
 * @returns {SteadyLine[]}
 */
export function readLog(text) {
  return text.split('\n').flatMap((row) => {
    try {
      return [JSON.parse(row)];
    } catch {
      return [];
    }
  });
}

/** The line of a run of this commit; undefined when it is still to be made. @param {SteadyLine[]} lines */
export function doneLine(lines, commit, { part, load, number }) {
  return lines.findLast(
    (line) => line.commit === commit && line.part === part && line.load === load && line.number === number,
  );
}

/** The table that a person reads. @param {SteadyLine[]} lines */
export function steadyTable(lines) {
  const rows = lines.map(({ part, number, load, passed, failed, seconds }) => [
    `${part} ${number}`,
    ...[load, passed, failed, seconds].map(String),
  ]);
  const all = [['run', 'load', 'passed', 'failed', 'seconds'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return all.map((row) => row.map(cell).join('  ')).join('\n');
}
