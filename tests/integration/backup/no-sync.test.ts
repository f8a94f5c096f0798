import { readdirSync, readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readBackup } from '../../../electron/backend/formats/backup/read-backup.ts';
import { placeBackups } from '../../fixtures/backups.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { errnoError } from '../../fixtures/file-calls.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultTemplate } from '../../fixtures/made-vault.ts';
import { restoreInto } from '../../fixtures/restore.ts';

// On shares, sticks and FUSE a file or folder cannot be synced. Backups are made, verified and read back there too.

beforeAll(async () => {
  await vaultTemplate();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** From here on nothing of this process can be synced, whoever opened it. */
const nothingSyncs = async (errno: string) => {
  const handle = await open(join(temporaryFolder(), 'apa'), 'w');
  const kind = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  return vi.spyOn(kind, 'sync').mockImplementation(() => Promise.reject(errnoError(errno)));
};

const backedUp = async () => {
  const vault = await openForTest(await copyOfVault());
  const calls = callsOn(vault);
  const place = await placeBackups(calls);
  return { vault, calls, place };
};

it.each(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])(
  'a backup is made, verified and restored where nothing can be synced (%s)',
  async (errno) => {
    const { vault, calls, place } = await backedUp();
    const sync = await nothingSyncs(errno);
    await calls.get('backup.make', {});
    const [name = '', ...more] = readdirSync(place);
    expect(more).toEqual([]);
    // Written to its place, and unpacked to verify it: five files.
    const synced = sync.mock.calls.length;
    expect(synced).toBeGreaterThan(5);
    const into = temporaryFolder();
    unwrap(await readBackup(join(place, name), { into }));
    const key = readFileSync(join(vault.dir, 'key.age'));
    expect(readFileSync(join(into, 'key.age')).equals(key)).toBe(true);
    const { vault: again } = unwrap(await restoreInto(join(place, name), { kind: 'passphrase', passphrase }));
    expect(again.instanceId).toBe(vault.instanceId);
    again.close();
    expect(sync.mock.calls.length).toBeGreaterThan(synced + 5);
  },
);

it('a backup is none where the disk fails while its bytes are made durable', async () => {
  const { calls, place } = await backedUp();
  await nothingSyncs('EIO');
  expect(await calls.code('backup.make', {})).toBe('exportFailed');
  expect(readdirSync(place)).toEqual([]);
});
