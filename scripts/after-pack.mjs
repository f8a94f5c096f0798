// Called by electron-builder on the unpacked app, before its fuses are set: takes out the starter app of the runtime
// and, where the runtime needs the addon for N-API 9, puts that in the place of the prebuilt one.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ADDON = ['app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds'];

function resourcesOf(context) {
  if (context.electronPlatformName !== 'darwin') return join(context.appOutDir, 'resources');
  return join(context.appOutDir, `${context.packager.appInfo.productFilename}.app`, 'Contents', 'Resources');
}

/** Throws when the addon is not where the app looks for it. */
export default async function afterPack(context) {
  const resources = resourcesOf(context);
  rmSync(join(resources, 'default_app.asar'), { force: true });
  const arch = { 1: 'x64', 3: 'arm64' }[context.arch] ?? process.arch;
  const addon = join(resources, ...ADDON, `${context.electronPlatformName}-${arch}.node`);
  if (!existsSync(addon)) throw new Error(`the SQLite addon is missing in the packed app: ${addon}`);
  const binding = process.env.BILIK_PACK_BINDING;
  if (binding && context.electronPlatformName === process.platform) copyFileSync(binding, addon);
}
