import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { settings } from '../../electron/backend/db/records-schema.ts';
import { checkVault } from '../../electron/backend/vault/check-vault.ts';
import { openVault } from '../../electron/backend/vault/open-vault.ts';
import { databaseDeps } from '../fixtures/database-deps.ts';
import {
  copyOfVault,
  openCode,
  openForTest,
  passphrase,
  unwrap,
  vaultDeps,
  vaultTemplate,
} from '../fixtures/made-vault.ts';

const root = resolve(import.meta.dirname, '../..');
const next = 'pisang goreng hangat di teras 42';
let bundle = '';

// Each derivation of a key takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
beforeAll(async () => {
  await vaultTemplate();
  // Below node_modules, so that the bundle finds the packages.
  bundle = mkdtempSync(join(root, 'node_modules', '.bilik-fault-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias: { '@shared': join(root, 'shared') } },
    build: { ssr: join(root, 'tests/fixtures/vault-child.ts'), outDir: bundle, target: 'node20' },
  });
});
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

/** Runs the child until `killWhen` says so of what it has said; answers all that it said. */
const runUntil = (task: 'write' | 'change', dir: string, delay: (said: readonly string[]) => number | undefined) =>
  new Promise<string[]>((done) => {
    const child = spawn(
      process.execPath,
      [join(bundle, 'vault-child.js'), task, dir, databaseDeps.resourcesFolder, passphrase, next],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let text = '';
    let killing = false;
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString();
      const wait = killing ? undefined : delay(text.split('\n').slice(0, -1));
      if (wait === undefined) return;
      killing = true;
      setTimeout(() => child.kill('SIGKILL'), wait);
    });
    child.on('close', () => done(text.split('\n').slice(0, -1)));
  });

it('loses no acknowledged write when killed', async () => {
  let acknowledged = 0;
  for (const count of [1, 20, 60]) {
    const dir = await copyOfVault();
    const said = await runUntil('write', dir, (lines) => (lines.length > count ? 0 : undefined));
    const written = said.filter((line) => /^\d+$/.test(line));
    acknowledged += written.length;
    const vault = await openForTest(dir);
    const kept = new Set(
      vault.records
        .select()
        .from(settings)
        .all()
        .map(({ key }) => key),
    );
    expect(written.filter((line) => !kept.has(`uji${line}`))).toEqual([]);
    vault.close();
    expect(unwrap(await checkVault(vaultDeps, { dir, passphrase })).findings).toEqual([]);
  }
  expect(acknowledged).toBeGreaterThan(80);
});

it('opens by the old or the new passphrase when killed during a change', async () => {
  let _changes = 0;
  // The change takes about two derivations of the key; the kills fall before, between and at the writes.
  for (const milliseconds of [1000, 2000, 2300]) {
    const dir = await copyOfVault();
    const said = await runUntil('change', dir, (lines) => (lines.includes('open') ? milliseconds : undefined));
    const withNew = await openVault(vaultDeps, { dir, passphrase: next });
    if (withNew.ok) {
      _changes += 1;
      withNew.value.close();
    } else {
      expect(said).not.toContain('changed');
      expect(await openCode(dir)).toBe('ok');
    }
  }
});
