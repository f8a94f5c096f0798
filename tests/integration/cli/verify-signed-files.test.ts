import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { keyFingerprint } from '../../../electron/backend/crypto/key-fingerprint.ts';

import { writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { invitationFile } from '../../../electron/backend/identity/make-invitation.ts';
import { ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import { revokeKey } from '../../../electron/backend/identity/revoke-key.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { run } from '../../../electron/cli/run.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { testVault } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { asUnlocked, directoryOf, foundDirectory } from '../../fixtures/directory.ts';
import { unwrap, vaultDeps } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

const verify = async (...args: string[]) => {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: () => undefined,
    readPassphrase: async () => null,
  };
  const code = await run(['verify', ...args], vaultDeps, terminal);
  return { code, out };
};

const fileOf = (name: string, bytes: Uint8Array | string): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
};

let officer: OpenVault;
let counsellor: OpenVault;
beforeEach(async () => {
  officer = await testVault(people.personnelOfficer, ['personnelOfficer']);
  counsellor = await testVault(people.counsellor, ['counsellor']);
  await foundDirectory(officer, [{ vault: counsellor, roles: ['counsellor'] }]);
});

const keyOf = (vault: OpenVault): string => toHex(vault.publicKey);
const invitation = (): Uint8Array =>
  invitationFile(asUnlocked(officer), directoryOf(officer), '1'.repeat(32), {
    person: people.assessor,
    roles: ['assessor'],
  });

describe('bilik verify', () => {
  it('says whose card it is, with fingerprint and ten words', async () => {
    const file = fileOf('bilik.kartu', await ownCardFile(asUnlocked(counsellor)));
    const { code, out } = await verify(file);
    expect(code).toBe(0);
    expect(out).toContain('KARTU IDENTITAS SAH');
    expect(out).toContain(people.institution);
    expect(out).toContain(`Kunci penanda tangan: ${keyFingerprint(keyOf(counsellor))}`);
    expect(out).toContain(wordsOfKey(keyOf(counsellor)).join(' '));
    expect(out).toContain(`${people.counsellor.name} (Konselor)`);
    expect(out).toContain('Tidak diperiksa: apakah kunci itu benar milik yang tertulis.');
    expect((await verify('--lang', 'en', file)).out).toContain('VALID IDENTITY CARD');
  });

  it('lists the members of a directory and who has no key any more', async () => {
    const entry = directoryOf(officer).directory.entries[1]!;
    unwrap(revokeKey(asUnlocked(officer), { entryId: entry.entryId, key: keyOf(counsellor), reason: 'left' }));
    const file = fileOf('bilik.direktori', directoryOf(officer).file);
    const { code, out } = await verify(file);
    expect(code).toBe(0);
    expect(out).toContain('Versi 3, 2 orang');
    expect(out).toContain(
      `${people.personnelOfficer.name} (Petugas kepegawaian), kunci ${keyFingerprint(keyOf(officer))}`,
    );
    expect(out).toContain(`${people.counsellor.name} (Konselor), tanpa kunci yang berlaku`);
  });

  it('reads an invitation', async () => {
    const { code, out } = await verify(fileOf('bilik.undangan', invitation()));
    expect(code).toBe(0);
    expect(out).toContain('AJAKAN BERGABUNG SAH');
    expect(out).toContain(`${people.assessor.name} (Pejabat Penilai Kinerja)`);
    expect(out).not.toContain(people.assessor.nip);
  });

  it('says the same as JSON, whatever a file is called', async () => {
    const files = [
      fileOf('a.txt', await ownCardFile(asUnlocked(counsellor))),
      fileOf('b.txt', directoryOf(officer).file),
      fileOf('c.txt', invitation()),
    ];
    const { code, out } = await verify('--json', ...files);
    expect(code).toBe(0);
    const words = wordsOfKey(keyOf(officer));
    expect(JSON.parse(out)).toMatchObject([
      { file: files[0], kind: 'card', verdict: 'valid', name: people.counsellor.name, roles: ['counsellor'] },
      { file: files[1], kind: 'directory', serial: 2, words, members: [{}, { roles: ['counsellor'] }] },
      { file: files[2], kind: 'invitation', words, findings: ['wordsNotCompared'] },
    ]);
  });

  it('answers 1 for what was changed', async () => {
    const file = await ownCardFile(asUnlocked(counsellor));
    file[file.length - 40] = (file[file.length - 40] ?? 0) ^ 1;
    const { code, out } = await verify(fileOf('bilik.kartu', file));
    expect(code).toBe(1);
    expect(out).toContain('TIDAK SAH');
    expect(out).toContain('Isinya berubah sesudah ditandatangani');
    const { payload } = JSON.parse(new TextDecoder().decode(invitation()));
    const content = JSON.parse(Buffer.from(payload, 'base64').toString());
    const foreign = fileOf('bilik.undangan', writeSignedFile('invitation', content, counsellor));
    const { out: json, code: foreignCode } = await verify(foreign, '--json');
    expect(foreignCode).toBe(1);
    expect(JSON.parse(json)).toEqual([
      { file: foreign, kind: 'signedFile', verdict: 'invalid', findings: ['changed'] },
    ]);
  });

  it('answers 2 for what only bears the name, and what is too large', async () => {
    const garbage = await verify(fileOf('bilik.kartu', 'bukan kartu'));
    expect(garbage).toMatchObject({
      code: 2,
      out: expect.stringContaining('bukan kartu, direktori, atau ajakan bergabung'),
    });
    const large = await verify(fileOf('bilik.direktori', Buffer.alloc(12 * 1024 * 1024 + 1)));
    expect(large).toMatchObject({ code: 2, out: expect.stringContaining('terlalu besar') });
  });

  it('keeps control characters of names off the terminal', async () => {
    const vault = await testVault({ ...people.counsellor, name: 'Nama\u001b[2J Palsu' }, ['counsellor']);
    const { out } = await verify(fileOf('bilik.kartu', await ownCardFile(asUnlocked(vault))));
    expect(out).toContain('Nama[2J Palsu');
  });
});
