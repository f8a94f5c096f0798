import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const projectRoot = resolve(import.meta.dirname, '../../..');

/** What the probe page puts on its window. */
export interface Probe {
  readonly client: import('../../../renderer/lib/rpc/client.ts').RpcClient;
  readonly events: readonly { readonly event: string }[];
  /** Runs code by `eval` outside of the debugger's own evaluation, which no policy applies to. */
  readonly tryEval: (code: string) => Promise<string>;
  readonly violations: readonly string[];
}

const pageScript = `
import { connect } from ${JSON.stringify(join(projectRoot, 'renderer/lib/rpc/connect.ts'))};
const violations = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
const tryEval = (code) => new Promise((resolve) => setTimeout(() => {
  try { (0, eval)(code); resolve('ran'); } catch (thrown) { resolve(thrown.name); }
}));
const client = await connect();
const events = [];
// As the pages of the application do; refused while no vault is open.
void client.call('session.drawn', {});
client.onEvent((event) => {
  events.push(event);
  if (event.event === 'lockAsked' && window.lockAnswer !== null)
    void client.call('session.answerLock', { answer: window.lockAnswer ?? 'ready' });
});
Object.assign(window, { probe: { client, events, tryEval, violations } });
`;

const html =
  '<!doctype html><html><head><title>Isi brankas</title><script type="module" src="./page.js"></script></head><body><h1>Uji</h1></body></html>';

/**
 * Makes a copy of the built application whose two main pages are a bare probe, for tests of the shell and the
 * port alone. Resolves to its folder, which everyone may read.
 */
export const makeProbeApp = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-probe-'));
  const [source, app] = [join(folder, 'source'), join(folder, 'app')];
  await Promise.all([source, join(app, 'node_modules')].map((path) => mkdir(path, { recursive: true })));
  await writeFile(join(source, 'page.js'), pageScript);
  const pages = ['lock', 'app'].map((name) => join(source, `${name}.html`));
  await Promise.all(pages.map((page) => writeFile(page, html)));
  await build({
    root: source,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': join(projectRoot, 'shared') } },
    build: { outDir: join(app, 'out/renderer'), target: 'chrome130', rollupOptions: { input: pages } },
  });
  // The window of confirmation is the real one.
  const confirmation = ['out/renderer/confirm.html', 'out/renderer/assets'];
  const copied = [
    ...confirmation,
    'out/main',
    'out/preload',
    'package.json',
    'resources',
    'node_modules/better-sqlite3',
  ];
  await Promise.all(copied.map((name) => cp(join(projectRoot, name), join(app, name), { recursive: true })));
  return app;
};
