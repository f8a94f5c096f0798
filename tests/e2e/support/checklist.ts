import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type ElectronApplication, expect, type Page } from '@playwright/test';

// The checklist of https://www.electronjs.org/docs/latest/tutorial/security, item by item under its own numbers. What a
// page can try beyond it is tried in shell.e2e.ts.

/** The packed application as it runs, and where it lies. */
export interface Packed {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly executable: string;
  readonly archive: string;
  /** Version of the runtime that it was packed with. */
  readonly runtime: string;
}

/** What Electron says of the windows, and of the hidden one that stands ready to print. */
const preferencesOf = ({ electron }: Packed): Promise<readonly Record<string, unknown>[]> =>
  electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) =>
        (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences(),
      ),
  );

const expectAll = async (packed: Packed, name: string, value: boolean): Promise<void> => {
  const given = await preferencesOf(packed);
  expect(given.length).toBeGreaterThan(0);
  // Electron leaves out what is off.
  expect(given.map((preferences) => Boolean(preferences[name]))).toEqual(given.map(() => value));
};

/** How a request of the page ends. */
const outcomeOf = (page: Page, url: string): Promise<string> =>
  page.evaluate(
    (target) =>
      fetch(target).then(
        () => 'answered',
        () => 'refused',
      ),
    url,
  );

/** True when a text stands in the code that was packed; grep ends with 1 when it finds nothing. */
const isInCode = (archive: string, text: string): boolean => {
  try {
    return execFileSync('grep', ['-caF', text, archive], { encoding: 'utf8' }).trim() !== '0';
  } catch {
    return false;
  }
};

const fusesOf = async (executable: string): Promise<Record<string, boolean>> => {
  const { version: _, ...wire } = await getCurrentFuseWire(executable);
  // The byte '1' in Electron's fuse wire.
  return Object.fromEntries(
    Object.entries(wire).map(([index, state]) => [FuseV1Options[Number(index)], state === 0x31]),
  );
};

/** Tries to go elsewhere; the address of the page afterwards. */
const addressAfter = (page: Page, target: string): Promise<string> =>
  page.evaluate((url) => {
    window.location.href = url;
    return window.location.href;
  }, target);

const webviewEvents = 'will-attach-webview';

export const checklist: Readonly<Record<string, (packed: Packed) => Promise<void>>> = {
  '1. only secure content is loaded: nothing but what was packed': async ({ page }) => {
    for (const url of ['http://127.0.0.1:9/', 'https://example.org/'])
      expect(await outcomeOf(page, url)).toBe('refused');
    const loaded = await page.evaluate(() =>
      [...document.querySelectorAll('script, link, img')].map(
        (element) => (element as HTMLScriptElement).src || (element as HTMLLinkElement).href,
      ),
    );
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((name) => !name.startsWith('app://bilik/'))).toEqual([]);
  },
  '2. no page has Node.js': async (packed) => {
    for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
      await expectAll(packed, name, false);
    const names = ['require', 'process', 'module', 'Buffer', 'global'];
    expect(await packed.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
  },
  '3. contexts are isolated': (packed) => expectAll(packed, 'contextIsolation', true),
  '4. processes are sandboxed': (packed) => expectAll(packed, 'sandbox', true),
  '5. every permission is refused': async ({ page }) => {
    const states = await page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
  },
  '6. webSecurity is on': (packed) => expectAll(packed, 'webSecurity', true),
  '7. a strict policy comes with each page': async ({ page }) => {
    for (const name of ['lock', 'app', 'confirm']) {
      const policy = await page.evaluate(
        async (url) => (await fetch(url)).headers.get('content-security-policy'),
        `app://bilik/${name}.html`,
      );
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
  },
  '8. insecure content is not allowed to run': (packed) => expectAll(packed, 'allowRunningInsecureContent', false),
  '9. experimental features are off': (packed) => expectAll(packed, 'experimentalFeatures', false),
  '10. enableBlinkFeatures is not used': async (packed) => {
    await expectAll(packed, 'enableBlinkFeatures', false);
    expect(isInCode(packed.archive, 'enableBlinkFeatures')).toBe(false);
  },
  '11. no webview with allowpopups: there are none at all': async (packed) => {
    await expectAll(packed, 'webviewTag', false);
    expect(await packed.page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false);
    expect(isInCode(packed.archive, 'allowpopups')).toBe(false);
  },
  '12. a webview that comes all the same is refused': async ({ electron }) => {
    const refused = await electron.evaluate(({ webContents }, event) => {
      const prevented: boolean[] = [];
      for (const contents of webContents.getAllWebContents()) {
        let isPrevented = false;
        contents.emit(event, { preventDefault: () => (isPrevented = true) }, {}, {});
        prevented.push(isPrevented);
      }
      return prevented;
    }, webviewEvents);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused).toEqual(refused.map(() => true));
  },
  '13. no page goes anywhere': async ({ page }) => {
    const before = page.url();
    for (const target of ['https://example.org/', 'file:///etc/hostname', 'data:text/html,x', 'app://bilik/app.html'])
      await addressAfter(page, target);
    expect(page.url()).toBe(before);
    // The driver waits for ever for what was begun and refused: the page itself is asked.
    expect(await page.evaluate(() => document.querySelectorAll('button').length)).toBeGreaterThan(0);
  },
  '14. no page opens a window': async ({ electron, page }) => {
    const windows = await page.evaluate(() => [window.open('https://example.org'), window.open('about:blank')]);
    expect(windows).toEqual([null, null]);
    expect(electron.windows()).toHaveLength(1);
  },
  '15. shell.openExternal is not used at all': async ({ archive }) => {
    expect(isInCode(archive, 'openExternal')).toBe(false);
    expect(isInCode(archive, 'utilityProcess')).toBe(true);
  },
  '16. the runtime is the one that was pinned': async ({ electron, runtime }) => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    // A range would take what comes; which version is current, the one who makes a release looks up.
    expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await electron.evaluate(() => process.versions.electron)).toBe(runtime);
  },
  '17. the sender of each message is looked at': async ({ electron, page }) => {
    // No handler hears all pages: each window has its own, which answers its main frame at our origin alone.
    const names = await electron.evaluate(({ ipcMain, webContents }) => {
      // Electron itself listens for errors.
      const heard = (emitter: { eventNames: () => (string | symbol)[] }): string[] =>
        emitter
          .eventNames()
          .map(String)
          .filter((name) => name !== 'error');
      return { shared: heard(ipcMain), own: webContents.getAllWebContents().map(({ ipc }) => heard(ipc)) };
    });
    expect(names.shared).toEqual([]);
    expect(names.own).toEqual(names.own.map(() => ['bilik-port-please']));
    const answered = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const frame = document.createElement('iframe');
          document.body.append(frame);
          let ports = 0;
          frame.contentWindow?.addEventListener('message', (event) => (ports += event.ports.length));
          frame.contentWindow?.postMessage('bilik-port-please', '*');
          setTimeout(() => resolve(ports), 300);
        }),
    );
    expect(answered).toBe(0);
  },
  '18. pages come by a protocol of their own, not from file://': async ({ page }) => {
    expect(page.url()).toMatch(/^app:\/\/bilik\/lock\.html/);
    expect(await outcomeOf(page, 'file:///etc/hostname')).toBe('refused');
  },
  '19. the fuses are set': async ({ executable }) => {
    const { GrantFileProtocolExtraPrivileges, ...fuses } = await fusesOf(executable);
    expect(GrantFileProtocolExtraPrivileges).toBe(false);
    expect(fuses).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
    });
  },
  '20. no page gets at an interface of Electron': async ({ page }) => {
    const names = ['electron', 'ipcRenderer', 'contextBridge', 'webFrame', 'require'];
    expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
    const own = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^\d+$/.test(name));
    });
    expect(own.filter((name) => !/^(__playwright|__pw)/.test(name))).toEqual([]);
  },
};
