import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { rememberStatements } from '../../../electron/backend/db/remember-statements.ts';

const connect = (): Sqlite.Database => {
  const nativeBinding = process.env.BILIK_SQLITE_BINDING;
  const client = new Sqlite(':memory:', nativeBinding ? { nativeBinding } : {});
  client.exec("CREATE TABLE t (a INTEGER, b TEXT); INSERT INTO t VALUES (1, 'satu'), (2, 'dua')");
  rememberStatements(client);
  return client;
};
const all = 'SELECT * FROM t ORDER BY a';

it('compiles a query once, and gives its rows the shape that is asked for this time', () => {
  const client = connect();
  const first = client.prepare(all);
  expect(first.raw().all()).toEqual([
    [1, 'satu'],
    [2, 'dua'],
  ]);
  expect(client.prepare(all)).toBe(first);
  expect(client.prepare(all).get()).toEqual({ a: 1, b: 'satu' });
  const insert = 'INSERT INTO t VALUES (?, ?)';
  client.prepare(insert).run(3, 'tiga');
  client.prepare(insert).run(4, 'empat');
  expect(client.prepare(all).all().length).toBe(4);
});

it('gives another one while the first is being stepped through', () => {
  const client = connect();
  for (const row of client.prepare(all).iterate()) {
    expect(client.prepare(all).all().length).toBe(2);
    expect(row).toHaveProperty('b');
  }
});

it('sees a change of schema', () => {
  const client = connect();
  client.prepare(all).all();
  client.exec("ALTER TABLE t ADD COLUMN c TEXT DEFAULT 'x'");
  expect(client.prepare(all).get()).toEqual({ a: 1, b: 'satu', c: 'x' });
});

it('goes on after very many different queries', () => {
  const client = connect();
  for (let index = 0; index < 1000; index += 1) {
    expect(client.prepare(`SELECT a + ${index} AS sum FROM t WHERE a = 1`).get()).toEqual({ sum: index + 1 });
  }
});
