import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ne, sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packages } from '../../../electron/backend/db/exchange-schema.ts';
import type { RecordsDb } from '../../../electron/backend/db/handles.ts';
import { openRecordsDatabase } from '../../../electron/backend/db/open-database.ts';
import { acts, cases, meta, persons } from '../../../electron/backend/db/records-schema.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { verifyPages } from '../../../electron/backend/db/verify-pages.ts';
import { decisionsByItem } from '../../../electron/backend/exchange/ledger/held-rows.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { blob, createBefore, reopened } from '../../fixtures/migrated-to.ts';
import { writable } from '../../fixtures/writable.ts';

const key = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(8);

const create = (file: string): RecordsDb => {
  const opened = openRecordsDatabase(databaseDeps, { file, key, mode: 'create' });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => void opened.value.$client.close());
  return opened.value;
};

const codeOf = (file: string, withKey = key): string => {
  const opened = openRecordsDatabase(databaseDeps, { file, key: withKey, mode: 'open' });
  if (!opened.ok) return opened.error.code;
  opened.value.$client.close();
  return 'ok';
};

/** A closed database with enough rows for several pages. */
const filled = (): string => {
  const file = join(temporaryFolder(), 'records.db');
  const db = create(file);
  for (let i = 0; i < 40; i++)
    writable(db)
      .insert(meta)
      .values({ key: `k${i}`, value: 'Rahasia sekali '.repeat(40) })
      .run();
  db.$client.close();
  return file;
};

describe('openRecordsDatabase', () => {
  it('keeps rows, encrypted, and sets every pragma', () => {
    const file = join(temporaryFolder(), 'records.db');
    const db = create(file);
    const pragma = (name: string) => db.$client.pragma(name, { simple: true });
    expect({
      locking: pragma('locking_mode'),
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      temp: pragma('temp_store'),
      erase: pragma('secure_delete'),
      foreign: pragma('foreign_keys'),
      trusted: pragma('trusted_schema'),
    }).toEqual({
      locking: 'exclusive',
      journal: 'truncate',
      synchronous: 2,
      temp: 2,
      erase: 1,
      foreign: 1,
      trusted: 0,
    });
    writable(db).insert(meta).values({ key: 'canary', value: 'KENARI-7731' }).run();
    db.$client.close();
    expect(readFileSync(file).includes('KENARI-7731')).toBe(false);
    expect(readFileSync(file).subarray(0, 6).toString()).not.toBe('SQLite');
    const again = openRecordsDatabase(databaseDeps, { file, key, mode: 'open' });
    if (!again.ok) throw new Error(again.error.code);
    expect(again.value.select().from(meta).where(ne(meta.key, 'digest')).all()).toEqual([
      { key: 'canary', value: 'KENARI-7731' },
    ]);
    again.value.$client.close();
    expect(readFileSync(`${file}-journal`).length).toBe(0);
  });

  it('tells a foreign file from a damaged one and leaves both alone', () => {
    const file = filled();
    const before = readFileSync(file);
    expect(codeOf(file, otherKey)).toBe('databaseForeign');
    expect(readFileSync(file).equals(before)).toBe(true);
    const damaged = Buffer.from(before);
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    expect(codeOf(file)).toBe('databaseDamaged');
    expect(readFileSync(file).equals(damaged)).toBe(true);
    writeFileSync(file, '');
    expect(codeOf(file)).toBe('databaseDamaged');
    expect(readFileSync(file).length).toBe(0);
  });

  it('names missing files and folders', () => {
    const folder = temporaryFolder();
    expect(codeOf(join(folder, 'records.db'))).toBe('databaseDamaged');
    expect(codeOf(join(folder, 'none', 'records.db'))).toBe('folderMissing');
  });

  it('refuses a second opener, in this process and in another', () => {
    const file = join(temporaryFolder(), 'records.db');
    create(file);
    expect(codeOf(file)).toBe('openElsewhere');
    const script = `
      import Sqlite from 'better-sqlite3';
      const db = new Sqlite(${JSON.stringify(file)}, { timeout: 0, nativeBinding: process.env.BILIK_SQLITE_BINDING || undefined });
      try { db.pragma('schema_version'); console.log('open'); } catch (e) { console.log(e.code); }`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString().trim()).toBe('SQLITE_BUSY');
  });

  it('holds the lock from the opening on, though it writes nothing', () => {
    const file = filled();
    const first = openRecordsDatabase(databaseDeps, { file, key, mode: 'open' });
    expect(codeOf(file)).toBe('openElsewhere');
    if (first.ok) first.value.$client.close();
    expect(codeOf(file)).toBe('ok');
  });

  it('refuses a newer schema unwritten', () => {
    const file = join(temporaryFolder(), 'records.db');
    const db = create(file);
    writable(db).run(sql`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`);
    db.$client.close();
    const before = readFileSync(file);
    expect(codeOf(file)).toBe('newerSchema');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('takes packages of the schema before for written', () => {
    const { file, db } = createBefore('0002_written');
    writable(db).run(sql`INSERT INTO packages
      (id, direction, kind, peer_key, epoch, counter, manifest, manifest_hash, at)
      VALUES ('p', 'out', 'acts', zeroblob(32), 'e', 1, x'00', zeroblob(32), 't')`);
    db.$client.close();
    expect(reopened(file).select().from(packages).all()).toMatchObject([{ id: 'p', written: true }]);
  });

  it('knows by which key of this vault packages of the schema before left and came', () => {
    const { file, db } = createBefore('0016_own_key');
    const manifest = JSON.stringify({ sender: { key: '11'.repeat(32) }, receiver: { key: '22'.repeat(32) } });
    for (const [id, direction] of [['o', 'out'] as const, ['i', 'in'] as const])
      writable(db).run(sql`INSERT INTO packages
        (id, direction, kind, peer_key, epoch, counter, manifest, manifest_hash, at)
        VALUES (${id}, ${direction}, 'acts', zeroblob(32), 'e', 1, ${Buffer.from(manifest)}, zeroblob(32), 't')`);
    db.$client.close();
    const rows = reopened(file).select().from(packages).all();
    expect(rows.map(({ id, ownKey }) => [id, ownKey.toString('hex').slice(0, 2)])).toEqual([
      ['o', '11'],
      ['i', '22'],
    ]);
  });

  it('keeps acts, files and records of the schema that had their ids for keys, and all that refers to them', () => {
    const { file, db } = createBefore('0006_ids');
    const { $client } = db;
    $client.exec(`
      INSERT INTO persons VALUES ('p', 'Sari Contoh', '', '', '', '', 'pns', NULL, 't', 't');
      INSERT INTO cases VALUES ('c', 'p', 't');
      INSERT INTO acts VALUES
        (3, ${blob(1)}, 'a1', 'c', 'caseOpened', x'01', x'02', ${blob(9)}, ${blob(4, 64)}, ${blob(5)}, 't'),
        (7, ${blob(2)}, 'a2', 'c', 'statusNotified', x'03', NULL, NULL, ${blob(6, 64)}, ${blob(5)}, 't');
      INSERT INTO attachments VALUES ('f', 'c', 'scan.pdf', 'application/pdf', 1, ${blob(7)}, 't', 1);
      INSERT INTO attachment_chunks VALUES ('f', 0, x'41');
      INSERT INTO act_attachments VALUES (${blob(1)}, 'f');
      INSERT INTO documents VALUES ('d', 'c', 'report', ${blob(1)}, 'Laporan', 'external', 'f', ${blob(7)}, 't');
      INSERT INTO act_holders VALUES (${blob(2)}, ${blob(5)}, 'header', 'k', 'in');
      INSERT INTO guidance VALUES ('g', 'coaching', NULL, 0, 't', 't');
      INSERT INTO guidance_records VALUES
        (${blob(8)}, 'g', 'r', 'coaching', x'04', 'made', 't', 'ink', '2026-01-05', 'd');
      INSERT INTO guidance_signatures VALUES (${blob(8)}, 0, ${blob(5)}, x'05', ${blob(6, 64)});
      INSERT INTO guidance_attachments VALUES (${blob(8)}, 'f');`);
    const rows = (of: RecordsDb, table: string) => of.$client.prepare(`SELECT * FROM ${table}`).all() as object[];
    const gone = ['act_id', 'record_id', 'openings', 'set_aside_at', 'other_opening'];
    const kept = (of: RecordsDb) =>
      Object.fromEntries(
        ['acts', 'attachments', 'attachment_chunks', 'documents', 'act_holders', 'guidance_records'].map((table) => [
          table,
          rows(of, table).map((row) => Object.entries(row).filter(([column]) => !gone.includes(column))),
        ]),
      );
    const before = kept(db);
    $client.close();
    const now = reopened(file);
    expect(kept(now)).toEqual(before);
    expect(rows(now, 'act_attachments')).toEqual([{ act_hash: Buffer.alloc(32, 1), body_id: 'f', attachment_id: 'f' }]);
    expect([rows(now, 'guidance_signatures').length, rows(now, 'guidance_attachments').length]).toEqual([1, 1]);
    const check = (name: string) => now.$client.pragma(name);
    expect([check('foreign_key_check'), check('integrity_check'), check('foreign_keys')]).toEqual([
      [],
      [{ integrity_check: 'ok' }],
      [{ foreign_keys: 1 }],
    ]);
    for (const change of [
      "UPDATE acts SET header = x'00'",
      'DELETE FROM acts',
      "UPDATE guidance_records SET bytes = x'00'",
      "INSERT INTO act_attachments VALUES (zeroblob(32), 'x', 'f')",
      "INSERT INTO act_holders VALUES (zeroblob(32), zeroblob(32), 'all', 'k', 'in')",
    ]) {
      expect(() => now.$client.exec(change), change).toThrow();
    }
    const { lastInsertRowid } = now.$client
      .prepare(`INSERT INTO acts (hash, case_id, type, header, signature, author_key, recorded_at)
        VALUES (zeroblob(32), 'c', 'statusNotified', x'00', zeroblob(64), zeroblob(32), 't')`)
      .run();
    expect(lastInsertRowid).toBe(8);
  });

  it('keeps what was answered to who is who; more answers stand beside it', () => {
    const { file, db } = createBefore('0013_answers');
    db.$client.exec("INSERT INTO same_person_answers VALUES ('b', 'self', 1, 't2'), ('a', 'entry:e', 0, 't1')");
    db.$client.exec("INSERT INTO decisions VALUES (4, 'i', 'take', '[]', '', 't', NULL)");
    db.$client.close();
    const now = reopened(file);
    const rows = now.$client.prepare('SELECT seq, subject, other, same, decision, undone_at FROM same_person_answers');
    expect(rows.raw().all()).toEqual([
      [1, 'a', 'entry:e', 0, null, null],
      [2, 'b', 'self', 1, null, null],
    ]);
    now.$client.exec(
      "INSERT INTO same_person_answers (subject, other, same, at, decision) VALUES ('b', 'self', 0, 't', 4)",
    );
    expect(decisionsByItem(now).get('i')).toMatchObject([{ seq: 4, answers: [] }]);
    expect(now.$client.pragma('foreign_key_check')).toEqual([]);
  });

  it('opens an up-to-date file without writing', () => {
    const file = filled();
    const before = readFileSync(file);
    expect(codeOf(file)).toBe('ok');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses to create over a file', () => {
    const file = filled();
    expect(openRecordsDatabase(databaseDeps, { file, key, mode: 'create' })).toEqual(fail('databaseForeign'));
  });
});

describe('records.db', () => {
  const instant = '2026-01-05T01:00:00.000Z';
  const act = {
    hash: Buffer.alloc(32, 1),
    caseId: 'c1',
    type: 'feedbackRecorded',
    header: Buffer.from('{}'),
    body: Buffer.from('{}'),
    salt: Buffer.alloc(32, 2),
    signature: Buffer.alloc(64),
    authorKey: Buffer.alloc(32),
    recordedAt: instant,
  };
  const withAct = (): RecordsDb => {
    const db = create(join(temporaryFolder(), 'records.db'));
    const person = { name: 'Sari Contoh', nip: '', rank: '', position: '', unit: '', employmentStatus: 'pns' as const };
    writable(db)
      .insert(persons)
      .values({ id: 'p1', ...person, createdAt: instant, updatedAt: instant })
      .run();
    writable(db).insert(cases).values({ id: 'c1', employeeId: 'p1', createdAt: instant }).run();
    writable(db).insert(acts).values(act).run();
    return db;
  };

  it('keeps acts as they are but lets body and salt be erased', () => {
    const db = withAct();
    expect(() =>
      writable(db)
        .update(acts)
        .set({ header: Buffer.from('[]') })
        .run(),
    ).toThrow();
    expect(() =>
      writable(db)
        .update(acts)
        .set({ body: Buffer.from('[]') })
        .run(),
    ).toThrow();
    expect(() => writable(db).update(acts).set({ body: null }).run()).toThrow();
    expect(() => writable(db).delete(acts).run()).toThrow();
    writable(db).update(acts).set({ body: null, salt: null }).run();
    expect(db.select().from(acts).get()).toMatchObject({ receivedSeq: 1, body: null, salt: null });
    expect(() => writable(db).update(acts).set({ body: act.body }).run()).toThrow();
  });

  it('rolls a refused transaction back to the same bytes', () => {
    const db = withAct();
    const file = db.$client.name;
    const rowsBefore = db.select().from(meta).all();
    const refused = transactRecords(db, (tx) => {
      tx.insert(meta).values({ key: 'x', value: 'y' }).run();
      return fail('caseClosed');
    });
    expect(refused).toEqual(fail('caseClosed'));
    expect(db.select().from(meta).all()).toEqual(rowsBefore);
    expect(() =>
      transactRecords(db, (tx) => {
        tx.insert(meta).values({ key: 'x', value: 'y' }).run();
        throw new Error('bug');
      }),
    ).toThrow('bug');
    expect(db.select().from(meta).all()).toEqual(rowsBefore);
    expect(transactRecords(db, () => ok(1))).toEqual(ok(1));
    expect(file).toContain('records.db');
  });

  it('answers diskFull when the file cannot grow', () => {
    const db = withAct();
    db.$client.pragma('max_page_count = 1');
    const filledUp = transactRecords(db, (tx) => {
      for (let i = 0; i < 100; i++)
        tx.insert(meta)
          .values({ key: `k${i}`, value: 'x'.repeat(9000) })
          .run();
      return ok(null);
    });
    expect(filledUp).toEqual(fail('diskFull'));
    expect(db.select().from(meta).where(ne(meta.key, 'digest')).all()).toEqual([]);
  });
});

describe('verifyPages', () => {
  it('finds each damaged page', () => {
    const file = filled();
    const copy = join(temporaryFolder(), 'copy.db');
    const { pages, bad } = verifyPages(file, key);
    expect(bad).toEqual([]);
    expect(pages).toBeGreaterThan(5);
    for (let page = 2; page <= pages; page++) {
      copyFileSync(file, copy);
      const bytes = readFileSync(copy);
      bytes[(page - 1) * 4096 + 1000] = (bytes[(page - 1) * 4096 + 1000] ?? 0) ^ 0x10;
      writeFileSync(copy, bytes);
      expect(verifyPages(copy, key).bad).toEqual([page]);
    }
    expect(verifyPages(file, otherKey)).toMatchObject({ anyGood: false });
  });
});
