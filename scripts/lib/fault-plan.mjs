// What `npm run fault` runs: its runs, its command line, the form of its results.
import { resolve } from 'node:path';
import { SetupError } from './report.mjs';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * One run in a process of its own: file below tests/fault/runs, and the limits beyond which it is ended (seconds in the
 * short and the long form, megabytes of memory of any of its processes).
 * @typedef {{ id: string, file: string, seconds: { short: number, long: number }, megabytes: number }} FaultRun
 */

/** @type {FaultRun[]} */
export const FAULT_RUNS = [
  { id: 'rpc.fuzz', file: 'rpc-fuzz', seconds: { short: 10 * MINUTE, long: 24 * HOUR }, megabytes: 2000 },
  { id: 'properties', file: 'properties', seconds: { short: 10 * MINUTE, long: 24 * HOUR }, megabytes: 2000 },
  { id: 'inputs', file: 'inputs', seconds: { short: 40 * MINUTE, long: 12 * HOUR }, megabytes: 1500 },
  { id: 'package.parser', file: 'package-parser', seconds: { short: 5 * MINUTE, long: 12 * HOUR }, megabytes: 1500 },
  { id: 'audit.tamper', file: 'audit-tamper', seconds: { short: 5 * MINUTE, long: 4 * HOUR }, megabytes: 1500 },
  { id: 'exchange.model', file: 'exchange-model', seconds: { short: 10 * MINUTE, long: 48 * HOUR }, megabytes: 2000 },
  { id: 'import.matrix', file: 'import-matrix', seconds: { short: 10 * MINUTE, long: 12 * HOUR }, megabytes: 1500 },
  { id: 'vault.kill', file: 'vault-kill', seconds: { short: 10 * MINUTE, long: 4 * HOUR }, megabytes: 1500 },
  { id: 'rotation.kill', file: 'rotation-kill', seconds: { short: 10 * MINUTE, long: HOUR }, megabytes: 1500 },
  { id: 'paths.kill', file: 'path-kill', seconds: { short: 20 * MINUTE, long: HOUR }, megabytes: 1500 },
  { id: 'power.loss', file: 'power-loss', seconds: { short: 20 * MINUTE, long: 4 * HOUR }, megabytes: 1500 },
  { id: 'disk.faults', file: 'disk-faults', seconds: { short: 20 * MINUTE, long: 12 * HOUR }, megabytes: 1500 },
  { id: 'vault.damage', file: 'vault-damage', seconds: { short: 10 * MINUTE, long: 12 * HOUR }, megabytes: 1500 },
  { id: 'import.kill', file: 'import-kill', seconds: { short: 10 * MINUTE, long: 4 * HOUR }, megabytes: 1500 },
  { id: 'import.diskFull', file: 'import-disk-full', seconds: { short: 10 * MINUTE, long: 4 * HOUR }, megabytes: 1500 },
];

const USAGE = 'npm run fault -- [--long] [--only ID]… [--seed TEXT] [--json FILE]';

/** @typedef {{ long: boolean, only: string[], seed: string | null, json: string | null }} FaultOptions */

/**
 * Reads the command line. Throws a SetupError, with how it should be, for anything else.
 * @param {readonly string[]} args
 * @returns {FaultOptions}
 */
export function faultOptions(args) {
  const options = { long: false, only: [], seed: null, json: null };
  const queue = [...args];
  const valueFor = (name) => {
    const value = queue.shift();
    if (value === undefined || value.startsWith('--')) throw new SetupError(`${name} wants a value`, USAGE);
    return value;
  };
  while (queue.length > 0) {
    const name = queue.shift();
    if (name === '--long') options.long = true;
    else if (name === '--only') options.only.push(valueFor(name));
    else if (name === '--seed') options.seed = valueFor(name);
    else if (name === '--json') options.json = resolve(valueFor(name));
    else throw new SetupError(`unknown argument: ${name}`, USAGE);
  }
  for (const id of options.only.filter((wanted) => !FAULT_RUNS.some((run) => run.id === wanted)))
    throw new SetupError(`unknown run: ${id}`, `one of ${FAULT_RUNS.map((run) => run.id).join(', ')}`);
  return options;
}

/** The runs that were asked for, in order. @param {Pick<FaultOptions, 'only'>} options @returns {FaultRun[]} */
export function chosenRuns({ only }) {
  return FAULT_RUNS.filter(({ id }) => only.length === 0 || only.includes(id));
}

/** @typedef {{ id: string, tried: number, failed: number, note: string }} FaultLine */

/**
 * Lines out of what a run wrote, one JSON object to a line; a later line of the same id takes the place of an earlier
 * one, so that a run can tell how far it is. A line that was cut is left out.
 * @param {string} text
 * @returns {FaultLine[]}
 */
export function readLines(text) {
  const lines = new Map();
  for (const row of text.split('\n').filter(Boolean)) {
    try {
      const { id, tried, failed, note } = JSON.parse(row);
      lines.set(id, { id, tried, failed, note });
    } catch {
      // Cut off in the midst of a line.
    }
  }
  return [...lines.values()];
}

const NOTHING = 'it tried nothing';
const joined = (reason, note) => (note === '' ? reason : `${reason}; ${note}`);

/**
 * What a run comes to: what it wrote, and one failure more when it was ended or ended without explaining itself; a part
 * of it that tried nothing has failed, too.
 * @param {{ id: string, lines: FaultLine[], code: number | null, why: string | null }} ended
 * @returns {FaultLine[]}
 */
export function judgeRun({ id, lines, code, why }) {
  const own = lines.find((line) => line.id === id) ?? { id, tried: 0, failed: 0, note: '' };
  const others = lines
    .filter((line) => line.id !== id)
    .map((line) => (line.tried > 0 ? line : { ...line, failed: line.failed + 1, note: joined(NOTHING, line.note) }));
  const unexplained = why === null && code !== 0 && lines.every(({ failed }) => failed === 0);
  const silent = why === null && code === 0 && own.tried === 0;
  const reason = why ?? (unexplained ? `it ended with exit ${code}` : silent ? 'it tried nothing' : null);
  if (reason === null) return [own, ...others];
  return [{ ...own, failed: own.failed + 1, note: joined(reason, own.note) }, ...others];
}

/** The table that a person reads: all but the lines of single parts (`a.b.part`). @param {FaultLine[]} lines */
export function faultTable(lines) {
  const shown = lines.filter(({ id, failed }) => failed > 0 || id.split('.').length <= 2);
  const rows = [
    ['id', 'tried', 'failed', 'note'],
    ...shown.map(({ id, tried, failed, note }) => [id, String(tried), String(failed), note]),
  ];
  const width = (column) => Math.max(...rows.map((row) => row[column].length));
  const widths = [width(0), width(1), width(2)];
  return rows
    .map(([id, tried, failed, note]) =>
      `${id.padEnd(widths[0])}  ${tried.padStart(widths[1])}  ${failed.padStart(widths[2])}  ${note}`.trimEnd(),
    )
    .join('\n');
}
