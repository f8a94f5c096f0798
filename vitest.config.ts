import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { bindingFor, readRuntime } from './scripts/lib/runtime.mjs';
import { LongestFirst } from './tests/fixtures/longest-first.ts';

const runtime = readRuntime();
const binding = runtime ? bindingFor(Number(process.versions.napi), runtime) : null;

// Tests keep nothing between files: they share a process, which saves loading all modules anew for each file. Those of
// `fault` count memory and end processes: each file has a process of its own.
const alone = 'tests/fault/**/*.test.ts';
const together = 'tests/{unit,property,integration}/**/*.test.{ts,tsx}';

// Runs under plain Node and, for the crypto tests, under Electron's Node (see scripts/test.mjs).
export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    globalSetup: ['tests/fixtures/run-folder.ts'],
    setupFiles: ['tests/fixtures/fixed-seed.ts', 'tests/fixtures/keys-once.ts'],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    maxWorkers: 2,
    // Ends what hangs, and nothing else: a slow or busy computer takes several times as long as a quiet one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    env: { TZ: 'Asia/Jakarta', ...(binding ? { BILIK_SQLITE_BINDING: binding } : {}) },
    projects: [
      { extends: true, test: { name: 'alone', include: [alone] } },
      { extends: true, test: { name: 'together', include: [together], isolate: false } },
    ],
  },
});
