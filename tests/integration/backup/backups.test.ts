import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupDepsOf } from '../../../electron/backend/backup/call-deps.ts';
import { makeBackup } from '../../../electron/backend/backup/make-backup.ts';
import { restoreBackup } from '../../../electron/backend/backup/restore-backup.ts';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { transactNotes } from '../../../electron/backend/db/transact.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { createUnfinishedRestore } from '../../../electron/backend/vault/unfinished-restore.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { placeBackups } from '../../fixtures/backups.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import { restoreInto } from '../../fixtures/restore.ts';

beforeAll(async () => {
  await vaultTemplate();
});

interface Scene {
  readonly vault: OpenVault;
  readonly calls: Calls;
  readonly place: string;
}

const begin = async (clock?: Parameters<typeof callsOn>[1]): Promise<Scene> => {
  const vault = await openForTest(await copyOfVault());
  const calls = callsOn(vault, clock);
  const place = await placeBackups(calls);
  return { vault, calls, place };
};

const write = (calls: Calls, title: string) =>
  calls.get('notes.save', {
    noteId: null,
    caseId: null,
    title,
    content: JSON.stringify({ type: 'doc' }),
    attachmentIds: [],
  });

const titles = async (calls: Calls): Promise<string[]> =>
  (await calls.get('notes.list', { caseId: null })).map(({ title }) => title);

const onlyFile = (place: string): string => {
  const [name, ...more] = readdirSync(place);
  if (name === undefined || more.length > 0) throw new Error(`not one file: ${readdirSync(place)}`);
  return join(place, name);
};

const unfinished = () => createUnfinishedRestore(nodeAtomicFs, temporaryFolder());

const restore = (path: string, secret: Parameters<typeof restoreInto>[1] = { kind: 'passphrase', passphrase }) =>
  restoreInto(path, secret);

describe('a backup', () => {
  it('holds the vault of one moment, and a vault made of it goes on', async () => {
    const { calls, place } = await begin();
    await write(calls, 'sebelum');
    await calls.get('backup.make', {});
    await write(calls, 'sesudah');
    const { vault } = unwrap(await restore(onlyFile(place)));
    const again = callsOn(vault);
    expect(await titles(again)).toEqual(['sebelum']);
    await write(again, 'dilanjutkan');
    expect(await titles(again)).toContain('dilanjutkan');
    vault.close();
  });

  it('is a tar file of the very files, which other programs unpack', async () => {
    const { calls, place, vault } = await begin();
    await calls.get('backup.make', {});
    const into = temporaryFolder();
    execFileSync('tar', ['-xf', onlyFile(place), '-C', into]);
    expect(readdirSync(into).sort()).toEqual(
      ['key-copy.age', 'key.age', 'manifest.txt', 'notes.db', 'records.db', 'recovery.age'].sort(),
    );
    expect(readFileSync(join(into, 'key.age')).equals(readFileSync(join(vault.dir, 'key.age')))).toBe(true);
    const { files, madeAt } = JSON.parse(readFileSync(join(into, 'manifest.txt'), 'utf8').split('\n\n')[0]!);
    for (const { name, sha256 } of files) {
      expect(execFileSync('sha256sum', [join(into, name)], { encoding: 'utf8' })).toContain(sha256);
    }
    expect(madeAt).toMatch(/^\d{4}-/);
  });

  it('is opened by the recovery sheet too, with a new passphrase', async () => {
    const { calls, place } = await begin();
    await write(calls, 'sebelum');
    await calls.get('backup.make', {});
    const { recoveryIdentity } = await vaultTemplate();
    const newPassphrase = 'perahu layar di Selat Sunda 45';
    const path = onlyFile(place);
    const { vault } = unwrap(await restore(path, { kind: 'sheet', code: recoveryIdentity, newPassphrase }));
    expect(await titles(callsOn(vault))).toEqual(['sebelum']);
    vault.close();
    const again = await openForTest(vault.dir, newPassphrase);
    expect(await titles(callsOn(again))).toEqual(['sebelum']);
  });

  it('leaves nothing beside the vault or in its place, and says what is kept', async () => {
    const { calls, place, vault } = await begin();
    const before = readdirSync(vault.dir).sort();
    await calls.get('backup.make', {});
    expect(readdirSync(vault.dir).sort()).toEqual(before);
    const status = await calls.get('backup.status', {});
    expect(status.kept).toHaveLength(1);
    expect(status.kept[0]).toMatchObject({ bytes: statSync(onlyFile(place)).size });
    expect(status).toMatchObject({ failed: null, underWay: null, declined: false });
    expect([...auditRows(vault.records)].map(({ kind }) => kind)).toContain('backupMade');
    expect(statSync(onlyFile(place)).mode & 0o777).toBe(0o600);
  });

  it('is made again when something was written while its files were copied', async () => {
    const { calls, vault } = await begin();
    let copies = 0;
    const deps = backupDepsOf(calls.context, vault);
    const restless = {
      ...deps,
      copyFiles: async (...args: Parameters<typeof deps.copyFiles>) => {
        const copied = await deps.copyFiles(...args);
        copies += 1;
        // What was under way before writes all the same: `hold` keeps new calls alone.
        if (copies < 3)
          transactNotes(vault.notes, (tx) =>
            ok(
              tx
                .insert(meta)
                .values({ key: `selingan${copies}`, value: '' })
                .run(),
            ),
          );
        return copied;
      },
    };
    unwrap(await makeBackup(unlockedOf(calls.context), restless));
    expect(copies).toBe(3);
  });

  it('keeps calls waiting only while its files are copied, and loses none of them', async () => {
    const { calls, vault, place } = await begin();
    const deps = backupDepsOf(calls.context, vault);
    const order: string[] = [];
    let written: Promise<unknown> = Promise.resolve();
    const slow = {
      ...deps,
      copyFiles: async (...args: Parameters<typeof deps.copyFiles>) => {
        written = write(calls, 'diketik').then(() => order.push('written'));
        const { underWay } = await calls.get('backup.status', {});
        order.push(underWay?.step ?? '');
        const copied = await deps.copyFiles(...args);
        order.push('copied');
        return copied;
      },
    };
    unwrap(await makeBackup(unlockedOf(calls.context), slow));
    await written;
    expect(order).toEqual(['copying', 'copied', 'written']);
    expect(await titles(calls)).toEqual(['diketik']);
    const { vault: restored } = unwrap(await restore(onlyFile(place)));
    expect(await titles(callsOn(restored))).toEqual([]);
    restored.close();
  });

  it('that is broken off leaves nothing', async () => {
    const { calls, vault, place } = await begin();
    const before = readdirSync(vault.dir).sort();
    const deps = backupDepsOf(calls.context, vault);
    const cancelling = {
      ...deps,
      copyFiles: async (...args: Parameters<typeof deps.copyFiles>) => {
        await calls.get('backup.cancel', {});
        return deps.copyFiles(...args);
      },
    };
    expect(await makeBackup(unlockedOf(calls.context), cancelling)).toMatchObject({
      error: { code: 'backupCancelled' },
    });
    expect(readdirSync(place)).toEqual([]);
    expect(readdirSync(vault.dir).sort()).toEqual(before);
    expect((await calls.get('backup.status', {})).failed).toBeNull();
  });

  it('that does not hold what the vault held is not kept, and the failure is said until one succeeds', async () => {
    const { calls, vault, place } = await begin();
    const deps = backupDepsOf(calls.context, vault);
    const older = temporaryFolder();
    await deps.copyFiles(vault.dir, older, ['records.db']);
    await write(calls, 'baru');
    await calls.get('settings.set', await calls.get('settings.get', {}));
    const swapping = {
      ...deps,
      copyFiles: async (...[from, to, names]: Parameters<typeof deps.copyFiles>) => {
        const copied = await deps.copyFiles(from, to, names);
        writeFileSync(join(to, 'records.db'), readFileSync(join(older, 'records.db')));
        return copied;
      },
    };
    const made = await makeBackup(unlockedOf(calls.context), swapping);
    expect(made).toMatchObject({ error: { code: 'backupFaulty', details: { reason: 'counts' } } });
    expect(readdirSync(place)).toEqual([]);
    expect((await calls.get('backup.status', {})).failed).toMatchObject({ code: 'backupFaulty' });
    await calls.get('backup.make', {});
    expect((await calls.get('backup.status', {})).failed).toBeNull();
  });

  it('with a spoiled page is noticed by the verification', async () => {
    const { calls, vault, place } = await begin();
    const deps = backupDepsOf(calls.context, vault);
    const spoiling = {
      ...deps,
      copyFiles: async (...[from, to, names]: Parameters<typeof deps.copyFiles>) => {
        const copied = await deps.copyFiles(from, to, names);
        const bytes = readFileSync(join(to, 'notes.db'));
        bytes[bytes.length - 200]! ^= 1;
        writeFileSync(join(to, 'notes.db'), bytes);
        return copied;
      },
    };
    const made = await makeBackup(unlockedOf(calls.context), spoiling);
    expect(made).toMatchObject({ error: { code: 'backupFaulty', details: { reason: 'pages' } } });
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('a place for backups', () => {
  it('is not the vault itself, and must be there and writable', async () => {
    const { calls, vault } = await begin();
    const set = (path: string) =>
      calls.code('backup.setPlace', { folderToken: calls.context.files.issue('folder', path) });
    mkdirSync(join(vault.dir, 'dalam'));
    expect(await set(vault.dir)).toBe('backupPlaceInVault');
    expect(await set(join(vault.dir, 'dalam'))).toBe('backupPlaceInVault');
    expect(await set(join(vault.dir, '..'))).toBe('ok');
    expect(await set(join(temporaryFolder(), 'tidak ada'))).toBe('folderMissing');
    expect(await calls.code('backup.setPlace', { folderToken: 'bukan' })).toBe('unknownToken');
  });

  it('on the disk of the vault is said', async () => {
    const { calls } = await begin();
    expect((await calls.get('backup.status', {})).place?.warnings).toContain('sameDisk');
  });

  it('that is not there just now fails the backup by name and changes nothing', async () => {
    const { calls, place } = await begin();
    await calls.get('backup.make', {});
    execFileSync('mv', [place, `${place}-dicabut`]);
    expect(await calls.code('backup.make', {})).toBe('backupPlaceMissing');
    const status = await calls.get('backup.status', {});
    expect(status).toMatchObject({ place: { isThere: false }, failed: { code: 'backupPlaceMissing' } });
    expect(status.kept).toHaveLength(1);
    expect(status.lastAt).not.toBeNull();
  });

  it('none was chosen: a backup says so', async () => {
    const vault = await openForTest(await copyOfVault());
    const calls = callsOn(vault);
    expect(await calls.code('backup.make', {})).toBe('backupNoPlace');
    await calls.get('backup.decline', {});
    expect(await calls.get('backup.status', {})).toMatchObject({ place: null, declined: true });
  });

  it('keeps what thinning keeps and nothing of it is said by name', async () => {
    let now = Date.parse('2026-03-02T03:00:00Z');
    const { calls, place, vault } = await begin({ now: () => now });
    for (let day = 0; day < 12; day += 1) {
      await calls.get('backup.make', {});
      now += 86_400_000;
    }
    const { kept } = await calls.get('backup.status', {});
    expect(kept.length).toBeLessThan(12);
    expect(readdirSync(place).sort()).toEqual(kept.map(({ name }) => name).sort());
    expect([...auditRows(vault.records)].map(({ kind }) => kind)).toContain('backupsThinned');
  });
});

describe('restoring', () => {
  it('says a wrong passphrase before it reads on, and leaves nothing', async () => {
    const { calls, place } = await begin();
    await calls.get('backup.make', {});
    const parent = temporaryFolder();
    const input = {
      path: onlyFile(place),
      dir: join(parent, 'Pulih'),
      signal: new AbortController().signal,
      unfinished: unfinished(),
    };
    const wrong = { kind: 'passphrase', passphrase: 'bukan yang itu 12 kali' } as const;
    expect(await restoreBackup(vaultDeps, { ...input, secret: wrong })).toMatchObject({
      error: { code: 'wrongPassphrase' },
    });
    expect(readdirSync(parent)).toEqual([]);
  });

  it('leaves nothing that lasts when the program ends in the midst', async () => {
    const { calls, place } = await begin();
    await calls.get('backup.make', {});
    const [settings, parent] = [temporaryFolder(), temporaryFolder()];
    const left = createUnfinishedRestore(nodeAtomicFs, settings);
    // As the end of the program leaves it: noted, half written, and never settled.
    const cut = { ...left, settle: async () => undefined };
    const fs = { ...nodeAtomicFs, rm: async () => undefined };
    const input = { path: onlyFile(place), dir: join(parent, 'Pulih'), signal: AbortSignal.abort(), unfinished: cut };
    await restoreBackup({ ...vaultDeps, fs }, { ...input, secret: { kind: 'passphrase', passphrase } });
    expect(readdirSync(parent)).toEqual([expect.stringMatching(/^\.bilik-[0-9a-f]{16}\.tmp$/)]);
    await createUnfinishedRestore(nodeAtomicFs, settings).removeLeft();
    expect(readdirSync(parent)).toEqual([]);
    expect(readdirSync(settings)).toEqual([]);
  });

  it('removes nothing but what bears such a name', async () => {
    const [settings, parent] = [temporaryFolder(), temporaryFolder()];
    const mine = createUnfinishedRestore(nodeAtomicFs, settings);
    unwrap(await mine.note(parent));
    await mine.removeLeft();
    expect(existsSync(parent)).toBe(true);
  });

  it('writes over nothing', async () => {
    const { calls, place } = await begin();
    await calls.get('backup.make', {});
    const dir = join(temporaryFolder(), 'Ada');
    mkdirSync(dir);
    const input = { path: onlyFile(place), dir, signal: new AbortController().signal, unfinished: unfinished() };
    expect(await restoreBackup(vaultDeps, { ...input, secret: { kind: 'passphrase', passphrase } })).toMatchObject({
      error: { code: 'folderNotEmpty' },
    });
    expect(existsSync(dir)).toBe(true);
  });

  it('refuses what is cut, changed or none, by name, and leaves nothing', async () => {
    const { calls, place } = await begin();
    await calls.get('backup.make', {});
    const good = readFileSync(onlyFile(place));
    const codeOf = async (bytes: Uint8Array): Promise<string> => {
      const parent = temporaryFolder();
      const path = join(parent, 'x.cadangan');
      writeFileSync(path, bytes);
      const input = {
        path,
        dir: join(parent, 'Pulih'),
        signal: new AbortController().signal,
        unfinished: unfinished(),
      };
      const restored = await restoreBackup(vaultDeps, { ...input, secret: { kind: 'passphrase', passphrase } });
      expect(readdirSync(parent)).toEqual(['x.cadangan']);
      return restored.ok ? 'ok' : restored.error.code;
    };
    for (const cut of [1, 100, 1000, 40_000])
      expect(await codeOf(good.subarray(0, good.length - cut))).toBe('backupCut');
    expect(await codeOf(Buffer.from('bukan cadangan'))).toBe('backupUnreadable');
    const flipped = Buffer.from(good);
    flipped[good.length - 60_000]! ^= 1;
    expect(await codeOf(flipped)).toBe('backupDamaged');
    const other = Buffer.from(good.toString('latin1').replace(/"madeAt": "2/, '"madeAt": "3'), 'latin1');
    expect(await codeOf(other)).toBe('backupForeign');
  });
});
