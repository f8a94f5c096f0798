import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { RunningApp } from './support/launch.ts';
import { isAlive, launchProbe, pagePids, readyPage } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// Electron's security checklist, on a page that can try everything.

let appFolder: string;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  appFolder = await makeProbeApp();
  app = await launchProbe(appFolder);
  page = await readyPage(app, 'lock');
});

test.afterAll(async () => {
  await app?.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

/** Runs work beside a web server of this computer; answers with how many requests reached it. */
const countRequests = async (work: (origin: string) => Promise<void>): Promise<number> => {
  let count = 0;
  const server: Server = createServer((_request, response) => {
    count += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('x');
  });
  server.on('connection', () => {
    count += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await new Promise((resolve) => server.close(resolve));
  return count;
};

test('every window is sandboxed, isolated and without web features', async () => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) => (contents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences()),
  );
  expect(preferences).toHaveLength(1);
  const on = ['sandbox', 'contextIsolation', 'webSecurity'];
  const off = [
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'webviewTag',
    'navigateOnDragDrop',
    'plugins',
    'spellcheck',
    'enableWebSQL',
    'enableRemoteModule',
  ];
  const given = preferences[0] as Record<string, unknown>;
  expect(on.filter((name) => given[name] !== true)).toEqual([]);
  // Electron leaves out what is off.
  expect(off.filter((name) => Boolean(given[name]))).toEqual([]);
});

test('the page sees nothing of Electron or Node', async () => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});

test('the session is kept in memory', async () => {
  const stored = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map(({ session }) => ({
      persistent: session.isPersistent(),
      path: session.storagePath,
      spelling: session.isSpellCheckerEnabled(),
      languages: session.getSpellCheckerLanguages(),
    })),
  );
  expect(stored).toEqual([{ persistent: false, path: null, spelling: false, languages: [] }]);
});

test('every answer has a strict policy with a nonce of its own', async () => {
  const heads = await page.evaluate(() =>
    Promise.all(
      [1, 2].map(async () => {
        const response = await fetch('app://bilik/lock.html');
        const nonce = /<meta name="csp-nonce" content="([^"]+)">/.exec(await response.text())?.[1] ?? '';
        return { headers: Object.fromEntries(response.headers), nonce };
      }),
    ),
  );
  for (const { headers, nonce } of heads) {
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(headers['content-security-policy']?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "font-src 'self'",
      "img-src 'self' blob: data:",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      'sandbox allow-scripts allow-same-origin allow-forms',
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    });
  }
  expect(heads[0]?.nonce).not.toBe(heads[1]?.nonce);
});

test('eval, inline scripts, handlers and styles do not run', async () => {
  expect(await page.evaluate(() => window.probe.tryEval('window.evaluated = 1'))).toBe('EvalError');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inline = 1';
    const style = document.createElement('style');
    style.textContent = 'body { --inline: 1 }';
    document.body.append(script, style);
    document.body.insertAdjacentHTML('beforeend', '<button id="clicked" onclick="window.handler = 1">x</button>');
    document.getElementById('clicked')?.click();
    const link = document.createElement('a');
    link.href = 'javascript:window.link = 1';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => page.evaluate(() => window.probe.violations)).toContain('script-src-attr');
  const ran = await page.evaluate(() => ['evaluated', 'inline', 'handler', 'link'].filter((name) => name in window));
  expect(ran).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--inline'))).toBe('');
  expect(await page.evaluate(() => window.probe.violations)).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src-attr', 'style-src-elem']),
  );
});

test('the page can neither leave nor open windows or frames', async () => {
  const before = page.url();
  const opened = await page.evaluate(() => [window.open('https://example.org'), window.open('about:blank')]);
  expect(opened).toEqual([null, null]);
  for (const target of ['https://example.org/', 'file:///etc/hostname', 'data:text/html,x', 'app://bilik/app.html']) {
    await page.evaluate((url) => {
      window.location.href = url;
    }, target);
  }
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'app://bilik/app.html';
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(frame, form);
    form.submit();
  });
  await expect.poll(() => page.evaluate(() => window.probe.violations)).toContain('frame-src');
  expect(page.url()).toBe(before);
  expect(app.electron.windows()).toHaveLength(1);
});

test('every permission is refused', async () => {
  const results = await page.evaluate(async () => {
    const name = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        (thrown: Error) => thrown.name,
      );
    const position = new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        ({ code }) => resolve(`code ${code}`),
      ),
    );
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    return {
      states: await Promise.all(
        names.map(async (one) => (await navigator.permissions.query({ name: one as PermissionName })).state),
      ),
      notification: await Notification.requestPermission(),
      media: await name(navigator.mediaDevices.getUserMedia({ audio: true })),
      clipboard: await name(navigator.clipboard.readText()),
      position: await position,
    };
  });
  expect(results.states).toEqual(results.states.map(() => 'denied'));
  expect(results).toMatchObject({ notification: 'denied', clipboard: 'NotAllowedError', position: 'code 1' });
  expect(results.media).not.toBe('granted');
});

test('no request of a page reaches anything but the application', async () => {
  const reached = await countRequests(async (origin) => {
    const answers = await page.evaluate(async (target) => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          () => 'refused',
        );
      const image = new Promise((resolve, reject) => {
        const element = new Image();
        element.onload = resolve;
        element.onerror = reject;
        element.src = `${target}/a.png`;
      });
      const socket = new Promise((resolve, reject) => {
        const made = new WebSocket(target.replace('http', 'ws'));
        made.onopen = resolve;
        made.onerror = reject;
      });
      navigator.sendBeacon(`${target}/beacon`, 'x');
      const urls = [
        target,
        'https://example.org/',
        'file:///etc/hostname',
        'app://other/lock.html',
        'ftp://example.org/',
      ];
      return Promise.all([
        ...urls.map((url) => outcome(fetch(url, { mode: 'no-cors' }))),
        outcome(image),
        outcome(socket),
      ]);
    }, origin);
    expect(answers).toEqual(answers.map(() => 'refused'));
  });
  expect(reached).toBe(0);
});

test('no request of any session leaves, and no name is resolved', async () => {
  const reached = await countRequests(async (origin) => {
    const answers = await app.electron.evaluate(async ({ session, webContents, net }, target) => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          (thrown: Error) => thrown.message.replace(/^.*(ERR_\w+).*$/s, '$1'),
        );
      const pages = webContents.getAllWebContents()[0]?.session;
      return [
        await outcome(pages?.fetch(target) ?? Promise.resolve()),
        await outcome(session.defaultSession.fetch(target)),
        await outcome(net.fetch(target)),
        await outcome(session.defaultSession.resolveHost('localhost')),
        await session.defaultSession.resolveProxy('https://example.org/'),
      ];
    }, origin);
    expect(answers).toEqual([
      'ERR_BLOCKED_BY_CLIENT',
      'ERR_BLOCKED_BY_CLIENT',
      'ERR_BLOCKED_BY_CLIENT',
      'ERR_NAME_NOT_RESOLVED',
      'DIRECT',
    ]);
  });
  expect(reached).toBe(0);
});

test('the address of a page cannot leave its folder', async () => {
  const paths = [
    '..%2fmain%2findex.js',
    '%2e%2e/main/index.js',
    '..%5cmain%5cindex.js',
    '.hidden.html',
    '%00',
    '%ff',
    'none.html',
  ];
  const states = await page.evaluate(
    (names) => Promise.all(names.map(async (name) => (await fetch(`app://bilik/${name}`)).status)),
    paths,
  );
  expect(states).toEqual(paths.map(() => 404));
});

test('a port is given to the main frame of an own page alone', async () => {
  const given = await app.electron.evaluate(({ BrowserWindow, ipcMain }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const posted: string[] = [];
    const ask = (name: string, origin: string) => {
      const senderFrame = { origin, postMessage: () => posted.push(name) };
      contents.ipc.emit('bilik-port-please', { senderFrame });
    };
    ask('a foreign page', 'https://example.org');
    ask('a frame within an own page', 'app://bilik');
    contents.ipc.emit('bilik-port-please', { senderFrame: null });
    return { posted, channels: ipcMain.eventNames().filter((name) => String(name).startsWith('bilik')) };
  });
  expect(given).toEqual({ posted: [], channels: [] });
});

test('the title is always the name of the application', async () => {
  await page.evaluate(() => {
    document.title = 'Nama Pegawai Contoh';
  });
  expect(await page.evaluate(() => document.title)).toBe('Nama Pegawai Contoh');
  const titles = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));
  // One more where a window of confirmation stands ready.
  expect(new Set(await titles())).toEqual(new Set(['Bilik']));
});

test('the menu holds lock, quit and editing, nothing of a browser', async () => {
  const roles = await app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(
      ({ submenu }) => submenu?.items.map(({ role }) => role ?? '') ?? [],
    ),
  );
  expect(roles.length).toBeGreaterThan(5);
  for (const role of ['reload', 'forcereload', 'toggledevtools', 'zoomin', 'togglefullscreen', 'help']) {
    expect(roles).not.toContain(role);
  }
});

test('the built application has no way into the main process: no inspector, no development server', async () => {
  const folder = join(appFolder, 'out/main');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
  expect(names).toContain('index.js');
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  for (const trace of ['@electron/remote', 'BILIK_INSPECT', 'ELECTRON_RENDERER_URL']) {
    expect(texts.filter((text) => text.includes(trace))).toEqual([]);
  }
});

test('leaving ends every process and empties the profile', async () => {
  const pids = [...(await pagePids(app)), app.electron.process().pid!];
  const { userData } = app;
  await app.electron.close();
  await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  const left = await readdir(userData, { recursive: true });
  expect(left.filter((name) => !name.startsWith('session'))).toEqual([]);
  expect(await readdir(join(userData, 'session')).catch(() => [])).toEqual([]);
});
