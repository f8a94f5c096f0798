import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { desc } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { audit } from '../../../electron/backend/db/records-schema.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { replaceRecoverySheet } from '../../../electron/backend/vault/replace-recovery-sheet.ts';
import { rotateVaultKeys } from '../../../electron/backend/vault/rotate-vault-keys.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { closing } from '../../fixtures/closing.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { failing } from '../../fixtures/failing-calls.ts';
import { passphrase } from '../../fixtures/made-vault.ts';
import { codeOf, unwrap } from '../../fixtures/results.ts';
import { makeSampleVault, openSampleVault, rotationDepsOf, rotationInput } from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

beforeAll(cheapKeys);

const made = async (): Promise<{ readonly vault: OpenVault; readonly old: string; readonly next: string }> => {
  const { vault, recoveryIdentity } = await makeSampleVault(vaultDeps, temporaryFolder());
  closing(vault);
  return { vault, old: recoveryIdentity, next: await generateX25519Identity() };
};

/** What a sheet comes to on a copy of a vault. */
const opensBy = async (dir: string, code: string): Promise<string> => {
  const copy = join(temporaryFolder(), 'Brankas Contoh');
  cpSync(dir, copy, { recursive: true });
  const recovered = await recoverVault(vaultDeps, { dir: copy, code, newPassphrase: passphrase });
  if (recovered.ok) recovered.value.close();
  const again = await openVault(vaultDeps, { dir: copy, passphrase });
  if (again.ok) again.value.close();
  return `${codeOf(recovered)} ${codeOf(again)}`;
};

const findingsOf = async (dir: string) => unwrap(await checkVault(vaultDeps, { dir, passphrase })).findings;

it('opens the vault from now on, the old one no more', async () => {
  const { vault, old, next } = await made();
  const generation = vault.keys.generation;
  const keyFile = readFileSync(join(vault.dir, 'key.age'));
  unwrap(await replaceRecoverySheet(vaultDeps, vault, next));
  const last = vault.records.select().from(audit).orderBy(desc(audit.seq)).limit(1).get();
  expect([last?.kind, last?.subject]).toEqual(['recoverySheetMade', String(generation)]);
  vault.close();
  expect(readFileSync(join(vault.dir, 'key.age'))).toEqual(keyFile);
  expect([await opensBy(vault.dir, old), await opensBy(vault.dir, next)]).toEqual(['recoveryCodeForeign ok', 'ok ok']);
  expect(await findingsOf(vault.dir)).toEqual([]);
});

it('stays in force under other keys, and another passphrase', async () => {
  const { vault, next } = await made();
  unwrap(await replaceRecoverySheet(vaultDeps, vault, next));
  unwrap(await rotateVaultKeys(rotationDepsOf(vaultDeps), vault, rotationInput()));
  vault.close();
  expect(await opensBy(vault.dir, next)).toBe('ok ok');
});

it('does not open by an old recovery file that was put back', async () => {
  const { vault, old, next } = await made();
  const kept = join(dirname(vault.dir), 'recovery.age');
  copyFileSync(join(vault.dir, 'recovery.age'), kept);
  unwrap(await replaceRecoverySheet(vaultDeps, vault, next));
  vault.close();
  copyFileSync(kept, join(vault.dir, 'recovery.age'));
  expect(await opensBy(vault.dir, old)).toBe('recoveryCodeForeign ok');
  // The next opening by passphrase makes the file anew, for the sheet in force.
  (await openSampleVault(vaultDeps, vault.dir)).close();
  expect(await opensBy(vault.dir, next)).toBe('ok ok');
});

for (const forGood of [false, true]) {
  it(`leaves one sheet in force when ${forGood ? 'every call from the Nth on' : 'the Nth call'} fails`, async () => {
    let nth = 1;
    for (; ; nth += 1) {
      const { vault, old, next } = await made();
      const { deps, calls } = failing(nth, forGood);
      const code = codeOf(await replaceRecoverySheet(deps, vault, next));
      vault.close();
      const [byOld, byNew] = [await opensBy(vault.dir, old), await opensBy(vault.dir, next)];
      const expected = code === 'ok' ? ['recoveryCodeForeign ok', 'ok ok'] : ['ok ok', 'recoveryCodeForeign ok'];
      expect([byOld, byNew], `call ${nth}`).toEqual(expected);
      expect(await findingsOf(vault.dir), `call ${nth}`).toEqual([]);
      if (calls() < nth) break;
    }
    expect(nth).toBe(4);
  });
}

it('is ended or undone when it was cut off, and one of the two opens until then', async () => {
  for (const isWritten of [false, true]) {
    const { vault, old, next } = await made();
    // A copy of the vault as it stands while recovery.age is being replaced.
    const cut = join(temporaryFolder(), 'Brankas Contoh');
    const deps = {
      ...vaultDeps,
      fs: {
        ...vaultDeps.fs,
        rename: async (...args: Parameters<typeof vaultDeps.fs.rename>) => {
          if (isWritten) await vaultDeps.fs.rename(...args);
          cpSync(vault.dir, cut, { recursive: true });
          if (!isWritten) await vaultDeps.fs.rename(...args);
        },
      },
    };
    unwrap(await replaceRecoverySheet(deps, vault, next));
    vault.close();
    const [good, bad] = isWritten ? [next, old] : [old, next];
    expect([await opensBy(cut, good), await opensBy(cut, bad)]).toEqual(['ok ok', 'recoveryCodeForeign ok']);
    expect(await findingsOf(cut)).toEqual([]);
    const opened = await openSampleVault(vaultDeps, cut);
    expect(opened.notices).toEqual(['keyFilesMended']);
    opened.close();
    expect([await opensBy(cut, good), await opensBy(cut, bad)]).toEqual(['ok ok', 'recoveryCodeForeign ok']);
    expect(await findingsOf(cut)).toEqual([]);
  }
});
