import { app } from 'electron';
import type { Development } from './development/development.ts';

/**
 * What V8 is told. Pages hold little: a small young generation and compact code keep the whole application near a
 * bare window. The rest keeps compiling on the page's own thread. On Linux a page that looks up a font waits for a
 * free worker of its process, and a compiler on a worker that needs a garbage collection waits for the page: with two
 * cores all workers could wait so, and the page never answered again (ARCHITECTURE.md, "Windows").
 */
const jsFlags = [
  '--optimize-for-size',
  '--max-semi-space-size=2',
  '--no-script-streaming',
  '--no-concurrent-recompilation',
  '--no-concurrent-sparkplug',
] as const;

/**
 * Chromium switches: no name is resolved, no proxy asked, nothing cached on disk, nothing done in the
 * background, no keyring of the desktop asked (there are no cookies to encrypt).
 */
const switches: Readonly<Record<string, string>> = {
  // Fields for dates show day, month, year as people here write them, whatever the language of the desktop.
  lang: 'id',
  'js-flags': jsFlags.join(' '),
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'no-proxy-server': '',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-breakpad': '',
  'no-pings': '',
  'password-store': 'basic',
  'disable-http-cache': '',
  'disk-cache-size': '1',
  'media-cache-size': '1',
  'disable-gpu-shader-disk-cache': '',
  'disable-features': 'SpareRendererForSitePerProcess,HardwareMediaKeyHandling,MediaRouter,AutofillServerCommunication',
};

/** Sets the switches and the sandbox for every renderer. To be called before `ready`. */
export const applySwitches = (development: Development | null): void => {
  for (const [name, value] of Object.entries({ ...switches, ...development?.switches })) {
    app.commandLine.appendSwitch(name, value);
  }
  // Root cannot have the sandbox and must say so on the command line; every window asks for it all the same.
  if (!app.commandLine.hasSwitch('no-sandbox') && !development?.inspects) app.enableSandbox();
};
