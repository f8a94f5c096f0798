import { defineConfig } from '@playwright/test';
import { appEnv, readRuntime } from './scripts/lib/runtime.mjs';

// So that `npx playwright test` alone finds the runtime too.
const runtime = readRuntime();
if (runtime) Object.assign(process.env, appEnv(process.env, runtime));

// The real app in real Electron. No pictures or traces: what the tests type must not end up in files.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  use: { screenshot: 'off', trace: 'off', video: 'off' },
  reporter: [['list']],
});
