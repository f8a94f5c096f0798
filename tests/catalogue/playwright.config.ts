import { defineConfig } from '@playwright/test';
import { appEnv, readRuntime } from '../../scripts/lib/runtime.mjs';

// So that `npx playwright test -c tests/catalogue` alone finds the runtime too.
const runtime = readRuntime();
if (runtime) Object.assign(process.env, appEnv(process.env, runtime));

// Every screen of the built pages in one window of each worker; what they show is made up.
export default defineConfig({
  testDir: '.',
  testMatch: '*.catalogue.ts',
  tsconfig: '../e2e/tsconfig.playwright.json',
  outputDir: '../../test-results/catalogue',
  // Ends what hangs, and nothing else: a slow or busy computer takes several times as long as a quiet one.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  use: { screenshot: 'off', trace: 'off', video: 'off' },
  reporter: [['list']],
});
