// Becomes resources/default_app.asar of the floor runtime: starts the app whose path stands on the command line,
// as the official runtime does (`electron [-r module] [--flags] path [arguments]`).

import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

function parse(argv) {
  const preload = [];
  for (let i = 0; i < argv.length; i += 1) {
    const arg = argv[i];
    if (arg === '-r' || arg === '--require') {
      i += 1;
      preload.push(argv[i]);
    } else if (arg === '-v' || arg === '--version') {
      return { preload, version: true };
    } else if (!arg.startsWith('-')) {
      return { preload, path: arg };
    }
  }
  return { preload };
}

async function start(path) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const folder = resolve(path);
  const description = join(folder, 'package.json');
  let appPath = null;
  if (existsSync(description)) {
    const { version, productName, name } = JSON.parse(readFileSync(description, 'utf8'));
    if (version) app.setVersion(version);
    if (productName ?? name) app.setName(productName ?? name);
    appPath = folder;
  }
  const file = createRequire(import.meta.url).resolve(folder);
  app.setAppPath(appPath ?? dirname(file));
  await import(pathToFileURL(file).href);
}

const options = parse(process.argv.slice(1));
if (options.version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (options.preload.length > 0) Module._preloadModules(options.preload);
if (options.path === undefined) {
  process.stderr.write('usage: electron [options] path-of-the-app\n');
  process.exit(64);
}
try {
  await start(options.path);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (process.platform === 'darwin') dialog.showErrorBox('The app could not be started', String(error));
  process.exit(1);
}
