// Sets everything up: packages, system libraries, the Electron runtime, the SQLite addon. Needs nothing but Node.
// Safe to interrupt, to repeat and to run twice at once; quick when all is there.
import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureAddon, isAddonReady, PREBUILT_NAPI } from './lib/addon.mjs';
import { ensureElectron } from './lib/electron.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { runMain, SetupError, say } from './lib/report.mjs';
import { writeRuntime } from './lib/runtime.mjs';
import { ensureSystem } from './lib/system.mjs';
import { compareVersions } from './lib/version.mjs';

/** Oldest Node that runs the project. */
export const MIN_NODE = '20.19.0';

/** Throws a SetupError when this Node is too old. */
export function requireNode(version = process.versions.node) {
  if (compareVersions(version, MIN_NODE) >= 0) return;
  throw new SetupError(
    `Node ${version} is too old; ${MIN_NODE} or newer is needed`,
    'install a current Node from your system or nodejs.org',
  );
}

/** Runs the whole set-up; returns the runtime's paths. Throws a SetupError with cause and way out. */
export async function setup() {
  requireNode();
  await ensurePackages();
  const nodeNeedsAddon = Number(process.versions.napi) < PREBUILT_NAPI;
  await ensureSystem({ needsCompiler: nodeNeedsAddon && !isAddonReady() });
  const electron = await ensureElectron();
  const needsAddon = nodeNeedsAddon || electron.napi < PREBUILT_NAPI;
  if (needsAddon && !isAddonReady()) await ensureSystem({ needsCompiler: true });
  const paths = { ...electron, nativeBinding: needsAddon ? await ensureAddon() : null };
  writeRuntime(paths);
  return paths;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  await runMain(async () => {
    const started = Date.now();
    const paths = await setup();
    const kind = paths.floor ? 'from the npm registry' : 'official';
    say(`ready: Electron ${paths.electronVersion} (${kind}) in ${paths.electronDist}`);
    if (paths.nativeBinding) say(`SQLite addon: ${paths.nativeBinding}`);
    if (Date.now() - started > 5000) say(`set-up took ${Math.round((Date.now() - started) / 1000)} s`);
  });
}
