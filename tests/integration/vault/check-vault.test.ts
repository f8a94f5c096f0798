import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { inspectFolder } from '../../../electron/backend/vault/inspect-folder.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import {
  codeOf,
  copyOfVault,
  openCode,
  openForTest,
  passphrase,
  unwrap,
  vaultDeps,
  vaultTemplate,
} from '../../fixtures/made-vault.ts';

// Each derivation of a key takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
beforeAll(() => vaultTemplate());

const check = (dir: string) => checkVault(vaultDeps, { dir, passphrase });
const findings = async (dir: string) => unwrap(await check(dir)).findings;
const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

describe('checkVault', () => {
  it('finds nothing wrong with a whole vault and writes nothing', async () => {
    const dir = await copyOfVault();
    const before = readFileSync(join(dir, 'records.db'));
    const report = unwrap(await check(dir));
    expect(report).toMatchObject({ findings: [], auditEntries: 2 });
    expect(report.pages).toBeGreaterThan(20);
    expect(readFileSync(join(dir, 'records.db')).equals(before)).toBe(true);
  });

  it('names what cannot be checked', async () => {
    const dir = await copyOfVault();
    expect(codeOf(await checkVault(vaultDeps, { dir, passphrase: 'salah' }))).toBe('wrongPassphrase');
    expect(codeOf(await check(temporaryFolder()))).toBe('notAVault');
    await openForTest(dir);
    expect(codeOf(await check(dir))).toBe('openElsewhere');
  });

  it('names damaged, cut, missing and foreign files', async () => {
    const dir = await copyOfVault();
    const notesFile = join(dir, 'notes.db');
    const whole = readFileSync(notesFile);
    flip(notesFile, 4096 * 3 + 17);
    expect(await findings(dir)).toEqual([{ file: 'notes.db', code: 'pagesDamaged', details: { pages: ['4'] } }]);
    writeFileSync(notesFile, whole.subarray(0, whole.length - 100));
    expect(await findings(dir)).toContainEqual({ file: 'notes.db', code: 'databaseCut' });
    writeFileSync(notesFile, readFileSync(join(dir, 'records.db')));
    expect(await findings(dir)).toEqual([{ file: 'notes.db', code: 'databaseForeign' }]);
    rmSync(notesFile);
    expect(await findings(dir)).toEqual([{ file: 'notes.db', code: 'databaseMissing' }]);
  });

  it('names key files that differ from what records.db knows', async () => {
    const dir = await copyOfVault();
    flip(join(dir, 'key-copy.age'), 400);
    rmSync(join(dir, 'recovery.age'));
    expect(await findings(dir)).toEqual([
      { file: 'key-copy.age', code: 'keyFileDiffers' },
      { file: 'recovery.age', code: 'keyFileMissing' },
    ]);
  });

  it('finds an edited, a cut and a swapped audit chain', async () => {
    const edit = async (sql: string) => {
      const dir = await copyOfVault();
      const vault = await openForTest(dir);
      vault.records.$client.exec(`DROP TRIGGER audit_keeps; DROP TRIGGER audit_stays; ${sql}`);
      vault.close();
      return findings(dir);
    };
    const broken = (reason: string) => [
      { file: 'records.db', code: 'auditBroken', details: { seq: 1, reason } },
      { file: 'records.db', code: 'rowsDiffer' },
    ];
    expect(await edit("UPDATE audit SET kind = 'lain'")).toEqual(broken('hash'));
    expect(await edit('UPDATE audit SET seq = 2')).toEqual(broken('sequence'));
    expect(await edit('UPDATE audit SET prev_hash = hash')).toEqual(broken('link'));
  });

  it('runs the checks of other parts on read-only databases', async () => {
    const dir = await copyOfVault();
    let refused = '';
    const extra = [
      function* ({ records }: { records: { $client: { exec: (sql: string) => unknown } } }) {
        yield;
        try {
          records.$client.exec('DELETE FROM settings');
        } catch (thrown) {
          refused = String(thrown);
        }
        return [{ file: 'records.db', code: 'actsBroken' }];
      },
    ];
    const report = unwrap(await checkVault(vaultDeps, { dir, passphrase, extra }));
    expect(report.findings).toEqual([{ file: 'records.db', code: 'actsBroken' }]);
    expect(refused).toMatch(/readonly|query_only/);
  });
});

describe('a folder that cannot be written', () => {
  /** Root passes every permission bit; the immutable flag stops it too. */
  const protect = (dir: string): boolean => {
    if (process.getuid?.() !== 0) {
      chmodSync(dir, 0o500);
      onTestFinished(() => chmodSync(dir, 0o700));
      return true;
    }
    const done = spawnSync('chattr', ['+i', dir]).status === 0;
    onTestFinished(() => void spawnSync('chattr', ['-i', dir]));
    return done;
  };

  it('is named, can be checked, and stays as it is', async ({ skip }) => {
    const dir = await copyOfVault();
    if (!protect(dir)) skip('this file system knows no immutable flag');
    expect(await inspectFolder(databaseDeps, dir)).toMatchObject({ state: 'readOnly' });
    expect(await openCode(dir)).toBe('folderReadOnly');
    expect(await findings(dir)).toEqual([]);
  });
});
