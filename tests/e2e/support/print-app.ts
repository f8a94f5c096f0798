import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const projectRoot = resolve(import.meta.dirname, '../../..');

const mainScript = (source: string): string => `
import { app, BrowserWindow, session } from 'electron';
import { createPrinter } from ${JSON.stringify(join(source, 'print-document.ts'))};
import { registerAppScheme } from ${JSON.stringify(join(source, 'page-protocol.ts'))};
import { applySwitches } from ${JSON.stringify(join(source, 'switches.ts'))};
import { guardAllWebContents } from ${JSON.stringify(join(source, 'web-contents-guard.ts'))};
applySwitches(null);
registerAppScheme();
guardAllWebContents(null);
app.on('window-all-closed', () => undefined);
const printer = createPrinter();
const toPdf = async (job) => {
  const assets = job.assets.map((asset) => ({ ...asset, bytes: Buffer.from(asset.base64, 'base64') }));
  return Buffer.from(await printer.toPdf({ ...job, assets })).toString('base64');
};
globalThis.printing = { toPdf, stop: printer.stop, windows: () => BrowserWindow.getAllWindows().length, session };
`;

/** Makes an application that holds the printer and nothing else. Resolves to its folder. */
export const makePrintApp = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-print-'));
  const [source, app] = [join(folder, 'source'), join(folder, 'app')];
  await Promise.all([source, app].map((path) => mkdir(path)));
  await writeFile(join(source, 'main.js'), mainScript(join(projectRoot, 'electron/main')));
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'bilik-print', type: 'module', main: 'main.js' }));
  await build({
    root: source,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': join(projectRoot, 'shared') } },
    ssr: { external: ['electron'], noExternal: true },
    build: {
      ssr: join(source, 'main.js'),
      outDir: app,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { external: ['electron'], output: { format: 'es', entryFileNames: 'main.js' } },
    },
  });
  return app;
};
