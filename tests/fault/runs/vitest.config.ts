import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { bindingFor, readRuntime } from '../../../scripts/lib/runtime.mjs';

const root = resolve(import.meta.dirname, '../../..');
const runtime = readRuntime();
const binding = runtime ? bindingFor(Number(process.versions.napi), runtime) : null;

/** The runs of `npm run fault`, one at a time; it sets their limits of time and memory. */
export default defineConfig({
  root,
  resolve: { alias: { '@shared': resolve(root, 'shared') } },
  test: {
    include: ['tests/fault/runs/*.fault.ts'],
    globalSetup: ['tests/fixtures/run-folder.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 0,
    hookTimeout: 0,
    reporters: ['dot'],
    env: { TZ: 'Asia/Jakarta', ...(binding ? { BILIK_SQLITE_BINDING: binding } : {}) },
  },
});
