import { defineConfig } from '@playwright/test';

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
