// The official Electron binary, fetched by the electron package's own installer (which checks its pinned hashes).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheRoot, inProject, projectId } from './paths.mjs';
import { SetupError, say } from './report.mjs';
import { run } from './run.mjs';

const PROBE_MS = 4000;
const DEFAULT_SOURCE = 'https://github.com/electron/electron/releases/download/';

/** Version of the electron package in node_modules. */
export function officialVersion() {
  return JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')).version;
}

/** Folder into which the official installer unpacks. */
export function officialDist() {
  return inProject('node_modules', 'electron', 'dist');
}

/** Whether the official binary of the right version is unpacked. */
export function officialIsReady() {
  try {
    const version = readFileSync(join(officialDist(), 'version'), 'utf8').replace(/^v/, '').trim();
    const program = readFileSync(inProject('node_modules', 'electron', 'path.txt'), 'utf8');
    return version === officialVersion() && existsSync(join(officialDist(), program));
  } catch {
    return false;
  }
}

/** Address whose answer tells that the source of the official binary is in reach. */
export function probeAddress(version, env = process.env) {
  const base = env.ELECTRON_MIRROR || env.npm_config_electron_mirror || DEFAULT_SOURCE;
  return `${base.endsWith('/') ? base : `${base}/`}v${version}/SHASUMS256.txt`;
}

/** Whether the source of the official binary answers within 4 seconds. */
export async function officialAnswers() {
  try {
    const address = probeAddress(officialVersion());
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Downloads and unpacks the official binary. Throws a SetupError that names what to do when it cannot. */
export async function installOfficial() {
  await withLock(join(cacheRoot(), 'locks', `electron-${projectId()}`), async (addOwner) => {
    if (officialIsReady()) return;
    say(`fetching Electron ${officialVersion()}`);
    const env = {
      ...process.env,
      electron_config_cache: join(cacheRoot(), 'downloads'),
      ELECTRON_OVERRIDE_DIST_PATH: '',
    };
    const result = await run(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
      env,
      onStart: addOwner,
    });
    if (result.code === 0 && officialIsReady()) return;
    throw new SetupError(
      `Electron could not be fetched\n    ${result.stderr.trim().split('\n').slice(0, 4).join('\n    ')}`,
      'check the network, set HTTPS_PROXY, or set ELECTRON_MIRROR to a source in reach, then run it again',
    );
  });
}
