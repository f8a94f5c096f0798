import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlcipher from '@signalapp/sqlcipher';
import { passphrase } from '../probe.ts';

/** The keys of a vault, read by Debian's `age`, which asks for the passphrase at a terminal. */
export const keysByAge = (dir: string, folder: string): Readonly<Record<string, string>> => {
  const out = join(folder, 'keys.json');
  const command = `age -d -o '${out}' '${join(dir, 'key.age')}'`;
  spawnSync('setsid', ['script', '-qec', command, '/dev/null'], { input: `${passphrase}\n`, timeout: 120_000 });
  return JSON.parse(readFileSync(out, 'utf8'));
};

/** Every value of every table, as bytes: the shadow tables of indexes hold what the indexes do. */
const bytesOf = (file: string, key: string | undefined): Buffer => {
  const database = new Sqlcipher(file);
  try {
    database.pragma(`key = "x'${key}'"`);
    const list = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
    const names = database.prepare(list, { pluck: true }).all() as unknown as string[];
    const rows = names.flatMap((name) => database.prepare(`SELECT * FROM "${name}"`).all());
    const values = rows.flatMap((row) => Object.values(row as Readonly<Record<string, unknown>>));
    return Buffer.concat(
      values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(`${value}\n`))),
    );
  } finally {
    database.close();
  }
};

/** All that both databases of a vault hold, read from copies by a genuine SQLCipher; the vault may be open. */
export const rowsOfVault = (dir: string): { readonly records: Buffer; readonly notes: Buffer } => {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-rows-'));
  try {
    const keys = keysByAge(dir, folder);
    for (const name of ['records.db', 'notes.db']) copyFileSync(join(dir, name), join(folder, name));
    return {
      records: bytesOf(join(folder, 'records.db'), keys.recordsKey),
      notes: bytesOf(join(folder, 'notes.db'), keys.notesKey),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** True when bytes hold a text as UTF-8, UTF-16 or base64 (in any of its three alignments). */
export const holds = (bytes: Buffer, text: string): boolean => {
  const aligned = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
    // Characters at the ends also carry bits of their neighbours.
    return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor(encoded.length / 4) * 4 - 4));
  });
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), ...aligned].some((form) => bytes.includes(form));
};
