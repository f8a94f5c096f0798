import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { z } from 'zod';

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number().int() })).min(1) });

/** Stamp of the newest migration in a folder. Throws when the folder is incomplete: then the app is. */
export const newestMigration = (folder: string): number => {
  const journal = journalSchema.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));
  return Math.max(...journal.entries.map((entry) => entry.when));
};

/** Stamp of the newest migration that a database went through; 0 for an empty database. Only reads. */
export const appliedMigration = (sqlite: Sqlite.Database): number => {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '__drizzle_migrations'");
  if (table.get() === undefined) return 0;
  const newest = sqlite.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get();
  return typeof newest === 'number' ? newest : 0;
};
