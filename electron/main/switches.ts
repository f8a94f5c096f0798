import { app } from 'electron';
import type { Development } from './development/development.ts';

/** Chromium switches: no name is resolved, no proxy asked, nothing cached on disk, nothing done in the background. */
const switches: Readonly<Record<string, string>> = {
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'no-proxy-server': '',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-breakpad': '',
  'no-pings': '',
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
