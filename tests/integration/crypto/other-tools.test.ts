import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlcipher from '@signalapp/sqlcipher';
import { beforeAll, expect, it } from 'vitest';
import { notes } from '../../../electron/backend/db/notes-schema.ts';
import { verifyPages } from '../../../electron/backend/db/verify-pages.ts';
import { rotateVaultKeys } from '../../../electron/backend/vault/rotate-vault-keys.ts';
import { fromHex } from '../../../shared/kernel/bytes.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, holder, openForTest, passphrase, vaultTemplate } from '../../fixtures/made-vault.ts';
import { unwrap } from '../../fixtures/results.ts';
import { rotationDepsOf, rotationInput } from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { writable } from '../../fixtures/writable.ts';

// With the passphrase and other people's programs one can read everything (ARCHITECTURE.md, "A vault on disk").

const canary = 'KENARI-91f2';
beforeAll(() => vaultTemplate());

const filledVault = async (): Promise<string> => {
  const dir = await copyOfVault();
  const vault = await openForTest(dir);
  const row = { id: 'n1', title: canary, content: { text: canary }, plain: canary, createdAt: 'x', updatedAt: 'x' };
  writable(vault.notes).insert(notes).values(row).run();
  vault.close();
  return dir;
};

const keysByAge = (dir: string): Record<string, string> => {
  const out = join(temporaryFolder(), 'keys.json');
  const command = `age -d -o '${out}' '${join(dir, 'key.age')}'`;
  spawnSync('setsid', ['script', '-qec', command, '/dev/null'], { input: `${passphrase}\n`, timeout: 120_000 });
  return JSON.parse(readFileSync(out, 'utf8'));
};

const readBySqlcipher = (file: string, key: string | undefined, query: string): unknown => {
  const db = new Sqlcipher(file);
  try {
    db.pragma(`key = "x'${key}'"`);
    return db.prepare(query, { pluck: true }).get();
  } finally {
    db.close();
  }
};

it('age opens the key file and SQLCipher both databases with the keys in it', async () => {
  const dir = await filledVault();
  const keys = keysByAge(dir);
  expect(keys).toMatchObject({ format: 'bilik/keys/v1', generation: 1 });
  const [records, own] = [join(dir, 'records.db'), join(dir, 'notes.db')];
  expect(readBySqlcipher(records, keys.recordsKey, 'SELECT name FROM persons')).toBe(holder.person.name);
  expect(readBySqlcipher(own, keys.notesKey, 'SELECT title FROM notes')).toBe(canary);
  expect(() => readBySqlcipher(own, keys.recordsKey, 'SELECT title FROM notes')).toThrow();
  expect(readBySqlcipher(records, keys.recordsKey, 'PRAGMA cipher_integrity_check')).toBeUndefined();
  expect(verifyPages(own, fromHex(keys.notesKey ?? ''))).toMatchObject({ bad: [], cut: false });
});

it('age and SQLCipher open what was given other keys, by those alone', async () => {
  const dir = await filledVault();
  const old = keysByAge(dir);
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), await openForTest(dir), rotationInput()));
  const keys = keysByAge(dir);
  expect(keys).toMatchObject({ format: 'bilik/keys/v1', generation: 3 });
  expect(keys.next).toBeUndefined();
  const copy = join(temporaryFolder(), 'notes.db');
  copyFileSync(join(dir, 'notes.db'), copy);
  expect(readBySqlcipher(copy, keys.notesKey, 'SELECT title FROM notes')).toBe(canary);
  expect(readBySqlcipher(copy, keys.notesKey, 'PRAGMA cipher_integrity_check')).toBeUndefined();
  expect(readBySqlcipher(copy, keys.notesKey, 'PRAGMA integrity_check')).toBe('ok');
  expect(() => readBySqlcipher(copy, old.notesKey, 'SELECT title FROM notes')).toThrow();
});

it('age opens the recovery file with the sheet', async () => {
  const dir = await filledVault();
  const sheet = join(temporaryFolder(), 'sheet');
  writeFileSync(sheet, (await vaultTemplate()).recoveryIdentity);
  const content = execFileSync('age', ['-d', '-i', sheet, join(dir, 'recovery.age')]);
  expect(JSON.parse(content.toString())).toEqual(keysByAge(dir));
});

it('leaves no plaintext in any file of the vault', async () => {
  const dir = await filledVault();
  const secrets = [canary, holder.person.name, holder.person.nip, holder.institution, 'CREATE TABLE', 'recordsKey'];
  const forms = secrets.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  const found = (bytes: Buffer) => forms.some((form) => bytes.includes(form));
  expect(found(Buffer.from(`x${canary}x`))).toBe(true);
  for (const name of readdirSync(dir))
    expect({ name, found: found(readFileSync(join(dir, name))) }).toEqual({ name, found: false });
});
