/**
 * What the main process and the backend say to each other over the backend's parent port. It carries
 * no keys and no text of records; bytes of a document while it is printed are the one exception
 * (ARCHITECTURE.md, "Processes").
 */

/** Type that marks what a page of this application put on the clipboard. */
export const copyMark = 'application/x-bilik-copy';

/** Why a vault was locked or the lock page appeared; the page shows a text for it. */
export const lockReasons = [
  'requested',
  'idle',
  'suspend',
  'screenLock',
  'clockJump',
  'identityUnended',
  'quit',
  'backendCrash',
  'pageCrash',
] as const;
export type LockReason = (typeof lockReasons)[number];

/** True for reasons that leave the page a moment to save what was typed last: a person asked for it. */
export const letsSave = (reason: LockReason): boolean => reason === 'requested' || reason === 'quit';

/** How a person leaves the open vault by the menu or the window's frame. */
export type Leave = 'lock' | 'quit';

/** What a page says when it is asked before its vault locks: all is saved, the person is asked, the person stays. */
export const lockAnswers = ['ready', 'asking', 'stay'] as const;
export type LockAnswer = (typeof lockAnswers)[number];

/** Appearance and language, as far as windows and menus outside the page follow them. */
export interface ShellPreferences {
  readonly language: 'id' | 'en';
  readonly colorScheme: 'light' | 'dark' | 'auto';
  /** Asks the system to leave the window out of screenshots and screen sharing, where it can. */
  readonly contentProtection: boolean;
}

/** Facts of the running application that the backend cannot find out by itself. */
export interface BackendStart {
  readonly appVersion: string;
  /** Folder of the application's own settings (list of vaults, preferences). */
  readonly userDataFolder: string;
  /** The person's documents folder: where vaults are made and files saved unless chosen otherwise. */
  readonly documentsFolder: string;
  /** Folder with the application's own resources (migrations, fonts, templates). */
  readonly resourcesFolder: string;
  /** True in the packaged application. */
  readonly packaged: boolean;
}

/** Main → backend. `page` comes with one end of a message channel to the window's page. */
export type ToBackend =
  | { readonly kind: 'start'; readonly start: BackendStart }
  | { readonly kind: 'page' }
  | { readonly kind: 'lock'; readonly reason: LockReason }
  /** A person leaves: the page is to save what is typed, or to ask, and to answer. */
  | { readonly kind: 'askLock'; readonly leave: Leave }
  /** A person is at a window of the application. Said by the main process alone: no call of a page counts for it. */
  | { readonly kind: 'active' }
  /** For how long nobody has touched the computer, as the system says. A reason to lock, never one to stay open. */
  | { readonly kind: 'systemIdle'; readonly seconds: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  /** Comes with one end of a message channel to the window of confirmation that was asked for. */
  | { readonly kind: 'confirmation'; readonly id: number }
  /** That window has gone: closed, crashed, or left alone for too long. */
  | { readonly kind: 'confirmationGone'; readonly id: number };

/** Backend → main. */
export type ToMain =
  | { readonly kind: 'preferences'; readonly preferences: ShellPreferences }
  /** A vault is open: the lock page is to be replaced by the app page. */
  | { readonly kind: 'unlocked' }
  /** The app page has drawn: its window may be shown. */
  | { readonly kind: 'drawn' }
  /** What the page says to `askLock`. */
  | { readonly kind: 'lockAnswered'; readonly answer: LockAnswer }
  /** Sent before the databases are closed: the page is to go at once. The process ends by itself afterwards. */
  | { readonly kind: 'locking'; readonly reason: LockReason }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  /** A call is to be confirmed: a window of its own is to be shown, with a port of its own. It tells of nothing. */
  | { readonly kind: 'confirm'; readonly id: number }
  /** The person has answered, or nobody asks any more: the window is to go. */
  | { readonly kind: 'confirmed'; readonly id: number };

/** A file or image that a page to be printed refers to by `name`. */
export interface PrintAsset {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** A page to be printed: scriptless HTML, its assets, and templates that Chromium prints in the margins. */
export interface PrintJob {
  /** Title of the page. */
  readonly title: string;
  readonly html: string;
  readonly assets: readonly PrintAsset[];
  /** HTML with the classes `pageNumber` and `totalPages` filled in; empty for none. */
  readonly headerTemplate: string;
  readonly footerTemplate: string;
  /** The longer side of the sheet is the width; for tables with many columns. */
  readonly landscape?: true;
}

/** A kind of file in a dialog: its name on screen and extensions without dot. */
export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** What the backend asks the main process to do. Paths go to the backend only, never to a page. */
export interface Questions {
  readonly chooseFolder: { readonly title: string; readonly defaultPath: string | null };
  readonly chooseFiles: { readonly title: string; readonly filters: readonly FileFilter[]; readonly several: boolean };
  readonly chooseSaveTarget: {
    readonly title: string;
    readonly defaultPath: string;
    readonly filters: readonly FileFilter[];
  };
  readonly printToPdf: PrintJob;
  readonly printPaper: PrintJob;
  /** Files of an open vault, encrypted as they lie there: the process that has them open must not open them again. */
  readonly copyFiles: { readonly from: string; readonly to: string; readonly names: readonly string[] };
}

/** Answers by question; `null` means that the person cancelled. */
export interface Answers {
  readonly chooseFolder: string | null;
  readonly chooseFiles: readonly string[];
  readonly chooseSaveTarget: string | null;
  readonly printToPdf: Uint8Array;
  readonly printPaper: boolean;
  readonly copyFiles: null;
}

export type QuestionKind = keyof Questions;
export type Question = {
  readonly [K in QuestionKind]: { readonly kind: K; readonly value: Questions[K] };
}[QuestionKind];
/** `failed` when the main process could not do it (a print that broke off, a dialog without a window). */
export type Answer =
  | { readonly ok: true; readonly value: Answers[QuestionKind] }
  | { readonly ok: false; readonly code: 'failed' };

/** Message with which the page's preload hands over the port, and with which the page asks for it. */
export const portMessage = 'bilik-port';
export const portRequest = 'bilik-port-please';
