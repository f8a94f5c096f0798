import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleChild, type ChildBundle } from '../../fixtures/child-bundle.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { fileOf, makeReceiver, samplePackage } from '../../fixtures/packages.ts';

let bilik: ChildBundle;
beforeAll(async () => {
  bilik = await bundleChild('electron/cli/index.ts');
});
afterAll(() => bilik.remove());

/** The command in the middle of unpacking: its package comes through a pipe, of which the end is kept back. */
const unpacking = async () => {
  const { identity, recipient } = await makeReceiver();
  const sealed = await fileOf(samplePackage({ acts: 1, blobs: [randomBytes(3_000_000)] }, recipient));
  const folder = temporaryFolder();
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('identitas.txt'), `${identity}\n`);
  execFileSync('mkfifo', [path('bilik-01234567.paket')]);
  const args = ['package', 'open', path('bilik-01234567.paket'), '--identity', path('identitas.txt')];
  const child = spawn(process.execPath, [bilik.program, ...args, '--out', path('isi')], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? code));
  });
  const pipe = await open(path('bilik-01234567.paket'), 'w');
  await pipe.write(sealed.subarray(0, 2_000_000));
  const found = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });
  await vi.waitFor(() => expect(found().some((name) => /^\.bilik-.*\/blobs\/./.test(name))).toBe(true), 60_000);
  return { child, ended, pipe, found };
};

describe('bilik package open', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing of a package behind when %s ends it',
    async (signal) => {
      const { child, ended, pipe, found } = await unpacking();
      child.kill(signal);
      expect(await ended).toBe(signal);
      await pipe.close();
      expect(found().sort()).toEqual(['bilik-01234567.paket', 'identitas.txt']);
    },
  );
});
