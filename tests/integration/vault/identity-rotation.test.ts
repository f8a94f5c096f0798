import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { audit } from '../../../electron/backend/db/records-schema.ts';
import { isRoot, settleIdentityNow } from '../../../electron/backend/desk/new-identity.ts';
import { replacedKeysHere } from '../../../electron/backend/identity/own-keys.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { replaceIdentity } from '../../../electron/backend/vault/replace-identity.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { unsealKeyFile } from '../../../electron/backend/vault/unseal-key-files.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { encodeKeys } from '../../../electron/backend/vault/vault-keys.ts';
import type { AtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { closing } from '../../fixtures/closing.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { failing } from '../../fixtures/failing-calls.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { passphrase } from '../../fixtures/made-vault.ts';
import { codeOf, unwrap } from '../../fixtures/results.ts';
import { makeSampleVault, openSampleVault } from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { writable } from '../../fixtures/writable.ts';

beforeAll(cheapKeys);

// Another identity of an open vault, by its files: what opens it, by what it signs, and what is left of the one before.

const made = async () => {
  const { vault, recoveryIdentity } = await makeSampleVault(vaultDeps, temporaryFolder());
  return { vault: closing(vault), recoveryIdentity };
};

const keyOf = (vault: OpenVault): string => toHex(vault.publicKey);
const settle = (vault: OpenVault) => unwrap(settleIdentityNow(unlockedOf({ vault, ...vaultDeps })));
const input = {
  passphrase,
  reason: 'compromised' as const,
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

const formatOf = async (dir: string): Promise<string> => {
  const { keys } = unwrap(await unsealKeyFile(readFileSync(join(dir, 'key.age')), passphrase));
  return JSON.parse(new TextDecoder().decode(encodeKeys(keys))).format;
};

const kindsOf = (vault: OpenVault): string[] =>
  vault.records
    .select()
    .from(audit)
    .all()
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('identity') || kind === 'epochRenewed');

it('gives an open vault other keys, which it has when it is opened again; the ones before stay with it', async () => {
  const { vault } = await made();
  const before = { key: keyOf(vault), keys: copyOfKeys(vault.keys) };
  expect(await formatOf(vault.dir)).toBe('bilik/keys/v1');
  unwrap(await replaceIdentity(vaultDeps, vault, input));
  settle(vault);
  const after = keyOf(vault);
  expect(after).not.toBe(before.key);
  expect(vault.formerKeys).toEqual([before.key]);
  expect(vault.keys.receivingIdentities).toHaveLength(2);
  expect(vault.keys.receivingIdentities[1]).toBe(before.keys.receivingIdentities[0]);
  expect(vault.keys.documentKey).not.toEqual(before.keys.documentKey);
  expect(vault.keys.recordsKey).toEqual(before.keys.recordsKey);
  expect(kindsOf(vault)).toEqual(['identityKeysMade', 'identityReplaced', 'epochRenewed']);
  vault.close();
  expect(await formatOf(vault.dir)).toBe('bilik/keys/v2');
  expect(unwrap(await checkVault(vaultDeps, { dir: vault.dir, passphrase })).findings).toEqual([]);
  const again = closing(await openSampleVault(vaultDeps, vault.dir));
  expect(again.notices).toEqual([]);
  expect([keyOf(again), ...again.formerKeys]).toEqual([after, before.key]);
  // It speaks once.
  settle(again);
  expect(kindsOf(again)).toHaveLength(3);
  expect(replacedKeysHere(again.records)).toMatchObject([{ key: before.key, by: after, reason: 'compromised' }]);
});

it('does so again, and the keys stand in one line', async () => {
  const { vault } = await made();
  const keys = [keyOf(vault)];
  for (const reason of ['replaced', 'compromised'] as const) {
    unwrap(await replaceIdentity(vaultDeps, vault, { ...input, reason }));
    keys.unshift(keyOf(vault));
  }
  // Neither was told before: both speak, each of the next one.
  settle(vault);
  expect(replacedKeysHere(vault.records)).toMatchObject([
    { key: keys[1], by: keys[0], reason: 'compromised' },
    { key: keys[2], by: keys[1], reason: 'replaced' },
  ]);
});

it('asks for the passphrase, and changes nothing without it', async () => {
  const { vault } = await made();
  const [key, file] = [keyOf(vault), readFileSync(join(vault.dir, 'key.age'))];
  expect(codeOf(await replaceIdentity(vaultDeps, vault, { ...input, passphrase: 'salah sekali 99' }))).toBe(
    'wrongPassphrase',
  );
  expect([keyOf(vault), readFileSync(join(vault.dir, 'key.age'))]).toEqual([key, file]);
  expect(isRoot(vault, vault.records)).toBe(false);
});

it('leaves the sheet good', async () => {
  const { vault, recoveryIdentity } = await made();
  unwrap(await replaceIdentity(vaultDeps, vault, input));
  const key = keyOf(vault);
  vault.close();
  const recovery = { dir: vault.dir, code: recoveryIdentity, newPassphrase: 'pisang goreng hangat di teras 42' };
  expect(keyOf(closing(unwrap(await recoverVault(vaultDeps, recovery))))).toBe(key);
});

const callsOfAll = async (): Promise<number> => {
  const { vault } = await made();
  const { deps, calls } = failing(Number.POSITIVE_INFINITY, false);
  unwrap(await replaceIdentity(deps, vault, input));
  return calls();
};

for (const forGood of [false, true]) {
  it(`has the old identity or the new one when ${forGood ? 'every call from the Nth on fails' : 'a single call fails'}`, async () => {
    const all = await callsOfAll();
    expect(all).toBeGreaterThan(6);
    const ends = new Set<string>();
    for (let nth = 1; nth <= all; nth += 1) {
      const { vault, recoveryIdentity } = await made();
      const before = keyOf(vault);
      const code = codeOf(await replaceIdentity(failing(nth, forGood).deps, vault, input));
      const present = keyOf(vault);
      // It is used on at once by the identity that it says to have.
      expect(present === before, `call ${nth}`).toBe(code !== 'ok');
      vault.close();
      const copy = join(temporaryFolder(), 'Brankas Contoh');
      cpSync(vault.dir, copy, { recursive: true });
      const again = await openSampleVault(vaultDeps, vault.dir);
      const own = [keyOf(again), ...again.formerKeys];
      expect(own, `call ${nth}`).toContain(present);
      expect(own, `call ${nth}`).toContain(before);
      settle(again);
      expect(replacedKeysHere(again.records).map(({ key }) => key)).toEqual(again.formerKeys);
      ends.add(`${code} ${again.formerKeys.length}`);
      again.close();
      expect(unwrap(await checkVault(vaultDeps, { dir: vault.dir, passphrase })).findings, `call ${nth}`).toEqual([]);
      const recovered = await recoverVault(vaultDeps, { dir: copy, code: recoveryIdentity, newPassphrase: passphrase });
      expect([keyOf(unwrap(recovered)), ...unwrap(recovered).formerKeys], `call ${nth}`).toContain(before);
      unwrap(recovered).close();
      expect(codeOf(await openVault(vaultDeps, { dir: copy, passphrase }).then(closed)), `call ${nth}`).toBe('ok');
    }
    expect([...ends].some((end) => end.endsWith(' 0'))).toBe(true);
  });
}

const closed = (opened: Awaited<ReturnType<typeof openVault>>) => {
  if (opened.ok) opened.value.close();
  return opened;
};

it('locks at once when the list of what the former key signed cannot be written, and the next opening writes it', async () => {
  const { vault } = await made();
  const calls = callsOn(vault);
  calls.host.passphrase = passphrase;
  const former = keyOf(vault);
  const locked: string[] = [];
  const { desk, session } = calls.context;
  // The disk is full once the key files are there.
  const rename: AtomicFs['rename'] = async (from, to) => {
    await vaultDeps.fs.rename(from, to);
    if (String(to).endsWith('recovery.age')) writable(vault.records).run(sql.raw('PRAGMA query_only = ON'));
  };
  const lock = async (reason: string): Promise<void> => {
    locked.push(reason);
    vault.close();
  };
  Object.assign(calls.context, {
    desk: { ...desk, deps: { ...desk.deps, fs: { ...desk.deps.fs, rename } } },
    session: { ...session, lock },
  });
  const replacing = calls.code('keys.replaceIdentity', { reason: 'compromised' });
  expect([await replacing, locked]).toEqual(['identityUnended', ['identityUnended']]);
  const again = closing(await openSampleVault(vaultDeps, vault.dir));
  expect([again.formerKeys, kindsOf(again)]).toEqual([[former], ['identityKeysMade']]);
  settle(again);
  expect(kindsOf(again)).toEqual(['identityKeysMade', 'identityReplaced', 'epochRenewed']);
});
