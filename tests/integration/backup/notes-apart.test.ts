import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { noteErased, readBackupState } from '../../../electron/backend/backup/backup-state.ts';
import { backUpIfDue } from '../../../electron/backend/backup/daily.ts';
import { cancelBackup } from '../../../electron/backend/backup/make-backup.ts';
import { deleteOlderBackups } from '../../../electron/backend/backup/older-backups.ts';
import { transactNotes, transactRecords } from '../../../electron/backend/db/transact.ts';
import { changePassphrase } from '../../../electron/backend/vault/change-passphrase.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { restoredVault } from '../../fixtures/backups.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import {
  codeOf,
  copyOfVault,
  holder,
  openForTest,
  passphrase,
  unwrap,
  vaultDeps,
  vaultTemplate,
} from '../../fixtures/made-vault.ts';
import { restoreInto } from '../../fixtures/restore.ts';

beforeAll(async () => {
  await vaultTemplate();
});

type Choice = 'together' | 'apart' | 'declined';

interface Scene {
  readonly vault: OpenVault;
  readonly calls: Calls;
  readonly place: string;
  /** Where notes go that have a place of their own. */
  readonly own: string;
}

const choose = (calls: Calls, own: string, choice: Choice) =>
  calls.get(
    'backup.setNotes',
    choice === 'apart' ? { choice, folderToken: calls.context.files.issue('folder', own) } : { choice },
  );

const begin = async (choice: Choice, clock?: Parameters<typeof callsOn>[1]): Promise<Scene> => {
  const vault = await openForTest(await copyOfVault());
  const calls = callsOn(vault, clock);
  calls.host.passphrase = passphrase;
  const [place, own] = [join(temporaryFolder(), 'cadangan'), join(temporaryFolder(), 'catatan')];
  for (const folder of [place, own]) mkdirSync(folder);
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
  await choose(calls, own, choice);
  return { vault, calls, place, own };
};

const save = async (calls: Calls, title: string, noteId: string | null = null, attachmentIds: string[] = []) => {
  const note = { noteId, caseId: null, title, content: JSON.stringify({ type: 'doc' }), attachmentIds };
  return (await calls.get('notes.save', note)).noteId;
};

const titles = async (calls: Calls): Promise<string[]> =>
  (await calls.get('notes.list', {})).map(({ title }) => title).sort();

const onlyFile = (place: string): string => {
  const [name, ...more] = readdirSync(place);
  if (name === undefined || more.length > 0) throw new Error(`not one file: ${readdirSync(place)}`);
  return join(place, name);
};

const restored = async (path: string): Promise<Scene['calls']> => {
  const vault = await restoredVault(path);
  const calls = callsOn(vault);
  calls.host.passphrase = passphrase;
  return calls;
};

const take = (calls: Calls, path: string) =>
  calls.get('backup.takeNotes', { fileToken: calls.context.files.issue('file', path) });
const takeCode = (calls: Calls, path: string) =>
  calls.code('backup.takeNotes', { fileToken: calls.context.files.issue('file', path) });

const notesOf = async (calls: Calls) => (await calls.get('backup.status', {})).notes;

/** A file of a note, with its bytes. */
const addFile = async (calls: Calls, bytes: Buffer): Promise<string> => {
  const input = { store: 'notes', caseId: null, name: 'foto.txt', mediaType: '', size: bytes.length } as const;
  const { attachmentId } = await calls.get('attachments.begin', input);
  await calls.get('attachments.append', { store: 'notes', attachmentId, offset: 0, bytes: new Uint8Array(bytes) });
  await calls.get('attachments.finish', { store: 'notes', attachmentId });
  return attachmentId;
};

describe('private notes that are backed up apart', () => {
  it('lie in a backup of their own and in no other, and each is said', async () => {
    const { calls, place, own, vault } = await begin('apart');
    const before = readdirSync(vault.dir).sort();
    await save(calls, 'rahasia');
    await calls.get('backup.make', {});
    expect(basename(onlyFile(own))).toMatch(/-catatan\.cadangan$/);
    expect(readdirSync(vault.dir).sort()).toEqual(before);
    const status = await calls.get('backup.status', {});
    expect(status.kept.map(({ holds }) => holds).sort()).toEqual(['notes', 'records']);
    expect([status.lastAt, status.notes.lastAt]).toEqual([expect.any(String), status.lastAt]);
    expect(await titles(await restored(onlyFile(place)))).toEqual([]);
    expect(codeOf(await restoreInto(onlyFile(own), { kind: 'passphrase', passphrase }))).toBe('backupOfNotes');
  });

  it('are told as missing after a restore, and come back from their own backup with their files', async () => {
    const { calls, place, own } = await begin('apart');
    const bytes = Buffer.alloc(300 * 1024, 'isi');
    const attachmentId = await addFile(calls, bytes);
    const noteId = await save(calls, 'rahasia', null, [attachmentId]);
    await calls.get('backup.make', {});
    const again = await restored(onlyFile(place));
    expect((await notesOf(again)).missingSince).toMatch(/^\d{4}-/);
    expect(await takeCode(again, onlyFile(place))).toBe('backupWithoutNotes');
    expect((await notesOf(again)).missingSince).not.toBeNull();
    expect(await take(again, onlyFile(own))).toMatchObject({ added: 1, renewed: 0, kept: 0, erased: 0 });
    expect((await notesOf(again)).missingSince).toBeNull();
    expect((await again.get('notes.get', { noteId })).attachments).toMatchObject([{ attachmentId }]);
    const piece = { store: 'notes', attachmentId, offset: 290 * 1024, length: 6 } as const;
    expect(Buffer.from((await again.get('attachments.read', piece)).bytes).toString()).toBe(
      bytes.subarray(290 * 1024, 290 * 1024 + 6).toString(),
    );
    // The same once more adds nothing.
    expect(await take(again, onlyFile(own))).toMatchObject({ added: 0, renewed: 0, kept: 0, erased: 0 });
    expect(await titles(again)).toEqual(['rahasia']);
  });

  it('leave a vault that is whole, and that is backed up and restored again', async () => {
    const { calls, place, vault: first } = await begin('apart');
    await save(calls, 'rahasia');
    first.anchor();
    await calls.get('backup.make', {});
    const again = await restored(onlyFile(place));
    await save(again, 'sesudah');
    rmSync(onlyFile(place));
    await again.get('backup.make', {});
    const { vault } = again.context;
    vault.close();
    const report = unwrap(await checkVault(vaultDeps, { dir: vault.dir, passphrase }));
    expect(report.findings).toEqual([]);
    expect(await titles(await restored(onlyFile(place)))).toEqual([]);
  });

  it('whose place is not there keep the rest from nothing, and it is said until one succeeds', async () => {
    const { calls, place, own } = await begin('apart');
    renameSync(own, `${own}-dicabut`);
    expect(await calls.code('backup.make', {})).toBe('notesPlaceMissing');
    expect(readdirSync(place)).toHaveLength(1);
    const status = await calls.get('backup.status', {});
    expect([status.failed, status.notes.failed?.code, status.notes.lastAt]).toEqual([null, 'notesPlaceMissing', null]);
    renameSync(`${own}-dicabut`, own);
    await calls.get('backup.make', {});
    expect((await notesOf(calls)).failed).toBeNull();
  });

  it('are made by themselves on each day, also when the rest was made before', async () => {
    const { calls, place, own, vault } = await begin('apart');
    renameSync(own, `${own}-dicabut`);
    await backUpIfDue(calls.context, vault);
    renameSync(`${own}-dicabut`, own);
    await backUpIfDue(calls.context, vault);
    await backUpIfDue(calls.context, vault);
    expect([readdirSync(place).length, readdirSync(own).length]).toEqual([1, 1]);
  });

  it('that are broken off leave nothing in either place', async () => {
    const { calls, place, own, vault } = await begin('apart');
    const making = calls.code('backup.make', {});
    while ((await calls.get('backup.status', {})).underWay?.step !== 'verifying') await new Promise(setImmediate);
    cancelBackup(unlockedOf(calls.context));
    expect(await making).toBe('backupCancelled');
    expect([readdirSync(place), readdirSync(own), readdirSync(vault.dir).includes('backup')]).toEqual([[], [], false]);
  });

  it('keep older backups that hold what was erased until there is a newer one of each', async () => {
    let now = Date.parse('2026-11-29T08:15:00Z');
    const { calls, own, vault } = await begin('apart', { now: () => now });
    await calls.get('backup.make', {});
    unwrap(transactRecords(vault.records, (tx) => ok(noteErased(vault, tx))));
    renameSync(own, `${own}-dicabut`);
    now += 60_000;
    await calls.code('backup.make', {});
    expect(await deleteOlderBackups(unlockedOf(calls.context))).toEqual({ deleted: 0, away: 1 });
    renameSync(`${own}-dicabut`, own);
    now += 60_000;
    await calls.get('backup.make', {});
    expect((await deleteOlderBackups(unlockedOf(calls.context))).away).toBe(0);
    expect(readBackupState(vault.records).made.some(({ holdsErased }) => holdsErased)).toBe(false);
  });
});

/**
 * A vault that was backed up without notes, then with them, and again after one was erased. `bare`: the first one;
 * `latest`: the last of the vault itself; `notes`: those with notes, earliest first.
 */
const afterErasure = async (choice: Choice) => {
  let now = Date.parse('2026-11-29T08:15:00Z');
  const scene = await begin('declined', { now: () => now });
  const { calls, place, own } = scene;
  const noteId = await save(calls, 'dihapus');
  await save(calls, 'tetap');
  const backUp = async (): Promise<void> => {
    now += 86_400_000;
    await calls.get('backup.make', {});
  };
  await backUp();
  await choose(calls, own, choice);
  await backUp();
  const before = (await calls.get('backup.status', {})).beforeErasure;
  await calls.get('notes.erase', { noteId });
  const after = (await calls.get('backup.status', {})).beforeErasure;
  await backUp();
  const filesIn = (folder: string) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .sort();
  const [bare = '', , latest = ''] = filesIn(place);
  const notes = filesIn(choice === 'apart' ? own : place).slice(-2) as [string, string];
  return { calls, noteId, before, after, bare, latest, notes };
};

/** Backs a vault up without notes and restores it. */
const restoredWithout = async (calls: Calls, own = '', choice: Choice = 'declined'): Promise<Calls> => {
  const place = join(temporaryFolder(), 'lagi');
  mkdirSync(place);
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
  await choose(calls, own, choice);
  await calls.get('backup.make', {});
  return restored(onlyFile(place));
};

describe('a private note that was erased', () => {
  it('does not come back from its older backup into a vault that was restored without notes', async () => {
    const { latest, notes } = await afterErasure('apart');
    const again = await restored(latest);
    expect(await take(again, notes[0])).toMatchObject({ added: 1, erased: 1 });
    expect(await titles(again)).toEqual(['tetap']);
    // Nor after the vault was backed up and restored once more.
    expect(await take(await restoredWithout(again), notes[0])).toMatchObject({ added: 1, erased: 1 });
  });

  it.each(['apart', 'together'] as const)(
    'does not come back once the newest backup (%s) was taken into a vault from before the erasure',
    async (choice) => {
      const { noteId, bare, notes } = await afterErasure(choice);
      const again = await restored(bare);
      expect(await take(again, notes[1])).toMatchObject({ added: 1, erased: 0 });
      expect(await take(again, notes[0])).toMatchObject({ added: 0, erased: 1 });
      expect(await again.code('notes.get', { noteId })).toBe('unknownNote');
    },
  );

  it('that came back before anything told of its erasure is there to stay, also through backups', async () => {
    const { bare, notes } = await afterErasure('apart');
    const again = await restored(bare);
    expect(await take(again, notes[0])).toMatchObject({ added: 2 });
    expect(await take(again, notes[1])).toMatchObject({ added: 0 });
    expect(await titles(again)).toEqual(['dihapus', 'tetap']);
    const own = join(temporaryFolder(), 'catatan');
    mkdirSync(own);
    const third = await restoredWithout(again, own, 'apart');
    expect(await take(third, onlyFile(own))).toMatchObject({ added: 2, erased: 0 });
  });

  it.each(['apart', 'together'] as const)(
    'is told of in its older backup (%s) and in no other, until that is deleted',
    async (choice) => {
      const { calls, before, after, notes } = await afterErasure(choice);
      expect([before.here, after.here]).toEqual([0, 1]);
      expect((await calls.get('backup.status', {})).beforeErasure).toEqual({ here: 1, away: 0 });
      expect(await deleteOlderBackups(unlockedOf(calls.context))).toEqual({ deleted: 1, away: 0 });
      expect(notes.map((path) => existsSync(path))).toEqual([false, true]);
    },
  );

  it('is told of before it goes, should its own database refuse', async () => {
    const { calls } = await begin('together');
    const noteId = await save(calls, 'tetap');
    await calls.get('backup.make', {});
    const { $client } = calls.context.vault.notes;
    $client.pragma('query_only = 1');
    expect(await calls.code('notes.erase', { noteId })).toBe('storageFailed');
    expect(await calls.code('notes.eraseAll', {})).toBe('storageFailed');
    $client.pragma('query_only = 0');
    expect(await titles(calls)).toEqual(['tetap']);
    expect((await calls.get('backup.status', {})).beforeErasure.here).toBe(1);
  });

  it('with all others is told of in each backup of them', async () => {
    const { calls, notes } = await afterErasure('apart');
    await calls.get('notes.eraseAll', {});
    expect((await calls.get('backup.status', {})).beforeErasure).toEqual({ here: notes.length, away: 0 });
  });
});

describe('private notes that are not backed up', () => {
  it('are in no file, by an explicit no, and are told as missing until the person says that there are none', async () => {
    const { calls, place, own } = await begin('declined');
    await save(calls, 'rahasia');
    await calls.get('backup.make', {});
    expect(readdirSync(own)).toEqual([]);
    expect(await notesOf(calls)).toMatchObject({ choice: 'declined', lastAt: null, failed: null });
    const again = await restored(onlyFile(place));
    expect(await titles(again)).toEqual([]);
    expect((await notesOf(again)).missingSince).not.toBeNull();
    await again.get('backup.settleMissingNotes', {});
    expect((await notesOf(again)).missingSince).toBeNull();
  });

  it('need a place for the rest, and go with it again when the person chooses so', async () => {
    const { calls, place, own, vault } = await begin('declined');
    await save(calls, 'rahasia');
    await choose(calls, own, 'together');
    await calls.get('backup.make', {});
    expect(await titles(await restored(onlyFile(place)))).toEqual(['rahasia']);
    await calls.get('backup.decline', {});
    expect(await calls.code('backup.setNotes', { choice: 'declined' })).toBe('backupNoPlace');
    const inVault = { choice: 'apart', folderToken: calls.context.files.issue('folder', vault.dir) } as const;
    await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
    expect(await calls.code('backup.setNotes', inVault)).toBe('backupPlaceInVault');
  });
});

describe('notes out of a backup', () => {
  const later = ({ vault }: Scene, title: string, noteId: string, updatedAt: string) =>
    unwrap(
      transactNotes(vault.notes, (tx) => {
        tx.run(sql`UPDATE notes SET title = ${title}, updated_at = ${updatedAt} WHERE id = ${noteId}`);
        return ok(null);
      }),
    );

  it('take the place of what is older here, of nothing newer, and what was erased does not come back', async () => {
    const scene = await begin('together');
    const { calls, place } = scene;
    const [same, newer, older, gone] = [
      await save(calls, 'sama'),
      await save(calls, 'lama di cadangan'),
      await save(calls, 'baru di cadangan'),
      await save(calls, 'dihapus'),
    ];
    await calls.get('backup.make', {});
    later(scene, 'baru di sini', newer, '2999-01-01T00:00:00.000Z');
    later(scene, 'lama di sini', older, '2001-01-01T00:00:00.000Z');
    await calls.get('notes.erase', { noteId: gone });
    await save(calls, 'sesudah');
    expect(await take(calls, onlyFile(place))).toMatchObject({ added: 0, renewed: 1, kept: 1, erased: 1 });
    expect(await titles(calls)).toEqual(['baru di cadangan', 'baru di sini', 'sama', 'sesudah']);
    expect((await calls.get('notes.get', { noteId: same })).title).toBe('sama');
  });

  it('open by the passphrase when the keys were exchanged since, and not when that was changed too', async () => {
    const { calls, own, vault } = await begin('apart');
    await save(calls, 'rahasia');
    await calls.get('backup.make', {});
    await calls.get('keys.rotate', {});
    unwrap(transactNotes(vault.notes, (tx) => ok(tx.run(sql`DELETE FROM notes`))));
    expect(await take(calls, onlyFile(own))).toMatchObject({ added: 1 });
    const next = 'perahu layar di Selat Sunda 45';
    unwrap(await changePassphrase(vaultDeps, vault, { current: passphrase, next }));
    calls.host.passphrase = next;
    expect(await takeCode(calls, onlyFile(own))).toBe('notesUnderOldKeys');
    expect(await titles(calls)).toEqual(['rahasia']);
  });

  it('are refused by name when they are of another vault, changed or cut, and leave nothing', async () => {
    const { calls, own, vault } = await begin('apart');
    await save(calls, 'rahasia');
    await calls.get('backup.make', {});
    const before = readdirSync(vault.dir).sort();
    const bytes = readFileSync(onlyFile(own));
    const other = callsOn(await testVault(holder.person, ['counsellor']));
    other.host.passphrase = passphrase;
    expect(await takeCode(other, onlyFile(own))).toBe('backupForeign');
    const spoilt = join(temporaryFolder(), 'rusak.cadangan');
    writeFileSync(spoilt, bytes.subarray(0, -2000));
    expect(await takeCode(calls, spoilt)).toBe('backupCut');
    const middle = Buffer.from(bytes);
    middle[Math.floor(bytes.length / 2)] = (middle[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(spoilt, middle);
    expect(await takeCode(calls, spoilt)).toBe('backupDamaged');
    rmSync(spoilt);
    expect(readdirSync(vault.dir).sort()).toEqual(before);
  });
});
