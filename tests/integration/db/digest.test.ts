import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Digest, digestOf } from '../../../electron/backend/db/digest/digest.ts';
import { recount } from '../../../electron/backend/db/digest/recount.ts';
import type { NotesWriter, RecordsWriter } from '../../../electron/backend/db/handles.ts';
import { drafts } from '../../../electron/backend/db/notes-schema.ts';
import { reopenDatabase } from '../../../electron/backend/db/open-database.ts';
import { attachmentChunks, attachments, meta } from '../../../electron/backend/db/records-schema.ts';
import { transactNotes, transactRecords } from '../../../electron/backend/db/transact.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { databaseDeps } from '../../fixtures/database-deps.ts';
import { type TestWorkspace, testWorkspace } from '../../fixtures/workspace.ts';

const never = new AbortController().signal;

const digestIn = (database: TestWorkspace['records'] | TestWorkspace['notes']): Digest => {
  const digest = digestOf(database.$client);
  if (digest === undefined) throw new Error('no digest is kept');
  return digest;
};

const differs = async (database: TestWorkspace['records'] | TestWorkspace['notes']): Promise<boolean> => {
  const { counted, stored } = await recount(database.$client, digestIn(database), never);
  return counted !== stored;
};

const setMeta = (work: TestWorkspace, key: string, value: string) =>
  transactRecords(work.records, (tx) => {
    tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
    return ok(null);
  });

it('fits what is in a new vault, and after it was opened again', async () => {
  const work = testWorkspace();
  expect(await differs(work.records)).toBe(false);
  expect(await differs(work.notes)).toBe(false);
  setMeta(work, 'a', 'satu');
  const again = work.reopen();
  expect(await differs(again.records)).toBe(false);
  expect(digestIn(again.records).stored().commits).toBe(1);
});

it('is counted from the beginning where the database was opened anew below whoever counts it', async () => {
  const work = testWorkspace();
  setMeta(work, 'a', 'satu');
  const client = work.records.$client;
  const file = client.name;
  const counting = recount(client, digestIn(work.records), never);
  client.close();
  expect(reopenDatabase(databaseDeps, client, { file, key: work.key }).ok).toBe(true);
  setMeta(work, 'b', 'dua');
  const { counted, stored } = await counting;
  expect(counted).toBe(stored);
  expect(digestIn(work.records).stored().commits).toBe(2);
});

const kinds = ['set', 'remove', 'refuse', 'file', 'cascade', 'draft'] as const;
interface Step {
  readonly key: string;
  readonly value: string;
  readonly what: (typeof kinds)[number];
}

const writeRecords: Readonly<Record<Exclude<Step['what'], 'draft'>, (tx: RecordsWriter, step: Step) => unknown>> = {
  set: (tx, { key, value }) =>
    tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run(),
  refuse: (tx, step) => writeRecords.set(tx, step),
  remove: (tx, { key }) => tx.delete(meta).where(eq(meta.key, key)).run(),
  file: (tx, { key, value }) => {
    const row = { id: key, name: value, mediaType: 'text/plain', size: 1, createdAt: '2026-01-01T00:00:00.000Z' };
    tx.insert(attachments).values(row).onConflictDoNothing().run();
    const piece = { attachmentId: key, idx: value.length, data: Buffer.from(value) };
    tx.insert(attachmentChunks).values(piece).onConflictDoNothing().run();
  },
  // Its pieces go with it, by the schema.
  cascade: (tx, { key }) => tx.delete(attachments).where(eq(attachments.id, key)).run(),
};

const writeDraft = (tx: NotesWriter, { key, value }: Step): void => {
  const draft = { id: key, kind: 'act', caseId: null, subjectKey: key, content: value, updatedAt: '' };
  tx.insert(drafts)
    .values(draft)
    .onConflictDoUpdate({ target: drafts.id, set: { content: value } })
    .run();
};

const take = (work: TestWorkspace, step: Step): void => {
  const { what } = step;
  if (what === 'draft') transactNotes(work.notes, (tx) => ok(writeDraft(tx, step)));
  else
    transactRecords(work.records, (tx) => {
      writeRecords[what](tx, step);
      return what === 'refuse' ? fail('refused') : ok(null);
    });
};

it('is carried on by whatever is added, changed and removed, and by nothing that was rolled back', async () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c'),
    value: fc.string({ maxLength: 20 }),
    what: fc.constantFrom(...kinds),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const work = testWorkspace();
      for (const one of steps) take(work, one);
      expect(await differs(work.records)).toBe(false);
      expect(await differs(work.notes)).toBe(false);
    }),
    { numRuns: 10 },
  );
});

describe('where a commit fails although it stands in the file', () => {
  /** As where the last sync fails, of the journal that was cut: SQLite commits, and says that the disk failed. */
  const failing = (work: TestWorkspace, thenUnreadable: boolean): void => {
    const { $client } = work.records;
    const kind = Object.getPrototypeOf($client.prepare('SELECT 1')) as Record<
      'run' | 'get',
      (...args: never[]) => unknown
    >;
    const { run, get } = kind;
    onTestFinished(() => void Object.assign(kind, { run, get }));
    const failed = () => new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
    kind.run = function (this: { source: string }, ...args: never[]) {
      const result = run.apply(this, args);
      if (this.source !== 'COMMIT') return result;
      kind.run = run;
      if (thenUnreadable)
        kind.get = () => {
          kind.get = get;
          throw failed();
        };
      throw failed();
    };
  };

  it.each([false, true])('it is counted (the file unreadable just then: %s)', async (thenUnreadable) => {
    const work = testWorkspace();
    setMeta(work, 'a', 'satu');
    failing(work, thenUnreadable);
    expect(setMeta(work, 'b', 'dua')).toMatchObject({ error: { code: 'storageFailed' } });
    setMeta(work, 'c', 'tiga');
    expect(await differs(work.records)).toBe(false);
    expect(digestIn(work.records).stored().commits).toBe(3);
    expect(await differs(work.reopen().records)).toBe(false);
  });
});

it('says nothing new where a transaction changed nothing', () => {
  const work = testWorkspace();
  setMeta(work, 'a', 'satu');
  const before = digestIn(work.records).stored();
  const bytes = readFileSync(join(work.dir, 'records.db'));
  transactRecords(work.records, () => ok(null));
  expect(digestIn(work.records).stored()).toEqual(before);
  expect(readFileSync(join(work.dir, 'records.db')).equals(bytes)).toBe(true);
});

it('counts while the database is written to', async () => {
  const work = testWorkspace();
  for (let i = 0; i < 900; i += 1) setMeta(work, `k${i}`, 'a');
  const counting = recount(work.records.$client, digestIn(work.records), never);
  for (let i = 0; i < 40; i += 1) {
    await new Promise(setImmediate);
    setMeta(work, `k${i * 7}`, 'b');
    transactRecords(work.records, (tx) => {
      tx.delete(meta)
        .where(eq(meta.key, `k${i * 11 + 1}`))
        .run();
      return ok(null);
    });
  }
  const { counted, stored } = await counting;
  expect(counted).toBe(stored);
});

it('no longer fits where an old page lies in the place of a new one, which SQLite itself takes', async () => {
  const work = testWorkspace();
  for (let i = 0; i < 400; i += 1) setMeta(work, `k${i}`, 'lama '.repeat(20));
  const file = join(work.dir, 'records.db');
  const old = readFileSync(file);
  for (let i = 0; i < 400; i += 1) setMeta(work, `k${i}`, 'baru '.repeat(20));
  const newest = join(work.dir, 'newest.db');
  copyFileSync(file, newest);
  const fresh = readFileSync(newest);
  const pages = Array.from({ length: fresh.length / 4096 }, (_, page) => page).filter(
    (page) => !fresh.subarray(page * 4096, page * 4096 + 4096).equals(old.subarray(page * 4096, page * 4096 + 4096)),
  );
  let taken = 0;
  let again = work;
  for (const page of pages) {
    const swapped = Buffer.from(fresh);
    old.copy(swapped, page * 4096, page * 4096, page * 4096 + 4096);
    writeFileSync(file, swapped);
    again = again.reopen();
    const said = again.records.$client.prepare('PRAGMA integrity_check').pluck().all();
    if (said[0] !== 'ok') continue;
    taken += 1;
    expect(await differs(again.records), `page ${page + 1}`).toBe(true);
  }
  expect(taken).toBeGreaterThan(3);
});
