import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealWithPassphrase } from '../../../electron/backend/crypto/age.ts';
import { keyFingerprint } from '../../../electron/backend/crypto/key-fingerprint.ts';

import type { PackageSource } from '../../../electron/backend/formats/package/write-package.ts';
import { run } from '../../../electron/cli/run.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { people, samplePdf } from '../../fixtures/document-samples.ts';
import { signedRecordFile } from '../../fixtures/guidance.ts';
import { vaultDeps } from '../../fixtures/made-vault.ts';
import { collect, fileOf, makeReceiver, samplePackage } from '../../fixtures/packages.ts';

const bilik = async (args: readonly string[], typed: string | null = null) => {
  const said = { out: '', error: '', prompts: [] as string[] };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    error: (text: string) => {
      said.error += text;
    },
    readPassphrase: async (prompt: string) => {
      said.prompts.push(prompt);
      return typed;
    },
  };
  const code = await run(args, vaultDeps, terminal);
  return { code, ...said };
};

let receiver: Awaited<ReturnType<typeof makeReceiver>>;
let source: PackageSource;
let sealed: Buffer;
let pdf: Uint8Array;
const noise = randomBytes(30_000);
beforeAll(async () => {
  receiver = await makeReceiver();
  pdf = await samplePdf();
  const blobs = [pdf, Buffer.from('teks biasa'), noise, new Uint8Array(0)];
  source = samplePackage({ acts: 2, blobs, draft: Buffer.from('{"a":1}') }, receiver.recipient);
  sealed = await fileOf(source);
});

const manifest = () => JSON.parse(Buffer.from(source.manifestBytes).toString());

const setting = () => {
  const folder = temporaryFolder();
  const put = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  return {
    folder,
    put,
    file: put('bilik-01234567.paket', sealed),
    identity: put('identitas.txt', `# created: 2026\n# public key: ${receiver.recipient}\n${receiver.identity}\n`),
    out: join(folder, 'isi'),
  };
};

describe('bilik package open', () => {
  it('unpacks everything and says who sealed it', async () => {
    const { file, identity, out } = setting();
    const { code, out: said } = await bilik(['package', 'open', file, '--identity', identity, '--out', out]);
    expect(code).toBe(0);
    expect(said).toContain(`Kunci pengirim: ${keyFingerprint(manifest().sender.key)}`);
    expect(said).toContain(`Kunci penerima: ${keyFingerprint(manifest().receiver.key)}`);
    for (const { hash } of source.acts) expect(said).toContain(hash);
    expect(said.match(/Dicatat(?: kemudian)?: \d{4}-\d\d-\d\d/g)).toHaveLength(source.acts.length);
    expect(said).toContain('statusNotified');
    expect(readdirSync(out).sort()).toEqual(['acts', 'blobs', 'draft.json', 'manifest.json', 'manifest.sig']);
    expect(readFileSync(join(out, 'manifest.json')).equals(source.manifestBytes)).toBe(true);
    for (const { hash, bytes } of source.acts) {
      expect(readFileSync(join(out, 'acts', `${hash}.json`)).equals(bytes)).toBe(true);
    }
    const extensions = ['pdf', 'txt', 'bin', 'txt'];
    for (const [at, { sha256, chunks }] of source.blobs.entries()) {
      const path = join(out, 'blobs', `${sha256}.${extensions[at]}`);
      expect(readFileSync(path).equals(await collect(chunks()))).toBe(true);
      expect(statSync(path).mode & 0o077).toBe(0);
    }
    expect(readdirSync(join(out, 'blobs'))).toHaveLength(4);
  });

  it('tells whose each act is, and who entered it from paper', async () => {
    const { put, identity, out } = setting();
    const entered = samplePackage({ acts: 2, enteredAs: 'personnelOfficer' }, receiver.recipient);
    const file = put('kertas.paket', await fileOf(entered));
    const told = (said: string) => said.split('\n').filter((line) => /Penulis|dari kertas/.test(line));
    const byPaper = expect.stringMatching(/^ {4}Dicatat dari kertas oleh: Petugas kepegawaian$/);
    const author = `    Penulis menurut langkah itu: ${people.assessor.name} (Pejabat Penilai Kinerja)`;
    // Of the second act the header alone is there, which names nobody.
    const lines = [author, byPaper, '    Penulis menurut langkah itu: Pejabat Penilai Kinerja', byPaper];
    const opened = await bilik(['package', 'open', file, '--identity', identity, '--out', out]);
    expect(told(opened.out)).toEqual(lines);
    expect(told((await bilik(['verify', file, '--identity', identity])).out)).toEqual(lines);
    const [report] = JSON.parse((await bilik(['verify', file, '--identity', identity, '--json'])).out);
    expect(report.acts).toMatchObject([
      { author: people.assessor.name, origin: 'paper', enteredAs: 'personnelOfficer' },
      { author: '', origin: 'paper', enteredAs: 'personnelOfficer' },
    ]);
  });

  it('speaks JSON and English', async () => {
    const { file, identity, out } = setting();
    const { out: json } = await bilik(['package', 'open', file, '--identity', identity, '--out', out, '--json']);
    expect(JSON.parse(json)).toMatchObject({
      out,
      packageId: manifest().packageId,
      packageKind: 'acts',
      keyFingerprint: keyFingerprint(manifest().sender.key),
      acts: [{ form: 'all', type: 'statusNotified' }, { form: 'header' }],
      draft: true,
    });
    const again = await bilik(['--lang', 'en', 'package', 'open', file, '--identity', identity, '--out', `${out}2`]);
    expect(again.out).toContain('Key of the sender');
  });

  it('asks for the passphrase of an encrypted identity file', async () => {
    const { file, put, out } = setting();
    const words = 'kopi tubruk lereng Merbabu 17';
    const identity = put('identitas.age', await sealWithPassphrase(Buffer.from(`${receiver.identity}\n`), words));
    const open = (typed: string | null) =>
      bilik(['package', 'open', file, '--identity', identity, '--out', out], typed);
    expect(await open('salah')).toMatchObject({ code: 2, prompts: ['Frasa sandi berkas identitas: '] });
    expect((await open(null)).code).toBe(130);
    expect(existsSync(out)).toBe(false);
    expect((await open(words)).code).toBe(0);
    expect(existsSync(join(out, 'manifest.json'))).toBe(true);
  });

  it('takes parts in any order, and says which are missing', async () => {
    const { put, identity, out } = setting();
    const size = Math.ceil(sealed.length / 3);
    const parts = [1, 2, 3].map((number) =>
      put(`bilik-01234567-${number}-dari-3.paket`, sealed.subarray((number - 1) * size, number * size)),
    );
    const [first = '', second = '', third = ''] = parts;
    const open = (...files: string[]) => bilik(['package', 'open', ...files, '--identity', identity, '--out', out]);
    expect(await open(third, first)).toMatchObject({ code: 2, out: expect.stringContaining('belum lengkap: 2') });
    expect((await open(third, first, second)).code).toBe(0);
    const verified = await bilik(['verify', third, first, second, '--identity', identity, '--json']);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject([{ file: third, kind: 'package', verdict: 'valid' }]);
    expect((await bilik(['verify', second, '--identity', identity])).out).toContain('belum lengkap: 1, 3');
  });

  it('leaves nothing behind when it fails', async () => {
    const { folder, file, put, identity, out } = setting();
    const open = (path: string, by = identity) => bilik(['package', 'open', path, '--identity', by, '--out', out]);
    const cut = put('potong.paket', sealed.subarray(0, -1));
    const foreign = put('lain.txt', `${(await makeReceiver()).identity}\n`);
    const before = readdirSync(folder).sort();
    expect(await open(cut)).toMatchObject({ code: 1, out: expect.stringContaining('berubah di perjalanan') });
    expect(await open(file, foreign)).toMatchObject({ code: 2, out: expect.stringContaining('Tidak satu pun') });
    expect(await open(identity)).toMatchObject({ code: 2, out: expect.stringContaining('bukan kiriman tersegel') });
    expect((await open(join(folder, 'tidak-ada.paket'))).out).toContain('tidak dapat dibaca');
    expect(readdirSync(folder).sort()).toEqual(before);
    expect((await open(file)).code).toBe(0);
    expect(await open(file)).toMatchObject({ code: 2, out: expect.stringContaining('sudah ada') });
  });

  it('refuses what is no identity file', async () => {
    const { folder, file, put, out } = setting();
    const open = (by: string) => bilik(['package', 'open', file, '--identity', by, '--out', out]);
    const broken = `${receiver.identity.slice(0, -1)}${receiver.identity.endsWith('Q') ? 'P' : 'Q'}`;
    for (const content of [
      '',
      '# kosong\n',
      'halo\n',
      `${receiver.identity}\nhalo\n`,
      `${broken}\n`,
      'AGE-PLUGIN-X-1QQ\n',
    ]) {
      expect(await open(put('id', content))).toMatchObject({ code: 2, out: expect.stringContaining('identitas age') });
    }
    for (const path of [join(folder, 'tidak-ada'), folder]) {
      expect(await open(path)).toMatchObject({ code: 2, out: expect.stringContaining('identitas tidak dapat dibaca') });
    }
  });

  it.each([
    [['package', 'open'], 'Sebutkan sekurang-kurangnya satu berkas.'],
    [['package', 'open', 'a', '--out', 'b'], '--identity'],
    [['package', 'open', 'a', '--identity', 'b'], '--out'],
    [['package', 'open', 'a', '--identity=', '--out', 'b'], 'Nilai pilihan keliru: --identity'],
    [['package', 'tutup'], 'Perintah tidak dikenal: package tutup'],
    [['verify', 'a', '--out', 'b'], 'Pilihan tidak dikenal: --out'],
    [['vault', 'check', 'a', '--identity', 'b'], 'Pilihan tidak dikenal: --identity'],
  ])('refuses %j with exit code 64', async (args, message) => {
    const { code, error, out } = await bilik(args);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(error).toContain(message);
  });
});

describe('bilik verify of a package', () => {
  it('says without identity that only its receiver opens it', async () => {
    const { file, put } = setting();
    const nameless = put('lampiran', sealed);
    for (const path of [file, nameless]) {
      expect(await bilik(['verify', path])).toMatchObject({
        code: 2,
        out: expect.stringContaining('hanya dapat dibuka penerimanya'),
      });
    }
  });

  it('checks signature, hashes and acts with it', async () => {
    const { file, identity } = setting();
    const { code, out } = await bilik(['verify', file, '--identity', identity]);
    expect(code).toBe(0);
    expect(out).toContain('KIRIMAN TERSEGEL SAH');
    expect(out).toContain('Tidak diperiksa: milik siapa');
  });

  it('answers 1 for an act that does not fit its hash', async () => {
    const { put, identity, out } = setting();
    const other = samplePackage({ acts: 1 }, receiver.recipient);
    const swapped = samplePackage({
      acts: 0,
      change: (made) => ({
        ...made,
        acts: JSON.parse(Buffer.from(other.manifestBytes).toString()).acts.map((act: object) => ({
          ...act,
          hash: 'a'.repeat(64),
        })),
      }),
    });
    const acts = other.acts.map(({ bytes }) => ({ hash: 'a'.repeat(64), bytes }));
    const file = put('salah.paket', await fileOf({ ...swapped, acts, recipient: receiver.recipient }));
    const refused = { code: 1, out: expect.stringContaining('tidak cocok') };
    expect(await bilik(['verify', file, '--identity', identity])).toMatchObject(refused);
    expect(await bilik(['package', 'open', file, '--identity', identity, '--out', out])).toMatchObject(refused);
    expect(existsSync(out)).toBe(false);
  });

  it('opens with an identity file that age-keygen made', async () => {
    const { put, folder } = setting();
    execFileSync('age-keygen', ['-o', 'kunci.txt'], { cwd: folder, stdio: 'ignore' });
    const key = execFileSync('age-keygen', ['-y', 'kunci.txt'], { cwd: folder }).toString().trim();
    const file = put('baru.paket', await fileOf({ ...source, recipient: key }));
    expect((await bilik(['verify', file, '--identity', join(folder, 'kunci.txt')])).code).toBe(0);
  });
});

describe('a package with a record of coaching', () => {
  const flipped = () =>
    signedRecordFile(([first, ...others]) => [
      { ...first!, signature: first!.signature.map((byte, at) => (at === 7 ? byte ^ 1 : byte)) },
      ...others,
    ]);
  const packageOf = (guidance: Uint8Array) => fileOf(samplePackage({ guidance }, receiver.recipient));

  it('gives the record out as it is, and says whose keys signed it', async () => {
    const { put, identity, out } = setting();
    const { hash, file, keys } = signedRecordFile();
    const path = put('coaching.paket', await packageOf(file));
    const opened = await bilik(['package', 'open', path, '--identity', identity, '--out', out]);
    expect(opened.code).toBe(0);
    expect(opened.out).toContain('Isi: satu rekaman pembinaan');
    expect(opened.out).toContain(`Rekaman coaching: ${hash}`);
    for (const key of keys) expect(opened.out).toContain(keyFingerprint(key));
    expect(readFileSync(join(out, 'rekaman.json')).equals(file)).toBe(true);
    const verified = await bilik(['verify', path, '--identity', identity, '--json']);
    expect(JSON.parse(verified.out)).toMatchObject([
      {
        packageKind: 'guidance',
        verdict: 'valid',
        record: {
          hash,
          kind: 'coaching',
          signers: keys.map((key, party) => ({ party, keyFingerprint: keyFingerprint(key) })),
        },
      },
    ]);
  });

  it('is refused when a signature of the record does not hold, and nothing is written', async () => {
    const { folder, put, identity, out } = setting();
    const path = put('coaching.paket', await packageOf(flipped().file));
    const before = readdirSync(folder).sort();
    const refused = { code: 1, out: expect.stringContaining('tidak cocok') };
    expect(await bilik(['verify', path, '--identity', identity])).toMatchObject(refused);
    expect(await bilik(['package', 'open', path, '--identity', identity, '--out', out])).toMatchObject(refused);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
