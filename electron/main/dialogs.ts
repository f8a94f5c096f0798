import type { Answers, FileFilter, Questions } from '@shared/contract/control.ts';
import { type BrowserWindow, dialog } from 'electron';

/** System dialogs as the backend asks for them. Cancelled: null, or no file. */
export interface Dialogs {
  readonly chooseFolder: (question: Questions['chooseFolder']) => Promise<Answers['chooseFolder']>;
  readonly chooseFiles: (question: Questions['chooseFiles']) => Promise<Answers['chooseFiles']>;
  readonly chooseSaveTarget: (question: Questions['chooseSaveTarget']) => Promise<Answers['chooseSaveTarget']>;
}

const toFilters = (filters: readonly FileFilter[]) =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** Dialogs of the operating system, modal to the window that is open at the time. */
export const createSystemDialogs = (window: () => BrowserWindow): Dialogs => ({
  chooseFolder: async ({ title, defaultPath }) => {
    const chosen = await dialog.showOpenDialog(window(), {
      title,
      defaultPath: defaultPath ?? undefined,
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    });
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  },
  chooseFiles: async ({ title, filters, several }) => {
    const chosen = await dialog.showOpenDialog(window(), {
      title,
      filters: toFilters(filters),
      properties: ['openFile', 'dontAddToRecent', ...(several ? (['multiSelections'] as const) : [])],
    });
    return chosen.canceled ? [] : chosen.filePaths;
  },
  chooseSaveTarget: async ({ title, defaultPath, filters }) => {
    const chosen = await dialog.showSaveDialog(window(), {
      title,
      defaultPath,
      filters: toFilters(filters),
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    return chosen.canceled ? null : chosen.filePath || null;
  },
});
