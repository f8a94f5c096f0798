import type Sqlite from 'better-sqlite3';
import { digestOf, storedDigest } from './digest.ts';
import { type Anchor, anchorRow, anchorSchema, readRow, type StoredDigest, writeRow } from './digest-row.ts';

/** True when a database stands before what the other one has seen of it, or on another branch. */
export const isOlder = (anchor: Anchor | undefined, { commits, sum }: StoredDigest): boolean =>
  anchor !== undefined &&
  (anchor.older || commits < anchor.commits || (commits === anchor.commits && sum !== anchor.sum));

/** What one database knows of the other. */
export const anchorIn = (sqlite: Sqlite.Database): Anchor | undefined => readRow(sqlite, anchorRow, anchorSchema);

/** Whether a database, as its file stands now, is older than the other one has seen it. */
export const standsBefore = (from: Sqlite.Database, other: Sqlite.Database): boolean =>
  // One without a digest where the other has seen one is of a time before there were any.
  isOlder(anchorIn(other), storedDigest(from) ?? { commits: 0, sum: '' });

/** Writes what a database knows of the other one, in a transaction of its own that nobody needs to be told of. */
const writeAnchor = (into: Sqlite.Database, anchor: Anchor): void => {
  const digest = digestOf(into);
  const wasAhead = digest?.isAhead() === true;
  let committed = false;
  try {
    into
      .transaction(() => {
        writeRow(into, anchorRow, anchor);
        digest?.flush();
      })
      .immediate();
    committed = true;
  } finally {
    digest?.settle(committed);
    if (!wasAhead) digest?.anchored();
  }
};

/**
 * Tells each of two open databases what the other one stands at, if that was committed to since. What was found older
 * than it was stays known as that until a person settles it. Throws errors of SQLite.
 */
export const anchorEachOther = (one: Sqlite.Database, other: Sqlite.Database): void => {
  for (const [from, into] of [
    [one, other],
    [other, one],
  ] as const) {
    const digest = digestOf(from);
    if (digest?.isAhead() !== true) continue;
    if (anchorIn(into)?.older !== true) writeAnchor(into, { ...digest.stored(), older: false });
    digest.anchored();
  }
};

/** Notes in the other database that this one was found older than it was. Throws errors of SQLite. */
export const noteOlder = (from: Sqlite.Database, into: Sqlite.Database): void => {
  const anchor = anchorIn(into);
  const digest = digestOf(from);
  if (anchor === undefined || digest === undefined || anchor.older) return;
  if (isOlder(anchor, digest.stored())) writeAnchor(into, { ...anchor, older: true });
};

/** Takes a database that was found older for what it is now; afterwards it is compared with that. */
export const settleOlder = (from: Sqlite.Database, into: Sqlite.Database): void => {
  const digest = digestOf(from);
  if (digest !== undefined) writeAnchor(into, { ...digest.stored(), older: false });
};
