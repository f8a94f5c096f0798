import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { bindingFor, readRuntime } from './scripts/lib/runtime.mjs';
import { LongestFirst } from './tests/fixtures/longest-first.ts';

const runtime = readRuntime();
const binding = runtime ? bindingFor(Number(process.versions.napi), runtime) : null;

// Two kinds of tests. Those of `unit` keep nothing between files: they share a process, which saves loading all modules
// anew for each file. The others open databases, count memory and take signals: each file has a process of its own,
// but for those that run a second time under Electron's Node, which takes long to start.
const alone = 'tests/{property,integration,fault}/**/*.test.{ts,tsx}';
const together = 'tests/unit/**/*.test.{ts,tsx}';

// Runs under plain Node and, for the crypto tests, under Electron's Node (see scripts/test.mjs).
export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    globalSetup: ['tests/fixtures/run-folder.ts'],
    setupFiles: ['tests/fixtures/fixed-seed.ts'],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Jakarta', ...(binding ? { BILIK_SQLITE_BINDING: binding } : {}) },
    projects: [
      { extends: true, test: { name: 'alone', include: [alone], isolate: process.versions.electron === undefined } },
      { extends: true, test: { name: 'together', include: [together], isolate: false } },
    ],
  },
});
