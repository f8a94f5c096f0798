import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { unfinishedExportsOf } from '../../../electron/backend/export/unfinished-exports.ts';
import { readSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { exportReceiving } from '../../../electron/backend/identity/export-receiving.ts';
import { holderCertificate } from '../../../electron/backend/papers/holder-certificate.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { asUnlocked, directoryOf, foundDirectory } from '../../fixtures/directory.ts';
import { passphrase, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { newDesk, saved } from './support.ts';

/** SHA-256 of the public key in the certificate that the vault's documents are signed with. */
const certificateKeyHash = (vault: OpenVault): string => {
  const { certificate } = unwrap(holderCertificate(asUnlocked(vault)));
  const spki = new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(spki).digest('hex');
};

const officerDesk = () => newDesk(people.personnelOfficer, ['personnelOfficer']);

describe('exporting the card', () => {
  it('saves what the vault says of itself', async () => {
    const { calls, vault, key, audited } = await officerDesk();
    const file = await saved(calls, () => calls.get('identity.exportCard', {}));
    const { payload } = unwrap(readSignedFile('card', file));
    expect(payload).toMatchObject({
      key,
      vaultId: vault.instanceId,
      recipient: await identityToRecipient(vault.keys.receivingIdentities[0] ?? ''),
      documentKey: certificateKeyHash(vault),
      roles: ['personnelOfficer'],
      institution: people.institution,
      invitationId: null,
      person: { name: people.personnelOfficer.name, nipTail: '999' },
    });
    expect(file.toString()).not.toContain(people.personnelOfficer.nip);
    expect(audited()).toEqual(['cardExported']);
  });

  it('offers a name that tells nothing, and writes nothing when it is cancelled', async () => {
    const { calls, audited } = await officerDesk();
    const asked: string[] = [];
    const { ask } = calls.context.host;
    Object.assign(calls.context.host, {
      ask: (kind: never, value: { defaultPath?: string }) => {
        asked.push(value.defaultPath ?? '');
        return ask(kind, value as never);
      },
    });
    calls.host.saveTarget = null;
    expect(await calls.get('identity.exportCard', {})).toEqual({ saved: false });
    expect(asked.map((path) => basename(path))).toEqual([expect.stringMatching(/^bilik-[0-9a-f]{8}\.kartu$/)]);
    expect(audited()).toEqual([]);
  });

  it('says when the place cannot be written; that it was to leave is recorded before', async () => {
    const { calls, audited } = await officerDesk();
    const blocked = join(temporaryFolder(), 'berkas');
    writeFileSync(blocked, '');
    calls.host.saveTarget = join(blocked, 'kartu');
    expect(await calls.code('identity.exportCard', {})).toBe('exportFailed');
    expect(audited()).toEqual(['cardExported']);
  });
});

describe('exporting the directory', () => {
  it('saves the file as it was published, by any member', async () => {
    const officer = await officerDesk();
    const counsellor = await newDesk(people.counsellor, ['counsellor']);
    expect(await counsellor.calls.code('directory.export', {})).toBe('noDirectory');
    await foundDirectory(officer.vault, [{ vault: counsellor.vault, roles: ['counsellor'] }]);
    const { calls } = counsellor;
    const file = await saved(calls, () => calls.get('directory.export', {}));
    expect(file.equals(directoryOf(officer.vault).file)).toBe(true);
    expect(counsellor.audited().at(-1)).toBe('directoryExported');
  });
});

describe('exporting the receiving identity', () => {
  const identities = (vault: OpenVault): readonly string[] => vault.keys.receivingIdentities;

  it('gives an age identity file, bare only when no passphrase is wanted', async () => {
    const { calls, vault, audited } = await officerDesk();
    const file = await saved(calls, () => calls.get('identity.exportReceiving', { protection: 'none' }));
    const lines = file.toString().trimEnd().split('\n');
    expect(lines[0]).toMatch(/^# created: \d{4}-\d{2}-\d{2}T/);
    expect(lines.filter((line) => !line.startsWith('#'))).toEqual(identities(vault));
    expect(lines).toContain(`# public key: ${await identityToRecipient(identities(vault)[0] ?? '')}`);
    expect(audited()).toEqual(['receivingIdentityExported']);
  });

  it('refuses a passphrase that is easily guessed', async () => {
    const { calls, audited } = await officerDesk();
    for (const weak of ['pendek', 'passwordpassword', `${people.personnelOfficer.name}`]) {
      calls.host.chosen = weak;
      expect(await calls.code('identity.exportReceiving', { protection: 'passphrase' })).toBe('weakPassphrase');
    }
    expect(existsSync(calls.host.saveTarget ?? '')).toBe(false);
    expect(audited()).toEqual([]);
  });

  it('is encrypted by the passphrase, and holds every identity that the vault ever had', async () => {
    const { vault } = await officerDesk();
    const keys = { ...vault.keys, receivingIdentities: [await generateX25519Identity(), ...identities(vault)] };
    const folder = temporaryFolder();
    const actor = asUnlocked(vault);
    const target = join(folder, 'identitas.age');
    const extensions: string[] = [];
    const done = await exportReceiving(
      { ...actor, vault: { ...vault, keys } },
      {
        fs: nodeAtomicFs,
        random: systemRandom,
        unfinished: unfinishedExportsOf(vault),
        folder,
        workFactor: 4,
        chooseTarget: async (_path, extension) => {
          extensions.push(extension);
          return target;
        },
      },
      { passphrase },
    );
    expect(done).toEqual({ ok: true, value: { saved: true } });
    expect(extensions).toEqual(['age']);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const text = await decrypter.decrypt(new Uint8Array(readFileSync(target)), 'text');
    expect(text.split('\n').filter((line) => line.startsWith('AGE-SECRET-KEY-1'))).toEqual(keys.receivingIdentities);
    expect(readFileSync(target).includes('AGE-SECRET-KEY')).toBe(false);
    expect(readdirSync(folder)).toEqual(['identitas.age']);
  });
});

describe('dialogs', () => {
  it('choose an invitation, and what comes from other vaults', async () => {
    const { calls } = await officerDesk();
    const path = join(temporaryFolder(), 'a.undangan');
    writeFileSync(path, 'abc');
    calls.host.files = [path, path];
    expect(await calls.get('dialog.chooseInvitation', {})).toMatchObject({ name: 'a.undangan', size: 3 });
    expect(await calls.get('dialog.chooseFiles', { purpose: 'exchange' })).toHaveLength(2);
    const proposed = calls.host.dialogs.map(({ filters }) => filters);
    // Mail and shares rename what they do not know: parts of packages are seen under those names too.
    expect(proposed[1]?.[0]?.extensions).toEqual(expect.arrayContaining(['paket', 'kartu', 'bin', 'zip']));
    for (const filters of proposed) expect(filters.at(-1)).toEqual({ name: 'Semua berkas', extensions: ['*'] });
    calls.host.files = [];
    expect(await calls.get('dialog.chooseInvitation', {})).toBeNull();
    calls.host.files = ['/tidak/ada'];
    expect(await calls.get('dialog.chooseInvitation', {})).toBeNull();
  });
});
