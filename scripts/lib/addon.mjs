// The SQLite addon. The package carries a prebuilt one for N-API 10 (Node >= 22.14, a current Electron); for N-API 9
// (Node 20, the floor runtime) it crashes there, so one is built, once per user, with npm's own node-gyp.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheRoot, inProject } from './paths.mjs';
import { SetupError, say } from './report.mjs';
import { npmCli, npmEnv, run, runOrFail } from './run.mjs';
import { hashFile, isComplete, listFiles, publish } from './store.mjs';

/** First N-API version on which the prebuilt addon works. */
export const PREBUILT_NAPI = 10;

const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
const SOURCE = inProject('node_modules', 'better-sqlite3');
const HEADERS = inProject('node_modules', 'node-addon-api');

function readVersion(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

function glibcVersion() {
  /** @type {any} */
  const report = process.report?.getReport();
  return report?.header?.glibcVersionRuntime;
}

function addonPlace() {
  const key = createHash('sha256')
    .update([FLAGS, readVersion(HEADERS)].join('\n'))
    .digest('hex')
    .slice(0, 8);
  const libc = process.platform === 'linux' && !glibcVersion() ? 'musl' : '';
  return join(cacheRoot(), 'addon', `${readVersion(SOURCE)}-${process.platform}${libc}-${process.arch}-${key}`);
}

/** Path that the addon for N-API 9 has once it is built. */
export function addonFile() {
  return join(addonPlace(), 'better_sqlite3.node');
}

function nodeGyp() {
  const require = createRequire(npmCli());
  try {
    return join(dirname(require.resolve('node-gyp/package.json')), 'bin', 'node-gyp.js');
  } catch {
    throw new SetupError("npm's node-gyp was not found", 'install Node with its own npm, or use Node 22.14 or newer');
  }
}

function nodeHeaders() {
  const prefix = join(dirname(process.execPath), '..');
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

async function compile(temp, addOwner) {
  const source = join(temp, 'node_modules', 'better-sqlite3');
  mkdirSync(source, { recursive: true });
  for (const name of ['package.json', 'binding.gyp', 'deps', 'src', 'lib']) {
    cpSync(join(SOURCE, name), join(source, name), { recursive: true });
  }
  cpSync(HEADERS, join(temp, 'node_modules', 'node-addon-api'), { recursive: true });
  const env = npmEnv();
  await runOrFail(
    process.execPath,
    [nodeGyp(), 'rebuild', '--release', '--force_build=1', '--jobs=max', ...nodeHeaders()],
    {
      cwd: source,
      env: { ...env, CXXFLAGS: `${env.CXXFLAGS ?? ''} ${FLAGS}`.trim() },
      onStart: addOwner,
      what: 'the SQLite addon could not be built',
      wayOut: 'install python3, make and a C++20 compiler (and the headers of Node), or use Node 22.14 or newer',
    },
  );
  return join(source, 'build', 'Release', 'better_sqlite3.node');
}

const TRIAL = `
const Database = require(process.argv[1]);
const db = new Database(':memory:', { nativeBinding: process.argv[2] });
db.exec("create virtual table t using fts5(a, tokenize='trigram')");
process.stdout.write(String(db.prepare('select 40 + 2 as x').get().x));`;

// A wrong addon ends the process rather than throwing, so it is tried in a process of its own.
async function requireWorks(file) {
  const result = await run(process.execPath, ['-e', TRIAL, SOURCE, file]);
  if (result.code === 0 && result.stdout === '42') return;
  throw new SetupError(
    `the SQLite addon that was built does not load (${result.signal ?? result.code})`,
    `delete ${dirname(file)} and run it again; if it repeats, use Node 22.14 or newer`,
  );
}

async function build(place, addOwner) {
  say('building the SQLite addon for N-API 9, about a minute and a half (only once)');
  await publish(place, async (temp) => {
    const work = join(temp, 'work');
    const built = await compile(work, addOwner);
    const file = join(temp, 'better_sqlite3.node');
    cpSync(built, file);
    rmSync(work, { recursive: true });
    await requireWorks(file);
    writeFileSync(join(temp, 'better_sqlite3.node.sha256'), await hashFile(file));
    writeFileSync(join(temp, 'contents.json'), JSON.stringify(listFiles(temp)));
  });
}

/** Whether the addon for N-API 9 is in the cache and complete. */
export function isAddonReady() {
  return isComplete(addonPlace());
}

/** Makes sure that the addon for N-API 9 is in the cache; returns its path. */
export async function ensureAddon() {
  const place = addonPlace();
  if (isComplete(place)) return addonFile();
  await withLock(join(cacheRoot(), 'locks', 'addon'), async (addOwner) => {
    if (!isComplete(place)) await build(place, addOwner);
  });
  return addonFile();
}
