import type { BrowserWindow, Event, MessagePortMain } from 'electron';

/** How long a confirmation may stand without anything done in its window, in milliseconds. */
export const confirmationLimit = 5 * 60_000;

/** The backend, as far as it hears of the window that it asked for. */
export interface Asker {
  readonly attachConfirmation: (id: number, port: MessagePortMain) => void;
  readonly confirmationGone: (id: number) => void;
}

export interface ConfirmationParts {
  /**
   * Makes the hidden window above another one, passes on the port that its page asks for, and tells of what is done.
   */
  readonly open: (parent: BrowserWindow, attach: (port: MessagePortMain) => void, done: () => void) => BrowserWindow;
}

/** Shows the window of confirmation, one at a time. */
export interface ConfirmationHost {
  /** Shows it above the window of the app; there must be one. */
  readonly show: (id: number, parent: BrowserWindow, asker: Asker) => void;
  /** Takes the window of this id away; without one, whichever is there. */
  readonly close: (id?: number) => void;
}

const drop = (event: Event): void => event.preventDefault();

/**
 * Drops what is typed and pressed in a window until the returned function is called. A modal window keeps it away where
 * the system has such windows; this does so everywhere.
 */
const deafen = (window: BrowserWindow): (() => void) => {
  window.webContents.on('before-input-event', drop);
  window.setIgnoreMouseEvents(true);
  return () => {
    if (window.isDestroyed()) return;
    window.webContents.off('before-input-event', drop);
    window.setIgnoreMouseEvents(false);
    window.focus();
    window.webContents.focus();
  };
};

/** Keeps the one window of confirmation; main never learns what stands in it. */
export const createConfirmationHost = ({ open }: ConfirmationParts): ConfirmationHost => {
  let shown: { readonly id: number; readonly window: BrowserWindow } | undefined;

  const show = (id: number, parent: BrowserWindow, asker: Asker): void => {
    shown?.window.destroy();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stay = (): void => {
      clearTimeout(timer);
      timer = setTimeout(leave, confirmationLimit);
    };
    const window = open(parent, (port) => asker.attachConfirmation(id, port), stay);
    const leave = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    const hear = deafen(parent);
    shown = { id, window };
    stay();
    window.once('ready-to-show', () => window.show());
    window.webContents.on('render-process-gone', leave);
    window.on('unresponsive', leave);
    window.once('closed', () => {
      clearTimeout(timer);
      if (shown?.window === window) shown = undefined;
      hear();
      asker.confirmationGone(id);
    });
  };

  return {
    show,
    close: (id) => {
      if (id === undefined || shown?.id === id) shown?.window.destroy();
    },
  };
};
