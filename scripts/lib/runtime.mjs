// Which Electron and which SQLite addon this clone uses; the set-up writes it down, every other script reads it here.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PREBUILT_NAPI } from './addon.mjs';
import { inProject } from './paths.mjs';
import { SetupError } from './report.mjs';

const FILE = inProject('node_modules', '.bilik-runtime.json');

/**
 * @typedef {object} RuntimePaths
 * @property {string} electronDist folder of the runtime, for ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} electronExecutable program file of the runtime
 * @property {string} electronVersion for example '33.2.1'
 * @property {boolean} floor whether it is the floor runtime out of the npm registry
 * @property {number} napi N-API version of the runtime
 * @property {string | null} nativeBinding the SQLite addon for N-API 9; null when neither Node nor the runtime needs it
 */

/** What the set-up has written down, or null when it has not run or a file has gone. */
export function readRuntime() {
  try {
    const paths = JSON.parse(readFileSync(FILE, 'utf8'));
    const there = [paths.electronExecutable, ...(paths.nativeBinding ? [paths.nativeBinding] : [])].every(existsSync);
    return there ? paths : null;
  } catch {
    return null;
  }
}

/** Keeps `paths` for the other scripts. */
export function writeRuntime(paths) {
  const temp = `${FILE}.${process.pid}`;
  writeFileSync(temp, `${JSON.stringify(paths, null, 2)}\n`);
  renameSync(temp, FILE);
}

/** Paths of the runtime. Throws a SetupError when the set-up has not run. @returns {RuntimePaths} */
export function runtimePaths() {
  const paths = readRuntime();
  if (!paths) throw new SetupError('the set-up has not run here yet', 'node scripts/setup.mjs');
  return paths;
}

/** The addon to pass to a process with this N-API version; null for the prebuilt one. */
export function bindingFor(napi, paths = runtimePaths()) {
  return napi < PREBUILT_NAPI ? paths.nativeBinding : null;
}

function withBinding(env, binding) {
  const { BILIK_SQLITE_BINDING: _, ...rest } = env;
  return binding ? { ...rest, BILIK_SQLITE_BINDING: binding } : rest;
}

/** Environment in which the app runs in development: the runtime and its SQLite addon. */
export function appEnv(env = process.env, paths = runtimePaths()) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = withBinding(env, bindingFor(paths.napi, paths));
  return {
    ...rest,
    ELECTRON_OVERRIDE_DIST_PATH: paths.electronDist,
    ELECTRON_EXEC_PATH: paths.electronExecutable,
    ELECTRON_MAJOR_VER: paths.electronVersion.split('.')[0],
  };
}

/** Environment for the same code under plain Node (tests, the `bilik` command). */
export function nodeEnv(env = process.env, paths = runtimePaths()) {
  return withBinding(env, bindingFor(Number(process.versions.napi), paths));
}

/** Program file inside a distribution folder on this platform. */
export function programIn(dist) {
  if (process.platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}
