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
  /**
   * Keeps a window ready above the window of the app, unless there is one: hidden, with its page and nothing in it. It
   * comes at once when something is to be confirmed.
   */
  readonly prepare: (parent: BrowserWindow) => void;
  /** Shows it above the window of the app; there must be one. */
  readonly show: (id: number, parent: BrowserWindow, asker: Asker) => void;
  /** Takes the window of this id away; without one, whichever is there, and the one that is ready. */
  readonly close: (id?: number) => void;
  /** Drops the window that is ready: what it looks like has changed. */
  readonly renew: () => void;
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

/** A window with its page, before and after it is known what it is for. */
interface Made {
  readonly parent: BrowserWindow;
  readonly window: BrowserWindow;
  /** Gives it to somebody who asks; what was asked for and done in it so far is theirs. */
  readonly giveTo: (attach: (port: MessagePortMain) => void, done: () => void) => void;
  /** Shows it, at once or as soon as its page has painted. */
  readonly appear: () => void;
}

/** How long after a confirmation the next window is made ready: signing and printing come first. In milliseconds. */
export const readyAgainAfter = 1000;

/** Keeps the one window of confirmation; main never learns what stands in it. */
export const createConfirmationHost = ({ open }: ConfirmationParts): ConfirmationHost => {
  let shown: { readonly id: number; readonly window: BrowserWindow } | undefined;
  let ready: Made | undefined;

  const make = (parent: BrowserWindow): Made => {
    let owner: { readonly attach: (port: MessagePortMain) => void; readonly done: () => void } | undefined;
    const waiting: MessagePortMain[] = [];
    let painted = false;
    const attach = (port: MessagePortMain): void => {
      if (owner === undefined) waiting.push(port);
      else owner.attach(port);
    };
    const window = open(parent, attach, () => owner?.done());
    const leave = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    window.once('ready-to-show', () => {
      painted = true;
    });
    window.webContents.on('render-process-gone', leave);
    window.on('unresponsive', leave);
    window.once('closed', () => {
      if (ready?.window === window) ready = undefined;
    });
    return {
      parent,
      window,
      giveTo: (attachTo, done) => {
        owner = { attach: attachTo, done };
        for (const port of waiting.splice(0)) attachTo(port);
      },
      appear: () => {
        if (painted) window.show();
        else window.once('ready-to-show', () => window.show());
      },
    };
  };

  const prepare = (parent: BrowserWindow): void => {
    if (parent.isDestroyed() || shown !== undefined || ready !== undefined) return;
    ready = make(parent);
  };

  const renew = (): void => {
    const old = ready;
    ready = undefined;
    if (old !== undefined && !old.window.isDestroyed()) old.window.destroy();
  };

  const show = (id: number, parent: BrowserWindow, asker: Asker): void => {
    shown?.window.destroy();
    if (ready?.parent !== parent) renew();
    const made = ready ?? make(parent);
    ready = undefined;
    const { window } = made;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stay = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!window.isDestroyed()) window.destroy();
      }, confirmationLimit);
    };
    const hear = deafen(parent);
    shown = { id, window };
    stay();
    window.once('closed', () => {
      clearTimeout(timer);
      if (shown?.window === window) shown = undefined;
      hear();
      asker.confirmationGone(id);
      setTimeout(() => prepare(parent), readyAgainAfter);
    });
    made.giveTo((port) => asker.attachConfirmation(id, port), stay);
    made.appear();
  };

  return {
    prepare,
    show,
    close: (id) => {
      if (id === undefined) renew();
      if (id === undefined || shown?.id === id) shown?.window.destroy();
    },
    renew,
  };
};
