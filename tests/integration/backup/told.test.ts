import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupDepsOf } from '../../../electron/backend/backup/call-deps.ts';
import { makeBackup } from '../../../electron/backend/backup/make-backup.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { backupNews } from '../../../renderer/features/home/backup-news.ts';
import { backedUpFiles } from '../../../shared/domain/backup/manifest.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, openForTest, unwrap, vaultTemplate } from '../../fixtures/made-vault.ts';
import { lockPage } from '../identity/lock-page.ts';

beforeAll(async () => {
  await vaultTemplate();
});

const day = 86_400_000;

const begin = async () => {
  const vault = await openForTest(await copyOfVault());
  const time = { now: Date.now() };
  const calls = callsOn(vault, { now: () => time.now });
  const place = join(temporaryFolder(), 'cadangan');
  mkdirSync(place);
  const setPlace = () => calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
  const status = () => calls.get('backup.status', {});
  const deps = backupDepsOf(calls.context, vault);
  const makeWith = (copyFiles: typeof deps.copyFiles) => makeBackup(unlockedOf(calls.context), { ...deps, copyFiles });
  return { vault, calls, time, setPlace, status, deps, makeWith };
};

describe('a new vault', () => {
  it('has the place for backups that was chosen where it was made, or the explicit no', async () => {
    const { create, files } = lockPage();
    const place = temporaryFolder();
    const chosen = await create(null, { folderToken: files.issue('folder', place) });
    const calls = callsOn(chosen.vault);
    await calls.get('backup.make', {});
    expect(readdirSync(place)).toHaveLength(1);
    chosen.vault.close();
    const without = callsOn((await lockPage().create(null, 'declined')).vault);
    expect(await without.get('backup.status', {})).toMatchObject({ place: null, declined: true });
  });
});

describe('at home a vault says', () => {
  it('that it has no place for backups, or that none are wanted', async () => {
    const { calls, time, setPlace, status } = await begin();
    const news = async () => backupNews(await status(), time.now);
    expect(await news()).toEqual({ presses: true, text: 'backup.home.none', days: 0 });
    await calls.get('backup.decline', {});
    expect(await news()).toEqual({ presses: false, text: 'backup.declined', days: 0 });
    await setPlace();
    expect(await news()).toEqual({ presses: false, text: 'backup.never', days: 0 });
  });

  it('when the last verified backup was made and how old it is; one that was not verified counts for none', async () => {
    const { calls, time, setPlace, status, deps, makeWith } = await begin();
    await setPlace();
    const news = async () => backupNews(await status(), time.now);
    const spoiled: typeof deps.copyFiles = async (from, to, names) => {
      const copied = await deps.copyFiles(from, to, names);
      const bytes = readFileSync(join(to, 'notes.db'));
      bytes[bytes.length - 200]! ^= 1;
      writeFileSync(join(to, 'notes.db'), bytes);
      return copied;
    };
    expect(await makeWith(spoiled)).toMatchObject({ error: { code: 'backupFaulty' } });
    expect(await news()).toEqual({ presses: true, text: 'backup.never', days: 0 });
    await calls.get('backup.make', {});
    const { lastAt } = await status();
    expect(Date.parse(lastAt ?? '')).toBe(time.now);
    expect(await news()).toEqual({ presses: false, text: 'backup.home.last', days: 0 });
    time.now += 3 * day + 1000;
    expect(await news()).toEqual({ presses: false, text: 'backup.home.last', days: 3 });
    time.now += day;
    expect(await makeWith(spoiled)).toMatchObject({ error: { code: 'backupFaulty' } });
    expect((await status()).lastAt).toBe(lastAt);
    expect(await news()).toEqual({ presses: true, text: 'backup.home.old', days: 4 });
  });
});

it('tells how much of the vault is copied while that goes on', async () => {
  const { vault, setPlace, status, deps, makeWith } = await begin();
  await setPlace();
  const size = (name: string) => statSync(join(vault.dir, name)).size;
  const seen: (readonly [number, number])[] = [];
  const oneByOne: typeof deps.copyFiles = async (from, to, names) => {
    for (const name of names) {
      if (!(await deps.copyFiles(from, to, [name]))) return false;
      const { underWay } = await status();
      expect(underWay?.step).toBe('copying');
      seen.push([underWay?.done ?? 0, underWay?.total ?? 0]);
    }
    return true;
  };
  unwrap(await makeWith(oneByOne));
  const total = backedUpFiles.reduce((sum, name) => sum + size(name), 0);
  expect(seen.at(-1)).toEqual([total, total]);
  expect(seen.map(([done]) => done)).toEqual(
    backedUpFiles.map((_, at) => backedUpFiles.slice(0, at + 1).reduce((sum, name) => sum + size(name), 0)),
  );
});
