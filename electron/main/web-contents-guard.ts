import { app, type WebContents } from 'electron';
import type { Development } from './development/development.ts';

/** Refuses everything a page could use to leave its window: new windows, navigation, frames, webviews. */
const guard = (contents: WebContents, development: Development | null): void => {
  // WebRTC sends by UDP to addresses that a page gives it, past the policy of the page and every rule for names. Its
  // TCP goes by the rules for names (`switches.ts`), which know no address either.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // A page that moves its window could put it below the pointer or over another one.
  contents.on('content-bounds-updated', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    // Hot reload falls back to loading the same page again.
    if (development === null || event.url !== contents.getURL()) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
};

/** Guards every web contents from its creation; certificates and logins are refused as well. */
export const guardAllWebContents = (development: Development | null): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents, development));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('login', (event) => event.preventDefault());
  app.on('select-client-certificate', (event) => event.preventDefault());
};
