import type { LockReason } from '@shared/contract/control.ts';
import { shellText } from '@shared/i18n/shell.ts';
import { app, type BrowserWindow, clipboard, dialog, nativeTheme, powerMonitor, screen, session } from 'electron';
import { answerQuestion } from './answer-question.ts';
import { startBackend } from './backend-process.ts';
import { closeSession, confirmationSession, pageSession } from './closed-session.ts';
import { lockWithComputer } from './computer/lock-with-computer.ts';
import { forbidMemoryDumps } from './computer/memory-dumps.ts';
import { createConfirmationHost } from './confirmation.ts';
import type { Development } from './development/development.ts';
import { createSystemDialogs } from './dialogs.ts';
import type { Environment } from './environment.ts';
import { forgetCopies } from './forget-copies.ts';
import { createLifecycle } from './lifecycle.ts';
import { addContextMenu, setMenu, type Translate } from './menu.ts';
import { servePort } from './page-port.ts';
import { pageOrigin, servePages } from './page-protocol.ts';
import { openPageWindow } from './page-window.ts';
import { createPresence, presenceInterval } from './presence.ts';
import { createPrinter } from './print-document.ts';
import { readRemembered } from './remembered.ts';
import { createScriptedDialogs } from './scripted-dialogs.ts';
import { emptySessionData } from './session-data.ts';

const isOwnUrl = (url: string): boolean =>
  url.startsWith(`${pageOrigin}/`) ||
  url.startsWith(`blob:${pageOrigin}/`) ||
  url.startsWith('data:') ||
  (!app.isPackaged && url.startsWith('devtools://'));

/** Size of the window of confirmation: most of what is signed is seen without scrolling. */
const confirmationSize = { width: 640, height: 640 };

/** Builds the application from its parts and starts it. To be called when Electron is ready. */
export const runApplication = (environment: Environment, development: Development | null): void => {
  let { preferences } = readRemembered(environment.userDataFolder);
  const paint = (): void => {
    nativeTheme.themeSource = preferences.colorScheme === 'auto' ? 'system' : preferences.colorScheme;
  };
  paint();
  const forbidDumps = forbidMemoryDumps();
  const translate: Translate = (text) => shellText(preferences.language, text);
  const pages = pageSession();
  const confirmations = confirmationSession();
  closeSession(session.defaultSession, () => false);
  for (const target of [pages, confirmations]) {
    closeSession(target, (url) => isOwnUrl(url) || development?.allowsUrl(url) === true);
    if (development === null) servePages(target, environment.rendererFolder);
    else development.servePages(target);
  }

  const scripted = environment.testDialogsFile === null ? null : createScriptedDialogs(environment.testDialogsFile);
  const printer = createPrinter();
  const tools = {
    dialogs: scripted ?? createSystemDialogs(() => currentWindow()),
    printer: { toPdf: printer.toPdf, toPaper: scripted?.paperPrinted ?? printer.toPaper },
  };

  const presence = createPresence({
    pointer: () => screen.getCursorScreenPoint(),
    systemIdle: scripted?.systemIdle ?? (() => powerMonitor.getSystemIdleTime()),
    now: () => performance.now(),
    tell: (seen) => lifecycle.tell(seen),
  });

  const lockSearch = (reason: LockReason | null): string =>
    `${new URLSearchParams({
      language: preferences.language,
      scheme: preferences.colorScheme,
      version: app.getVersion(),
      known: String(readRemembered(environment.userDataFolder).knowsVaults),
      ...(reason === null ? {} : { reason }),
    })}`;

  /** What a window of any page has in common. */
  const look = () => ({
    preloadFile: environment.preloadFile,
    contentProtection: preferences.contentProtection,
    dark: nativeTheme.shouldUseDarkColors,
  });

  const confirmation = createConfirmationHost({
    open: (parent, attach, done) => {
      const window = openPageWindow({
        ...look(),
        page: 'confirm',
        search: `${new URLSearchParams({ scheme: preferences.colorScheme })}`,
        bounds: confirmationSize,
        parent,
        session: confirmations,
      });
      servePort(window.webContents, attach);
      presence.watch(window.webContents, done);
      return window;
    },
  });

  const lifecycle = createLifecycle({
    startBackend: (events) =>
      startBackend(
        environment.backendFile,
        {
          appVersion: app.getVersion(),
          userDataFolder: environment.userDataFolder,
          documentsFolder: environment.documentsFolder,
          resourcesFolder: environment.resourcesFolder,
          packaged: app.isPackaged,
        },
        { ...events, ask: (question) => answerQuestion(tools, question), spawned: forbidDumps },
      ),
    openPage: (page, reason, bounds, attach) => {
      const window = openPageWindow({
        ...look(),
        page,
        search: page === 'lock' ? lockSearch(reason) : '',
        bounds,
        parent: null,
        session: pages,
      });
      servePort(window.webContents, attach);
      presence.watch(window.webContents, page === 'app' ? () => confirmation.prepare(window) : undefined);
      addContextMenu(window, translate);
      return window;
    },
    preferences: (next) => {
      preferences = next;
      paint();
      confirmation.renew();
      setMenu(translate, menuActions);
    },
    stopPrinting: printer.stop,
    forgetCopies: () => forgetCopies(clipboard),
    confirmation,
    giveUp: () => {
      dialog.showErrorBox('Bilik', translate('backendFails'));
      app.exit(1);
    },
    exit: () => app.exit(0),
  });

  const currentWindow = (): BrowserWindow => {
    const window = lifecycle.window();
    if (window === undefined) throw new Error('no window');
    return window;
  };
  const lock = (reason: LockReason): void => void lifecycle.lock(reason);
  const quit = (): void => void lifecycle.quit();
  const menuActions = { lock: () => lifecycle.leave('lock'), quit: () => lifecycle.leave('quit') };

  setMenu(translate, menuActions);
  lifecycle.start();
  setInterval(presence.look, presenceInterval);
  development?.openInspector();
  lockWithComputer(lock, quit, lifecycle.deeds);
  app.on('second-instance', () => focusWindow(lifecycle.window()));
  app.on('before-quit', (event) => {
    event.preventDefault();
    lifecycle.leave('quit');
  });
  app.on('window-all-closed', () => {
    // Windows are replaced, never all closed at once: the application leaves by `quit` alone.
  });
  app.on('quit', () => emptySessionData(environment.sessionDataFolder));
};

const focusWindow = (window: BrowserWindow | undefined): void => {
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
};
