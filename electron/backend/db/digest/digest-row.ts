import { hash } from '@shared/domain/fields.ts';
import type Sqlite from 'better-sqlite3';
import { z } from 'zod';

/** Key of the row of `meta` in which a database keeps its own digest. */
export const digestRow = 'digest';
/** Key of the row of `meta` in which a database keeps what it knows of the other one's. */
export const anchorRow = 'digestOfOther';

/** How many commits there were, and the sum of all rows after the last. */
export const digestSchema = z.strictObject({ commits: z.number().int().min(0), sum: hash });
export type StoredDigest = z.output<typeof digestSchema>;

/** What the other database said at its last commit; `older` once it was found to be older than that. */
export const anchorSchema = digestSchema.extend({ older: z.boolean() });
export type Anchor = z.output<typeof anchorSchema>;

const parse = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
};

/** A row of `meta`, when it is there and fits. */
export const readRow = <S extends z.ZodType>(
  sqlite: Sqlite.Database,
  key: string,
  schema: S,
): z.output<S> | undefined => {
  const parsed = schema.safeParse(parse(sqlite.prepare('SELECT value FROM main.meta WHERE key = ?').pluck().get(key)));
  return parsed.success ? parsed.data : undefined;
};

/** Writes a row of `meta`; within a transaction. */
export const writeRow = (sqlite: Sqlite.Database, key: string, json: StoredDigest | Anchor): void => {
  sqlite
    .prepare('INSERT INTO main.meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(json));
};
