// Builds out/main, out/preload and out/renderer when their sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheRoot, inProject, projectId } from './paths.mjs';
import { say } from './report.mjs';
import { runOrFail } from './run.mjs';
import { appEnv, runtimePaths } from './runtime.mjs';

const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const STAMP = inProject('out', '.build-stamp');
const RESULTS = [
  'main/index.js',
  'main/backend.js',
  'main/bilik.js',
  'preload/index.cjs',
  'renderer/lock.html',
  'renderer/app.html',
];

function addPath(hash, path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) addPath(hash, child);
    else if (entry.isFile()) hash.update(child).update('\0').update(readFileSync(child)).update('\0');
  }
}

/** Hash over everything that the build reads, and over `salt` (what else the result depends on). */
export function sourceHash(salt) {
  const hash = createHash('sha256').update(salt);
  for (const name of SOURCES) {
    const path = inProject(name);
    if (!existsSync(path)) continue;
    if (/\.(ts|json)$/.test(name)) hash.update(readFileSync(path));
    else addPath(hash, path);
  }
  return hash.digest('hex');
}

function isCurrent(hash) {
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hash) return false;
  return RESULTS.every((path) => existsSync(inProject('out', path)));
}

/** Makes the next `ensureBuild` build anew: something else is about to write into out/. */
export function forgetBuild() {
  rmSync(STAMP, { force: true });
}

/** Builds when needed. Throws a SetupError with the compiler's message when the build fails. */
export async function ensureBuild() {
  const env = { ...appEnv(), NODE_ENV: 'production', NO_COLOR: '1' };
  const hash = sourceHash(runtimePaths().electronVersion);
  if (isCurrent(hash)) return;
  await withLock(join(cacheRoot(), 'locks', `build-${projectId()}`), async (addOwner) => {
    if (isCurrent(hash)) return;
    say('building the app');
    rmSync(STAMP, { force: true });
    await runOrFail(
      process.execPath,
      [inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
      {
        cwd: inProject(),
        env,
        onStart: addOwner,
        what: 'the build failed',
        wayOut: 'mend what the message names; `npm run check` tells more',
      },
    );
    writeFileSync(STAMP, hash);
  });
}
