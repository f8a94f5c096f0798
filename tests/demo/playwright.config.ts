import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { appEnv, readRuntime } from '../../scripts/lib/runtime.mjs';

const runtime = readRuntime();
if (runtime) Object.assign(process.env, appEnv(process.env, runtime));

/** `npm run demo`: one walk through the real app that leaves vaults, documents and pictures. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: 'demo.ts',
  // Only the aliases that hold at run time (see playwright.config.ts at the root).
  tsconfig: resolve(import.meta.dirname, '../e2e/tsconfig.playwright.json'),
  outputDir: resolve(import.meta.dirname, '../../test-results/demo'),
  timeout: 1_800_000,
  // Stretching a passphrase takes a second, and more on a busy machine.
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: [['./reporter.ts']],
});
