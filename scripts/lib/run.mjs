import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { SetupError } from './report.mjs';

const TAIL_CHARS = 4000;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(pid: number) => void} [onStart] called once the program runs
 * @property {boolean} [full] returns the whole output, not only its end
 */

/**
 * Runs a program to its end. Resolves to {code, signal, stdout, stderr} (the last characters of each unless `full`);
 * never rejects for an exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number | null, signal: string | null, stdout: string, stderr: string }>}
 */
export function run(command, args, { cwd, env, onStart, full = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8').on('data', (text) => {
        out[name] = full ? out[name] + text : (out[name] + text).slice(-TAIL_CHARS);
      });
    }
    child.once('spawn', () => onStart?.(child.pid));
    child.once('error', (error) => resolve({ code: null, signal: null, stdout: '', stderr: error.message }));
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...out });
    });
  });
}

/**
 * Runs a program and throws a SetupError (`what`, the end of its output, `wayOut`) when it fails. Returns its stdout.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { what: string, wayOut: string }} options
 */
export async function runOrFail(command, args, { what, wayOut, ...options }) {
  const result = await run(command, args, options);
  if (result.code === 0) return result.stdout;
  const lines = stripVTControlCharacters(`${result.stdout}\n${result.stderr}`).trim().split('\n');
  const end = lines
    .filter((line) => !/^\s+at /.test(line))
    .slice(-15)
    .join('\n    ');
  throw new SetupError(`${what} (exit ${result.code ?? result.signal ?? 'not started'})\n    ${end}`, wayOut);
}

/** Path of npm's own JavaScript entry, found without a shell. Throws a SetupError when npm is not beside Node. */
export function npmCli(env = process.env) {
  const bin = dirname(process.execPath);
  const candidates = [
    env.npm_execpath?.endsWith('npm-cli.js') ? env.npm_execpath : '',
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = candidates.find((path) => path !== '' && existsSync(path));
  if (!found) throw new SetupError('npm was not found beside Node', 'start with `npm start`, or install Node with npm');
  return found;
}

/**
 * Environment for a child npm: without what the outer npm says about the script it runs, with package scripts switched
 * off.
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnv(env = process.env) {
  const inner = /^npm_(package_|lifecycle_|config_local_prefix$|config_prefix$)/i;
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !inner.test(name)));
  return { ...clean, npm_config_ignore_scripts: 'true', npm_config_update_notifier: 'false' };
}
