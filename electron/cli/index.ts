/** Entry of the `bilik` command: plain Node, the same backend as the app, no Electron. */
import { resolve } from 'node:path';
import { systemClock } from '../backend/crypto/clock.ts';
import { systemRandom } from '../backend/crypto/random.ts';
import { nodeAtomicFs } from '../backend/vault/write-atomically.ts';
import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

const deps = {
  clock: systemClock,
  random: systemRandom,
  fs: nodeAtomicFs,
  database: {
    sqliteBinding: process.env.BILIK_SQLITE_BINDING || undefined,
    // Built to out/main/bilik.js, two folders below the resources.
    resourcesFolder: resolve(import.meta.dirname, '../../resources'),
  },
};

process.exitCode = await run(process.argv.slice(2), deps, processTerminal);
