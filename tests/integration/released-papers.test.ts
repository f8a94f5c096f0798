import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { sha256 } from '../../electron/backend/crypto/hash.ts';
import { openVault } from '../../electron/backend/vault/open-vault.ts';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { unwrap } from '../fixtures/results.ts';
import { callsIn } from '../fixtures/vault-calls.ts';
import { vaultDeps } from '../fixtures/vault-deps.ts';

// A paper that a released version made and kept stays what it was, its printed day with it: whoever opens, saves or
// prints it, in whichever zone, gets the very bytes that were kept (tests/fixtures/released/README.md).

// Each vault is opened with its passphrase: a second of work, more on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const root = resolve(import.meta.dirname, '../fixtures/released');
const here = process.env.TZ ?? '';

interface Recorded {
  readonly vaults: readonly { readonly name: string; readonly passphrase: string }[];
}

afterEach(() => {
  process.env.TZ = here;
});

const versions = readdirSync(root).filter((name) => existsSync(join(root, name, 'index.json')));

it.each(versions)('every paper of version %s leaves the vaults that keep it byte for byte', async (version) => {
  const folder = join(root, version);
  const { vaults }: Recorded = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const kept = new Map<string, Uint8Array>();
  for (const [at, { name, passphrase }] of vaults.entries()) {
    const dir = join(temporaryFolder(), name);
    cpSync(join(folder, 'vaults', name), dir, { recursive: true });
    const vault = unwrap(await openVault(vaultDeps, { dir, passphrase }));
    onTestFinished(() => vault.close());
    process.env.TZ = ['Asia/Jakarta', 'Asia/Jayapura', 'America/New_York'][at % 3];
    const calls = callsIn(temporaryFolder(), vault);
    for (const { documentId } of await calls.get('documents.list', {})) {
      calls.host.saveTarget = join(temporaryFolder(), 'kertas.pdf');
      await calls.get('documents.export', { documentIds: [documentId] });
      const bytes = readFileSync(calls.host.saveTarget);
      kept.set(sha256(bytes).toString('hex'), bytes);
    }
  }
  const papers = readdirSync(join(folder, 'documents')).map((name) => {
    const bytes = readFileSync(join(folder, 'documents', name));
    return { name, isKept: kept.get(sha256(bytes).toString('hex'))?.length === bytes.length };
  });
  expect(papers.filter(({ isKept }) => !isKept)).toEqual([]);
  expect(papers.length).toBeGreaterThan(0);
});
