import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openVault } from '../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../electron/backend/vault/recover-vault.ts';
import type { OpenVault } from '../../electron/backend/vault/vault.ts';
import { closing } from '../fixtures/closing.ts';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { observeCalls, observeFile, observeOpened, observePackage, observeRows } from '../fixtures/released/observe.ts';
import { codeOf, unwrap } from '../fixtures/results.ts';
import { callsIn } from '../fixtures/vault-calls.ts';
import { vaultDeps } from '../fixtures/vault-deps.ts';

// Whatever a released version wrote opens, folds and verifies as it did then (tests/fixtures/released/README.md).

// Each vault is opened with its passphrase: a second of work, more on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const root = resolve(import.meta.dirname, '../fixtures/released');

interface Recorded {
  readonly vaults: readonly {
    readonly name: string;
    readonly passphrase: string;
    readonly recovery: string;
    readonly rows: Awaited<ReturnType<typeof observeRows>>;
    readonly seen: Awaited<ReturnType<typeof observeCalls>>;
  }[];
  /** What each vault said of each package, and what `bilik verify` found in it with the identities of its receiver. */
  readonly packages: readonly {
    readonly file: string;
    readonly by: Readonly<Record<string, object>>;
    readonly opened: { readonly to: string; readonly said: Awaited<ReturnType<typeof observeOpened>> };
  }[];
  readonly files: readonly { readonly folder: string; readonly said: Awaited<ReturnType<typeof observeFile>> }[];
}

const versions = readdirSync(root).filter((name) => existsSync(join(root, name, 'index.json')));

const opened = async (dir: string, passphrase: string): Promise<OpenVault> => {
  const vault = unwrap(await openVault(vaultDeps, { dir, passphrase }));
  return closing(vault);
};

it('there is a folder for the version before this one', () => {
  expect(versions).toContain('0.3');
});

describe.each(versions)('what version %s left', (version) => {
  const folder = join(root, version);
  const { vaults, packages, files }: Recorded = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const copyOf = (name: string): string => {
    const dir = join(temporaryFolder(), name);
    cpSync(join(folder, 'vaults', name), dir, { recursive: true });
    return dir;
  };

  it.each(vaults)('the vault of the $name opens, holds what it held and judges packages as it did', async (vault) => {
    const open = await opened(copyOf(vault.name), vault.passphrase);
    expect(observeRows(open)).toEqual(vault.rows);
    const calls = callsIn(temporaryFolder(), open);
    expect(await observeCalls(calls)).toEqual(vault.seen);
    for (const { file, by } of packages) {
      expect({ file, said: await observePackage(calls, join(folder, 'packages', file)) }).toEqual({
        file,
        said: by[vault.name],
      });
    }
    const identity = join(temporaryFolder(), 'identity.txt');
    for (const { file, opened: recorded } of packages) {
      const found = await observeOpened(open, join(folder, 'packages', file), identity);
      // What it says more today is not looked at.
      expect({ file, found }).toMatchObject({
        file,
        found: recorded.to === vault.name ? recorded.said : { exitCode: 2, verdict: 'unreadable' },
      });
    }
  });

  it('a vault opens by its recovery sheet and gets a new passphrase', async () => {
    const [{ name, recovery, rows } = expect.fail('no vault')] = vaults;
    const dir = copyOf(name);
    const newPassphrase = 'lampu minyak di beranda belakang 41';
    const recovered = unwrap(await recoverVault(vaultDeps, { dir, code: recovery, newPassphrase }));
    expect(Buffer.from(recovered.publicKey).toString('hex')).toBe(rows.keyOf);
    recovered.close();
    expect(codeOf(await openVault(vaultDeps, { dir, passphrase: vaults[0]?.passphrase ?? '' }))).toBe(
      'wrongPassphrase',
    );
  });

  it.each(files)('$folder/$said.file is told as it was', async ({ folder: kind, said }) => {
    expect(await observeFile(join(folder, kind, said.file))).toEqual(said);
  });

  it('every paper is signed by whom its directory knows', async () => {
    const directory = join(folder, 'directory', 'instansi.direktori');
    for (const name of readdirSync(join(folder, 'documents'))) {
      const said = await observeFile(join(folder, 'documents', name), '--directory', directory);
      expect([name, said.exitCode, said.verdict]).toEqual([name, 0, 'valid']);
    }
  });

  it('every file of the folder is among those that are looked at', () => {
    const listed = (kind: string): string[] =>
      files.filter((file) => file.folder === kind).map(({ said }) => said.file);
    for (const kind of ['directory', 'documents', 'audit']) {
      expect(readdirSync(join(folder, kind)).sort()).toEqual(listed(kind).sort());
    }
    expect(readdirSync(join(folder, 'packages')).sort()).toEqual(packages.map(({ file }) => file).sort());
    expect(readdirSync(join(folder, 'vaults')).sort()).toEqual(vaults.map(({ name }) => name).sort());
  });

  it('a changed byte does not pass, in a vault, on paper, in a package, card or trail', async () => {
    const flip = (file: string, at: number): void => {
      const bytes = readFileSync(file);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    };
    const changed = (kind: string, file: string, at: number): string => {
      const copy = join(temporaryFolder(), file);
      cpSync(join(folder, kind, file), copy);
      flip(copy, at);
      return copy;
    };
    const [{ name, passphrase } = expect.fail('no vault')] = vaults;
    const [{ file } = expect.fail('no package')] = packages.filter(({ opened: { to } }) => to === name);
    const open = await opened(copyOf(name), passphrase);
    const identity = join(temporaryFolder(), 'identity.txt');
    expect((await observeOpened(open, changed('packages', file, 900), identity)).verdict).toBe('invalid');
    expect((await observeFile(changed('documents', 'laporan.pdf', 300))).verdict).toBe('invalid');
    for (const [kind, there] of [
      ['directory', 'head.kartu'],
      ['directory', 'instansi.direktori'],
      ['directory', 'assessor.undangan'],
      ['audit', 'head-records.audit'],
    ] as const) {
      const middle = Math.floor(statSync(join(folder, kind, there)).size / 2);
      expect([there, (await observeFile(changed(kind, there, middle))).verdict]).toEqual([there, 'invalid']);
    }
    const dir = copyOf(name);
    flip(join(dir, 'records.db'), 5000);
    expect(codeOf(await openVault(vaultDeps, { dir, passphrase }))).toBe('databaseDamaged');
  });
});
