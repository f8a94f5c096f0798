import { type Leave, type LockReason, letsSave, type ShellPreferences } from '@shared/contract/control.ts';
import type { BrowserWindow, MessagePortMain, Rectangle } from 'electron';
import type { BackendEvents, BackendProcess } from './backend-process.ts';
import type { ConfirmationHost } from './confirmation.ts';
import { createLeaving } from './leaving.ts';
import type { Page } from './page-window.ts';
import { isPress } from './presence.ts';

/** What the life of the application is made of; parts are handed in. */
export interface LifecycleParts {
  readonly startBackend: (events: Omit<BackendEvents, 'ask' | 'spawned'>) => BackendProcess;
  /** Makes a hidden window and passes on every port that its page asks for. */
  readonly openPage: (
    page: Page,
    reason: LockReason | null,
    bounds: Rectangle | null,
    attach: (port: MessagePortMain) => void,
  ) => BrowserWindow;
  readonly preferences: (preferences: ShellPreferences) => void;
  readonly stopPrinting: () => void;
  /** Takes what was copied in the pages off the clipboard. */
  readonly forgetCopies: () => void;
  readonly confirmation: Pick<ConfirmationHost, 'show' | 'close'>;
  /** The backend does not even start. */
  readonly giveUp: () => void;
  /** Everything has ended. */
  readonly exit: () => void;
}

export interface Lifecycle {
  readonly start: () => void;
  /** A person leaves by the menu or the window's frame: what is typed and not saved is asked about first. */
  readonly leave: (leave: Leave) => void;
  /** Ends the backend and the page, and shows the lock page with a fresh backend. */
  readonly lock: (reason: LockReason) => Promise<void>;
  /** Locks and leaves the application. */
  readonly quit: () => Promise<void>;
  readonly window: () => BrowserWindow | undefined;
  /** Tells the backend what was seen of a person: it counts in an open vault, and while a new one shows its code. */
  readonly tell: BackendProcess['tell'];
  readonly backendPid: () => number | undefined;
  /** How often a person has pressed in a page so far, or a vault has opened. */
  readonly deeds: () => number;
}

/** How long a page may take to draw; then its window is shown as it is, so that it can be closed. In milliseconds. */
export const drawLimit = 10_000;

/** One window and one backend at a time; both are replaced whenever the vault opens or locks. */
export const createLifecycle = (parts: LifecycleParts): Lifecycle => {
  let backend: BackendProcess | undefined;
  let window: BrowserWindow | undefined;
  let shown: Page = 'lock';
  /** Windows that stay until the one in their place is shown; two when the vault locks before its page has drawn. */
  let replaced: BrowserWindow[] = [];
  let replacing: Promise<void> | undefined;
  /** Shows the window that waits until its page has drawn. */
  let reveal: (() => void) | undefined;
  let waitingPort: MessagePortMain | undefined;
  let quitting = false;
  let deeds = 0;

  const attach = (port: MessagePortMain): void => {
    if (backend !== undefined) {
      backend.attachPage(port);
      return;
    }
    waitingPort?.close();
    waitingPort = port;
  };

  const destroyReplaced = (): void => {
    for (const old of replaced) old.destroy();
    replaced = [];
  };

  const show = (page: Page, reason: LockReason | null): void => {
    const old = window;
    const next = parts.openPage(page, reason, old?.getNormalBounds() ?? null, (port) => {
      if (next === window) attach(port);
      else port.close();
    });
    window = next;
    shown = page;
    const maximized = old?.isMaximized() ?? false;
    next.on('close', (event) => {
      event.preventDefault();
      leave('quit');
    });
    next.webContents.on('input-event', (_event, { type }) => {
      if (next !== window || !isPress(type)) return;
      deeds += 1;
      leaving.touched();
    });
    next.webContents.on('render-process-gone', () => {
      if (next === window) void lock('pageCrash');
    });
    if (old !== undefined) replaced.push(old);
    const appear = (): void => {
      clearTimeout(timer);
      if (reveal !== appear || quitting) return;
      reveal = undefined;
      if (maximized) next.maximize();
      next.show();
      destroyReplaced();
    };
    const timer = setTimeout(appear, drawLimit);
    reveal = appear;
    // The lock page paints first when all of it stands; the app page is empty then, and says when it has drawn.
    if (page === 'lock') {
      next.once('ready-to-show', appear);
      destroyReplaced();
    }
  };

  const begin = (): void => {
    let ready = false;
    const isCurrent = (): boolean => started === backend && !quitting;
    const started = parts.startBackend({
      preferences: (preferences) => {
        ready = true;
        parts.preferences(preferences);
      },
      unlocked: () => {
        if (!isCurrent()) return;
        deeds += 1;
        show('app', null);
      },
      drawn: () => isCurrent() && shown === 'app' && reveal?.(),
      confirm: (id) => {
        if (isCurrent() && shown === 'app' && window !== undefined) parts.confirmation.show(id, window, started);
        else started.confirmationGone(id);
      },
      lockAnswered: (answer) => isCurrent() && leaving.answer(answer),
      confirmed: (id) => isCurrent() && parts.confirmation.close(id),
      locking: (reason) => {
        if (isCurrent()) void lock(reason);
        leaveApp(reason);
      },
      ended: () => {
        if (!isCurrent()) return;
        if (ready) void lock('backendCrash');
        else parts.giveUp();
      },
    });
    backend = started;
    if (waitingPort !== undefined) started.attachPage(waitingPort);
    waitingPort = undefined;
  };

  /** Puts the lock page in the place of the app page, once. */
  const leaveApp = (reason: LockReason): void => {
    leaving.clear();
    parts.stopPrinting();
    parts.confirmation.close();
    if (shown === 'app' && !quitting) show('lock', reason);
    parts.forgetCopies();
  };

  const replaceBackend = async (old: BackendProcess, reason: LockReason): Promise<void> => {
    if (shown === 'lock') show('lock', reason);
    else if (!letsSave(reason)) leaveApp(reason);
    await old.end(reason);
    leaveApp(reason);
    if (!quitting) begin();
  };

  const lock = (reason: LockReason): Promise<void> => {
    if (replacing !== undefined || backend === undefined || quitting) return replacing ?? Promise.resolve();
    leaving.clear();
    const old = backend;
    backend = undefined;
    replacing = replaceBackend(old, reason).finally(() => {
      replacing = undefined;
    });
    return replacing;
  };

  const quit = async (): Promise<void> => {
    if (quitting) return;
    quitting = true;
    leaving.clear();
    parts.confirmation.close();
    window?.hide();
    parts.stopPrinting();
    await replacing;
    await backend?.end('quit');
    window?.destroy();
    parts.forgetCopies();
    parts.exit();
  };

  const leaveNow = (how: Leave): void => void (how === 'quit' ? quit() : lock('requested'));

  const leaving = createLeaving({
    ask: (how) => {
      parts.confirmation.close();
      backend?.askLock(how);
    },
    go: leaveNow,
  });

  /** Asks the page that a person sees; where there is none, nothing can be unsaved. */
  const leave = (how: Leave): void => {
    if (shown === 'app' && reveal === undefined && backend !== undefined && !quitting) leaving.press(how);
    else leaveNow(how);
  };

  return {
    start: () => {
      show('lock', null);
      begin();
    },
    leave,
    lock,
    quit,
    window: () => window,
    tell: (seen) => backend?.tell(seen),
    backendPid: () => backend?.pid(),
    deeds: () => deeds,
  };
};
