import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { backupDepsOf } from '../../electron/backend/backup/call-deps.ts';
import { type BackupDeps, backupUnderWay, makeBackup } from '../../electron/backend/backup/make-backup.ts';
import { restoreBackup } from '../../electron/backend/backup/restore-backup.ts';
import { checkWhole } from '../../electron/backend/integrity/check-whole.ts';
import { createVault } from '../../electron/backend/vault/create-vault.ts';
import { createUnfinishedRestore } from '../../electron/backend/vault/unfinished-restore.ts';
import { unlockedOf } from '../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../electron/backend/vault/vault.ts';
import { nodeAtomicFs } from '../../electron/backend/vault/write-atomically.ts';
import { backedUpFiles } from '../../shared/domain/backup/manifest.ts';
import { type Calls, callsOn } from '../fixtures/calls.ts';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { unwrap } from '../fixtures/made-vault.ts';
import { assessor, institution } from '../fixtures/people/cast.ts';
import { attachLarge } from './attach-large.ts';
import { vaultDeps } from './prepare.ts';
import { type Figure, figure, median } from './statistics.ts';

const run = promisify(execFile);
const passphrase = 'kopi tubruk lereng Merbabu 17';
const scans = 100;
const scanBytes = 5_000_000;
/** How long writes may wait while the files are copied, in ms. */
const mayWait = 1000;

/** Where the measured vault lies, and where copies of it go. */
interface Scene {
  readonly vault: OpenVault;
  readonly calls: Calls;
  readonly folder: string;
  readonly place: string;
}

const prepare = async (): Promise<Scene> => {
  const folder = temporaryFolder();
  const place = join(folder, 'cadangan');
  await mkdir(place);
  const made = await createVault(vaultDeps, {
    dir: join(folder, 'Bench'),
    passphrase,
    person: assessor,
    roles: ['assessor'],
    institution,
  });
  const { vault } = unwrap(made);
  const calls = callsOn(vault);
  for (let scan = 0; scan < scans; scan += 1) await attachLarge(calls, new Uint8Array(randomBytes(scanBytes)));
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
  return { vault, calls, folder, place };
};

const since = (started: number): number => performance.now() - started;

/** The same files, copied by `cp` and put on the disk by `sync`. */
const copyPlainly = async ({ vault, folder }: Scene): Promise<number> => {
  const to = join(folder, 'salin');
  await mkdir(to);
  const started = performance.now();
  await run('cp', ['--', ...backedUpFiles.map((name) => join(vault.dir, name)), to]);
  await run('sync', ['--', ...backedUpFiles.map((name) => join(to, name))]);
  const took = since(started);
  await rm(to, { recursive: true });
  return took;
};

/** How long calls wait, how long it takes until the file is written, and until it is verified, in ms. */
const makeOne = async ({ vault, calls }: Scene) => {
  const unlocked = unlockedOf({ vault, clock: calls.context.clock, random: calls.context.random });
  const bare = backupDepsOf(calls.context, vault);
  let waited = 0;
  const deps: BackupDeps = {
    ...bare,
    hold: async (hold) => {
      const started = performance.now();
      const held = await bare.hold(hold);
      waited = since(started);
      return held;
    },
    // As the main process does: by another process, while this one's thread is free.
    copyFiles: async (from, to, names) => {
      await run('cp', ['--', ...names.map((name) => join(from, name)), to]);
      return true;
    },
  };
  const started = performance.now();
  let written = 0;
  const watch = setInterval(() => {
    if (written === 0 && backupUnderWay(unlocked)?.step === 'verifying') written = since(started);
  }, 2);
  try {
    unwrap(await makeBackup(unlocked, deps));
  } finally {
    clearInterval(watch);
  }
  return { waited, written, verified: since(started) };
};

const restoreOne = async ({ folder, place }: Scene): Promise<number> => {
  const [name = ''] = await readdir(place);
  const dir = join(folder, 'Pulih');
  const started = performance.now();
  const restored = await restoreBackup(vaultDeps, {
    path: join(place, name),
    dir,
    secret: { kind: 'passphrase', passphrase },
    signal: new AbortController().signal,
    unfinished: createUnfinishedRestore(nodeAtomicFs, folder),
  });
  const took = since(started);
  unwrap(restored).vault.close();
  await rm(dir, { recursive: true });
  return took;
};

const checkOne = async ({ vault }: Scene): Promise<number> => {
  const started = performance.now();
  const findings = await checkWhole(vault, new AbortController().signal, () => undefined);
  if (findings.length > 0) throw new Error('findings');
  return since(started);
};

/**
 * A vault of 500 MB: its backup until it is written and until it is verified, its restore (passphrase and all checks
 * included) and its full check, against `cp` and `sync` of the same files; and how long calls wait for the copy,
 * against one second. Medians in milliseconds.
 */
export const measureBackup = async (rounds: number): Promise<Figure[]> => {
  const scene = await prepare();
  const plain: number[] = [];
  const made: Awaited<ReturnType<typeof makeOne>>[] = [];
  const restored: number[] = [];
  const checked: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const copied = await copyPlainly(scene);
    const backup = await makeOne(scene);
    const back = await restoreOne(scene);
    const check = await checkOne(scene);
    for (const name of await readdir(scene.place)) await rm(join(scene.place, name));
    if (round < 0) continue;
    plain.push(copied);
    made.push(backup);
    restored.push(back);
    checked.push(check);
  }
  scene.vault.close();
  const bare = median(plain);
  const of = (pick: (one: (typeof made)[number]) => number): number => median(made.map(pick));
  return [
    figure(
      'backup500MB.written',
      'ms',
      of(({ written }) => written),
      bare,
      3,
    ),
    figure(
      'backup500MB.verified',
      'ms',
      of(({ verified }) => verified),
      bare,
      null,
    ),
    figure(
      'backup500MB.callsWait',
      'ms',
      of(({ waited }) => waited),
      mayWait,
      1,
    ),
    figure('restore500MB', 'ms', median(restored), bare, null),
    figure('fullCheck500MB', 'ms', median(checked), bare, null),
  ];
};
