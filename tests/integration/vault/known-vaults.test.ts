import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { createKnownVaults, lastOpenedId, vaultLabelOf } from '../../../electron/backend/vault/known-vaults.ts';
import { nodeAtomicFs, writeAtomically } from '../../../electron/backend/vault/write-atomically.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';

const clockOf = (times: number[]) => ({ now: () => times.shift() ?? 0 });
const inFolder = (folder: string, times: number[] = []) =>
  createKnownVaults({ clock: clockOf(times), random: systemRandom, fs: nodeAtomicFs }, folder);

describe('createKnownVaults', () => {
  it('adds, finds, notes and forgets; survives a new start', async () => {
    const folder = join(temporaryFolder(), 'settings');
    const known = inFolder(folder, [2000, 1000]);
    expect(await known.list()).toEqual([]);
    const first = await known.add('/brankas/Satu');
    const second = await known.add('/brankas/Dua/');
    if (!first.ok || !second.ok) throw new Error('not added');
    expect(await known.add('/brankas/./Satu')).toEqual(first);
    expect(vaultLabelOf(second.value)).toBe('Dua');
    expect(lastOpenedId(await known.list())).toBeNull();
    await known.noteOpened(first.value.id);
    await known.noteOpened(second.value.id);
    const later = inFolder(folder);
    expect(lastOpenedId(await later.list())).toBe(first.value.id);
    expect(await later.find(second.value.id)).toMatchObject({ path: '/brankas/Dua' });
    expect(await later.forget(first.value.id)).toMatchObject({ ok: true });
    expect(await later.forget(first.value.id)).toEqual({ ok: false, error: { code: 'unknownVault' } });
    expect((await later.list()).map(({ id }) => id)).toEqual([second.value.id]);
  });

  it('starts anew from a spoiled file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'vaults.json'), '{"vaults":[{"id":"../../etc"}]}');
    expect(await inFolder(folder).list()).toEqual([]);
  });
});

describe('writeAtomically', () => {
  it('keeps the old bytes whichever call fails, and names the failure', async () => {
    const errnos = {
      ENOSPC: 'diskFull',
      EROFS: 'folderReadOnly',
      EIO: 'storageFailed',
      ENOENT: 'folderMissing',
    } as const;
    for (const [errno, code] of Object.entries(errnos)) {
      for (const call of ['open', 'rename'] as const) {
        const folder = temporaryFolder();
        const path = join(folder, 'file');
        writeFileSync(path, 'lama');
        const failing = () => Promise.reject(Object.assign(new Error('x'), { code: errno }));
        const written = await writeAtomically({ ...nodeAtomicFs, [call]: failing }, path, Buffer.from('baru'));
        expect(written).toMatchObject({ ok: false, error: { code } });
        expect(readFileSync(path, 'utf8')).toBe('lama');
      }
    }
  });

  it('lets bugs through', async () => {
    const fs = { ...nodeAtomicFs, rename: () => Promise.reject(new TypeError('bug')) };
    await expect(writeAtomically(fs, join(temporaryFolder(), 'f'), Buffer.from(''))).rejects.toThrow('bug');
  });

  it('replaces files and refuses what is a folder', async () => {
    const folder = temporaryFolder();
    expect(await writeAtomically(nodeAtomicFs, join(folder, 'f'), Buffer.from('baru'))).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, 'f'), 'utf8')).toBe('baru');
    mkdirSync(join(folder, 'd'));
    expect(await writeAtomically(nodeAtomicFs, join(folder, 'd'), Buffer.from(''))).toMatchObject({ ok: false });
  });
});
