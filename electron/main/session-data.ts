import { mkdirSync, rmSync } from 'node:fs';

/** Empties Chromium's profile of the last run; what cannot be removed is left to the next start. */
export const emptySessionData = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another program holds a file (Windows). The profile has no content of pages in it.
  }
};

/** Makes an empty profile folder, readable by its owner alone. */
export const renewSessionData = (folder: string): void => {
  emptySessionData(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};
