import { beforeAll, expect, it } from 'vitest';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { type IdentityProgress, replaceIdentity } from '../../../electron/backend/vault/replace-identity.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { Random } from '../../../shared/kernel/ports.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { closing } from '../../fixtures/closing.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { passphrase } from '../../fixtures/made-vault.ts';
import { codeOf, unwrap } from '../../fixtures/results.ts';
import { makeSampleVault, openSampleVault } from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

beforeAll(cheapKeys);

// How far another identity is, and where it may still be broken off.

const made = async (): Promise<OpenVault> => {
  const { vault } = await makeSampleVault(vaultDeps, temporaryFolder());
  return closing(vault);
};

/** The identities of a vault that is closed and opened again, the present one first; and what is wrong with it. */
const afterwards = async (vault: OpenVault) => {
  vault.close();
  const { findings } = unwrap(await checkVault(vaultDeps, { dir: vault.dir, passphrase }));
  const again = await openSampleVault(vaultDeps, vault.dir);
  const keys = [Buffer.from(again.publicKey).toString('hex'), ...again.formerKeys];
  again.close();
  return { keys, findings, notices: again.notices };
};

it('is broken off at every step before the key files are written, and at none after', async () => {
  const steps: IdentityProgress['step'][] = [];
  const ends: Record<string, string> = {};
  for (const cut of ['none', 'preparing', 'sealing', 'ending'] as const) {
    const vault = await made();
    const before = Buffer.from(vault.publicKey).toString('hex');
    const controller = new AbortController();
    const replaced = await replaceIdentity(vaultDeps, vault, {
      passphrase,
      reason: 'compromised',
      signal: controller.signal,
      onProgress: ({ step, done, total }) => {
        expect([done, total]).toEqual([['preparing', 'sealing', 'ending'].indexOf(step), 4]);
        if (cut === 'none') steps.push(step);
        if (step === cut) controller.abort();
      },
    });
    ends[cut] = codeOf(replaced);
    const present = Buffer.from(vault.publicKey).toString('hex');
    expect(present === before, cut).toBe(!replaced.ok);
    const { keys, ...found } = await afterwards(vault);
    expect(keys, cut).toEqual(replaced.ok ? [present, before] : [before]);
    expect(found, cut).toEqual({ findings: [], notices: [] });
  }
  expect(steps).toEqual(['preparing', 'sealing', 'ending']);
  expect(ends).toEqual({ none: 'ok', preparing: 'rotationCancelled', sealing: 'rotationCancelled', ending: 'ok' });
});

/** Calls on a vault whose other keys are drawn and written while something is asked. */
const watchedCalls = (vault: OpenVault, on: { readonly drawn?: () => void; readonly written?: () => void }) => {
  const calls = callsOn(vault);
  calls.host.passphrase = passphrase;
  const { desk } = calls.context;
  const random: Random = {
    bytes: (length) => {
      on.drawn?.();
      return desk.deps.random.bytes(length);
    },
  };
  const rename: typeof desk.deps.fs.rename = async (from, to) => {
    on.written?.();
    await desk.deps.fs.rename(from, to);
  };
  const deps = { ...desk.deps, random, fs: { ...desk.deps.fs, rename } };
  Object.assign(calls.context, { desk: { ...desk, deps } });
  return calls;
};

it('tells the page how far it is, and is broken off by it', async () => {
  const vault = await made();
  const told: Promise<unknown>[] = [];
  const look = () => told.push(calls.get('keys.status', {}));
  const calls = watchedCalls(vault, { drawn: look, written: look });
  expect(await calls.code('keys.replaceIdentity', { reason: 'replaced' })).toBe('ok');
  const seen = new Set((await Promise.all(told)).map((status) => JSON.stringify(status)));
  const status = (step: string, done: number) =>
    JSON.stringify({ sheetConfirmed: true, isHalf: false, rotation: { step, done, total: 4, of: 'identity' } });
  expect([...seen]).toEqual([status('sealing', 1), status('ending', 2)]);
  expect(await calls.get('keys.status', {})).toEqual({ sheetConfirmed: true, isHalf: false, rotation: null });
  const breaking = watchedCalls(vault, { drawn: () => void breaking.get('keys.cancelRotation', {}) });
  expect(await breaking.code('keys.replaceIdentity', { reason: 'replaced' })).toBe('rotationCancelled');
  expect(vault.formerKeys).toHaveLength(1);
});
