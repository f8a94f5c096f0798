import { defineConfig } from '@playwright/test';
import { appEnv, readRuntime } from './scripts/lib/runtime.mjs';

// So that `npx playwright test` alone finds the runtime too.
const runtime = readRuntime();
if (runtime) Object.assign(process.env, appEnv(process.env, runtime));

// Long walks begin first: begun last, one of them would keep one worker waiting for the other.
const walks =
  /\/(audit|competence|draft-and-sign|exchange-\w+|guidance|packaged|programme|shell-reopen|story[-\w]*)\.e2e\.ts$/;

// The real app in real Electron. No pictures or traces: what the tests type must not end up in files.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  // Only the aliases that hold at run time: the compiler's own lead some modules to their types.
  tsconfig: 'tests/e2e/tsconfig.playwright.json',
  outputDir: 'test-results',
  globalSetup: './tests/fixtures/run-folder.ts',
  // Both end what hangs, and nothing else: a slow or busy computer takes several times as long as a quiet one.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: 'walks', testMatch: walks },
    { name: 'windows', testIgnore: walks },
  ],
  forbidOnly: true,
  use: { screenshot: 'off', trace: 'off', video: 'off' },
  reporter: [['list']],
});
