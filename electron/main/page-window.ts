import { app, BrowserWindow, type Rectangle, type Session } from 'electron';
import { pageOrigin } from './page-protocol.ts';

export type Page = 'lock' | 'app';

/** The window of confirmation: a page of its own, above the app's. */
export type AnyPage = Page | 'confirm';

export interface PageWindowOptions {
  readonly page: AnyPage;
  /** Query of the address, without `?`. */
  readonly search: string;
  readonly bounds: Partial<Rectangle> | null;
  /** The window that it stands above and keeps from being used; null for none. */
  readonly parent: BrowserWindow | null;
  readonly session: Session;
  readonly preloadFile: string;
  readonly contentProtection: boolean;
  readonly dark: boolean;
}

const defaultSize = { width: 1180, height: 720 };
/** Background until the page has painted: the theme's own surfaces. */
const background = (dark: boolean): string => (dark ? '#1f2023' : '#ffffff');

/**
 * What would draw above all windows, that of confirmation too, tell colours of the screen, or open the system's dialogs
 * to write files and read folders: a press in the page is all that it asks for. Of videos in a window of their own the
 * policy of permissions says the same.
 */
const beyondWindow = ['DocumentPictureInPictureAPI', 'EyeDropperAPI', 'FileSystemAccessLocal'];

/** Makes a hidden window on one of the pages: sandboxed, isolated, without any web feature beyond a page. */
export const openPageWindow = (options: PageWindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    ...defaultSize,
    ...options.bounds,
    ...(options.parent === null
      ? { minWidth: 720, minHeight: 520 }
      : { parent: options.parent, modal: true, minimizable: false, maximizable: false, fullscreenable: false }),
    show: false,
    title: 'Bilik',
    backgroundColor: background(options.dark),
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      disableBlinkFeatures: beyondWindow.join(),
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      webgl: false,
      spellcheck: false,
      disableDialogs: true,
      v8CacheOptions: 'none',
      devTools: !app.isPackaged,
    },
  });
  window.setContentProtection(options.contentProtection);
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${pageOrigin}/${options.page}.html${options.search && `?${options.search}`}`).catch(() => {
    // A window destroyed while it loads; what else can fail answers with an empty page.
  });
  return window;
};
