import { existsSync, readFileSync } from 'node:fs';

/**
 * Whether a crash left what the next opening of a database rolls back. SQLite writes the first byte of a journal when
 * pages of the database are about to change, and not before.
 */
export const hasHotJournal = (databaseFile: string): boolean => {
  const journal = `${databaseFile}-journal`;
  return existsSync(journal) && (readFileSync(journal)[0] ?? 0) !== 0;
};
