import { homedir } from 'node:os';

/** Longest path that is shown whole. */
const maxLength = 60;

/** A folder, for the eye: the home folder as `~`, the middle of a long path left out. It is never read back. */
export const shownPath = (folder: string): string => {
  const home = homedir();
  const short = folder === home || folder.startsWith(`${home}/`) ? `~${folder.slice(home.length)}` : folder;
  if (short.length <= maxLength) return short;
  return `${short.slice(0, maxLength / 2 - 1)}…${short.slice(-maxLength / 2)}`;
};
