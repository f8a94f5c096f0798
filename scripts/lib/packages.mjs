// node_modules as package-lock.json says.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheRoot, inProject, projectId } from './paths.mjs';
import { SetupError, say } from './report.mjs';
import { npmCli, npmEnv, runOrFail } from './run.mjs';

const stampFile = inProject('node_modules', '.bilik-setup');
const lockFile = inProject('package-lock.json');

/**
 * Whether every package that the lock demands stands in npm's own record of what it installed, same version and hash.
 */
export function lockIsInstalled(lock, installed) {
  const have = installed?.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = have[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function lockHash() {
  if (!existsSync(lockFile)) throw new SetupError('package-lock.json is missing', 'get a complete copy of the project');
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function isReady(hash) {
  if (!existsSync(inProject('node_modules'))) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return true;
  const installed = readJson(inProject('node_modules', '.package-lock.json'));
  if (installed === null || !lockIsInstalled(readJson(lockFile), installed)) return false;
  writeFileSync(stampFile, hash);
  return true;
}

/** Installs the packages of package-lock.json when they are missing or differ. */
export async function ensurePackages() {
  const hash = lockHash();
  if (isReady(hash)) return;
  await withLock(join(cacheRoot(), 'locks', `packages-${projectId()}`), async (addOwner) => {
    if (isReady(hash)) return;
    say('installing packages (npm ci), about half a minute');
    await runOrFail(
      process.execPath,
      [npmCli(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: inProject(),
        env: npmEnv(),
        onStart: addOwner,
        what: 'npm ci failed',
        wayOut:
          'check the network or the registry that `npm config get registry` names, then run the same command again',
      },
    );
    writeFileSync(stampFile, hash);
  });
}
