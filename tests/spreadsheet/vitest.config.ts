import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

/** What LibreOffice makes of our files: started by `npm run spreadsheet`. */
export default defineConfig({
  root,
  resolve: { alias: { '@shared': resolve(root, 'shared') } },
  test: { include: ['tests/spreadsheet/*.test.ts'], testTimeout: 300_000, fileParallelism: false },
});
