import { join } from 'node:path';
import { app } from 'electron';

/** Where the application keeps and finds its own files. */
export interface Environment {
  readonly userDataFolder: string;
  /** Chromium's profile of this run; emptied at start and at exit. */
  readonly sessionDataFolder: string;
  readonly documentsFolder: string;
  readonly resourcesFolder: string;
  /** Built pages. */
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly backendFile: string;
  /** JSON file with the answers of system dialogs, in tests of the unpackaged application alone. */
  readonly testDialogsFile: string | null;
}

/** A variable that redirects folders or dialogs in tests; the packaged application ignores all of them. */
const testVariable = (name: string): string | null => (app.isPackaged ? null : process.env[name] || null);

/** Reads the environment and tells Electron where its profile lies. To be called before `ready`. */
export const prepareEnvironment = (): Environment => {
  const userDataFolder = testVariable('BILIK_USER_DATA') ?? join(app.getPath('appData'), 'Bilik');
  const sessionDataFolder = join(userDataFolder, 'session');
  app.setPath('userData', userDataFolder);
  app.setPath('sessionData', sessionDataFolder);
  app.setPath('crashDumps', join(sessionDataFolder, 'crash'));
  return {
    userDataFolder,
    sessionDataFolder,
    documentsFolder: testVariable('BILIK_DOCUMENTS') ?? app.getPath('documents'),
    resourcesFolder: join(app.getAppPath(), 'resources'),
    rendererFolder: join(import.meta.dirname, '../renderer'),
    preloadFile: join(import.meta.dirname, '../preload/index.cjs'),
    backendFile: join(import.meta.dirname, 'backend.js'),
    testDialogsFile: testVariable('BILIK_TEST_DIALOGS'),
  };
};
