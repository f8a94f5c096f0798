import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { inspect } from '../../../electron/backend/exchange/receive/inspections.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { nameDatabases, openByKeys } from '../../fixtures/vault-by-keys.ts';
import { callsIn } from '../../fixtures/vault-calls.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { vaultProblems } from '../fuzz/judge.ts';
import { asUnlocked, incompleteFiles, openAfterwards, takePackage } from './opened.ts';
import { foundPair, makeParcels, type Parcel, presenceOf } from './parcels.ts';
import { count, newTrials, type Trials } from './report.ts';

/** A closed vault, and one package for it. */
interface Case {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly parcel: Parcel;
  /** As a package that memory does not hold. */
  readonly streamed: boolean;
}

/** A disk that takes no more from here on, and takes again after. */
interface Limit {
  readonly name: string;
  readonly set: (vault: OpenVault) => void;
  readonly lift: (vault: OpenVault) => void;
  /** What is left of a failed import may wait for the next opening: nothing could be written to remove it. */
  readonly leavesRest: boolean;
  /** What is answered when it is met. */
  readonly code: 'diskFull' | 'storageFailed';
}

const allPages = 1_073_741_823;

/** SQLite's own limit: the database may grow by so many pages and then answers SQLITE_FULL, as on a full disk. */
const pagesLeft = (pages: number): Limit => ({
  name: `${pages} pages left`,
  set: ({ records: { $client } }) => {
    const size = Number($client.pragma('page_count', { simple: true }));
    $client.pragma(`max_page_count = ${size + pages}`);
  },
  lift: ({ records }) => {
    records.$client.pragma(`max_page_count = ${allPages}`);
  },
  leavesRest: false,
  code: 'diskFull',
});

const limitFileSize = (bytes: number | 'unlimited'): void => {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
};

/**
 * The system's limit for files of this process: whatever is written beyond so many bytes, to the database or to its
 * journal, fails (setrlimit(2), EFBIG), which SQLite answers as SQLITE_IOERR.
 */
const fileLimit = (bytes: number): Limit => ({
  name: `writes beyond ${bytes} bytes fail`,
  set: () => limitFileSize(bytes),
  lift: () => limitFileSize('unlimited'),
  leavesRest: true,
  code: 'storageFailed',
});

/** Takes the package in by the call that the window makes. */
const importByCall = async (vault: OpenVault, { parcel, streamed }: Case, limit: Limit): Promise<string> => {
  const calls = callsIn(join(vault.dir, '..'), vault, systemClock);
  const looked = await inspect(asUnlocked(vault), [parcel.path], streamed ? { keepBytes: 0 } : {});
  if (!looked.ok || looked.value.held !== null) throw new Error('the package is held');
  const { inspectionId } = looked.value;
  limit.set(vault);
  try {
    return await calls.code('exchange.import', { inspectionId });
  } finally {
    limit.lift(vault);
  }
};

const judgeOpen = (vault: OpenVault, { parcel }: Case, code: string, before: string): string[] => {
  if (code === 'ok') return [];
  const after = dumpVault(vault);
  return [
    ...(after === before ? [] : ['the databases changed']),
    ...(presenceOf(asUnlocked(vault).work, parcel) === 'absent' ? [] : ['something of it is there']),
  ];
};

/** Opens the vault again and looks for anything half; the package goes in when the disk takes it. */
const judgeAfterwards = async (dir: string, { keys, parcel }: Case, code: string): Promise<string[]> => {
  const exchange = openAfterwards(dir, keys);
  try {
    const problems = vaultProblems(exchange.vault);
    if (incompleteFiles(exchange.vault) !== 0) problems.push('incomplete files are left');
    const presence = presenceOf(exchange.work, parcel);
    if (presence !== (code === 'ok' ? 'whole' : 'absent'))
      problems.push(`answered ${code}, and is ${String(presence)}`);
    const again = await takePackage(exchange, parcel.path);
    if (again !== (code === 'ok' ? 'packageDuplicate' : 'ok')) problems.push(`again: ${again}`);
    if (presenceOf(exchange.work, parcel) !== 'whole') problems.push('not whole in the end');
    return problems;
  } finally {
    exchange.vault.close();
  }
};

const trial = async (tried: Case, limit: Limit): Promise<{ code: string; problems: string[] }> => {
  const parent = mkdtempSync(join(tried.dir, '..', 'bilik-trial-'));
  const dir = join(parent, 'vault');
  cpSync(tried.dir, dir, { recursive: true });
  try {
    const vault = openByKeys(vaultDeps, dir, tried.keys);
    const before = dumpVault(vault);
    let code = '';
    const problems: string[] = [];
    try {
      code = await importByCall(vault, tried, limit);
      if (code !== 'ok' && code !== limit.code) problems.push(`answered ${code}`);
      if (!limit.leavesRest) problems.push(...judgeOpen(vault, tried, code, before));
    } catch (thrown) {
      problems.push(`threw ${String(thrown)}`);
    } finally {
      vault.close();
    }
    problems.push(...(await judgeAfterwards(dir, tried, code)));
    return { code, problems };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
};

const hasPrlimit = (): boolean => {
  try {
    execFileSync('prlimit', ['--version']);
    return true;
  } catch {
    return false;
  }
};

/** Numbers from `from` up to `to`, so many of them. */
const spread = (from: number, to: number, steps: number): number[] => [
  ...new Set(
    Array.from({ length: steps }, (_, step) => Math.round(from + ((to - from) * step) / Math.max(1, steps - 1))),
  ),
];

/**
 * Takes a package in while the disk takes no more, at every page by which the database grows (or `steps` of them), and,
 * where the system can, at `steps` places of the file. To be called inside a test.
 */
export const runDiskFull = async ({
  steps,
}: {
  readonly steps: number;
}): Promise<Trials & { readonly codes: string }> => {
  const { members } = await foundPair();
  const [small, large] = await makeParcels(members, [3_000, 700_000]);
  const { vault } = members.officer;
  const keys = copyOfKeys(vault.keys);
  nameDatabases(vault);
  // Pages that a migration left free would be room.
  vault.records.$client.exec('VACUUM');
  vault.close();
  const size = statSync(join(vault.dir, 'records.db')).size;
  const trials = newTrials();
  const answers = new Map<string, number>();
  const run = async (tried: Case, limit: Limit): Promise<string> => {
    const { code, problems } = await trial(tried, limit);
    answers.set(code, (answers.get(code) ?? 0) + 1);
    count(trials, `${tried.streamed ? 'streamed, ' : ''}${limit.name}`, problems);
    return code;
  };
  const ignore = (): void => undefined;
  // Without a listener the signal that goes with a write beyond the limit would end the process.
  process.on('SIGXFSZ', ignore);
  try {
    for (const [parcel, streamed] of [
      [small, false],
      [large, false],
      [large, true],
    ] as const) {
      const tried: Case = { dir: vault.dir, keys, parcel: parcel!, streamed };
      // About 350 pages hold the large one.
      const growth = parcel === small ? 40 : 420;
      for (const pages of spread(0, growth, Math.min(steps, growth))) await run(tried, pagesLeft(pages));
      if (!hasPrlimit()) continue;
      for (const bytes of spread(512, size + growth * 4096, steps)) await run(tried, fileLimit(bytes));
    }
  } finally {
    process.off('SIGXFSZ', ignore);
  }
  return { ...trials, codes: [...answers].map(([code, times]) => `${code} ${times}`).join(', ') };
};
