import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { faultRun, numberOf } from './fault-run.ts';

const root = resolve(import.meta.dirname, '../../..');
/** These have runs of their own. */
const apart = ['tests/property/rpc/', 'tests/property/exchange/'];

/** Test files whose cases are generated: those of `tests/property`, and all that use fast-check themselves. */
const generated = (): string[] =>
  readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.test.ts') && !apart.some((folder) => name.startsWith(folder)))
    .filter(
      (name) => name.startsWith('tests/property/') || readFileSync(join(root, name), 'utf8').includes("'fast-check'"),
    );

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the files once with other generated cases than `npm test` has. */
const tryWith = (seed: number, files: readonly string[]): { tried: number; notes: string[] } => {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-properties-'));
  try {
    const report = join(folder, 'report.json');
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const env = { ...process.env, BILIK_SEED: String(seed), VITEST: undefined, VITEST_POOL_ID: undefined };
    spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile.json=${report}`, ...files], {
      cwd: root,
      env,
      stdio: ['ignore', 2, 2],
    });
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed'),
    );
    const notes = failed.map(
      ({ fullName, failureMessages }) => `BILIK_SEED=${seed} ${fullName}: ${failureMessages[0]}`,
    );
    // A file that cannot be loaded, and one that runs nothing, tried no property.
    const idle = testResults.filter(
      ({ assertionResults }) => !assertionResults.some(({ status }) => status === 'passed' || status === 'failed'),
    );
    const without = idle.map(({ name, message }) => `${relative(root, name)} ran nothing: ${message}`);
    const missing = files.filter((file) => !testResults.some(({ name }) => name.endsWith(file)));
    const told = [...notes, ...without, ...missing.map((file) => `${file} was not run`)];
    return { tried: numPassedTests + numFailedTests, notes: told };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

faultRun('properties', async ({ long, seed, tell }) => {
  const files = generated();
  const first = numberOf(seed);
  const notes: string[] = [];
  let tried = 0;
  for (let round = 0; round < (long ? 200 : 1); round += 1) {
    const done = tryWith((first + round) >>> 1, files);
    tried += done.tried;
    notes.push(...done.notes);
    const said = `${files.length} files, ${round + 1} times with other cases`;
    tell({ id: 'properties', tried, failed: notes.length, note: [...notes.slice(0, 5), said].join(' | ') });
  }
});
