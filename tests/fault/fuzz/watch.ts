import { lstatSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Seconds since 1970 that no write would leave as a file's time. */
const markedAt = 1000;

/** Tells whether anything in the folders of vaults was written. */
export interface Watch {
  /** True when a file was written, made or removed since the last `mark`. */
  readonly changed: () => boolean;
  readonly mark: () => void;
}

// A rolled-back transaction writes its journal and leaves the database as it was.
const isWatched = (name: string): boolean => !name.endsWith('-journal');

const filesIn = (dirs: readonly string[]): string[] =>
  dirs.flatMap((dir) =>
    readdirSync(dir)
      .filter(isWatched)
      .map((name) => join(dir, name)),
  );

const isMarked = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.mtimeMs === markedAt * 1000;

/**
 * Watches vault folders by the times of their files: each is set to a time long past, and whatever SQLite or anyone
 * writes moves it. It costs some system calls, so that it can be asked after each of millions of calls, where comparing
 * dumps could not; and it is stricter than a dump or `total_changes`, since it also sees a write that puts the same
 * bytes back. A committed change is always seen: with the journal mode TRUNCATE every commit writes the database file
 * itself.
 */
export const createWatch = (dirs: readonly string[]): Watch => {
  let files: readonly string[] = [];
  const mark = (): void => {
    files = filesIn(dirs);
    for (const path of [...files, ...dirs]) utimesSync(path, markedAt, markedAt);
  };
  const hasOtherFiles = (): boolean => {
    // The time of a folder tells that something came or went; a journal may.
    const other = filesIn(dirs).join('\n') !== files.join('\n');
    if (!other) for (const dir of dirs) utimesSync(dir, markedAt, markedAt);
    return other;
  };
  mark();
  return {
    mark,
    changed: () => !files.every(isMarked) || (!dirs.every(isMarked) && hasOtherFiles()),
  };
};
