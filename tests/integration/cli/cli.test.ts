import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { run } from '../../../electron/cli/run.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { people, sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { copyOfVault, passphrase, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';

let signed: Uint8Array;
beforeAll(async () => {
  await vaultTemplate();
  const identity = sampleIdentity();
  signed = await signDocument({ pdf: await samplePdf(), act: sampleAct(), title: 'Uji', at: signedAt, identity });
});

const bilik = async (args: readonly string[], typed: string | null = passphrase) => {
  const said = { out: '', error: '' };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    error: (text: string) => {
      said.error += text;
    },
    readPassphrase: async () => typed,
  };
  const code = await run(args, vaultDeps, terminal);
  return { code, ...said };
};

const files = () => {
  const folder = temporaryFolder();
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const changed = Uint8Array.from(signed);
  changed[300] = (changed[300] ?? 0) ^ 1;
  return {
    valid: file('sah.pdf', signed),
    changed: file('berubah.pdf', changed),
    garbage: file('bukan.pdf', Buffer.from('bukan PDF')),
    unsigned: async () => file('polos.pdf', await samplePdf()),
    missing: join(folder, 'tidak-ada.pdf'),
    folder,
  };
};

describe('bilik verify', () => {
  it('answers 0 for a valid document, in Indonesian, and says what was not checked', async () => {
    const { valid } = files();
    const { code, out } = await bilik(['verify', valid]);
    expect(code).toBe(0);
    expect(out).toContain('Isi utuh, penanda tangannya belum diketahui');
    expect(out).toContain(`Nama pada sertifikat: ${people.assessor.name}`);
    expect(out).toContain('tidak tersertifikasi menurut PP 71/2019');
    expect(out).toContain('Tidak diperiksa: apakah sertifikat sudah dicabut.');
  });

  it('tells both days of the act inside, that it was recorded later, and that the clock was corrected', async () => {
    const daysOf = async (date: string, clock?: 'corrected') => {
      const act = sampleAct('statusNotified', { content: { date } }, undefined, { clock });
      const pdf = await signDocument({ pdf: await samplePdf(), act, title: 'Uji', at: signedAt, identity });
      const file = join(temporaryFolder(), 'hari.pdf');
      writeFileSync(file, pdf);
      return (await bilik(['verify', file])).out.split('\n').filter((line) => /Terjadi|Dicatat|Jam/.test(line));
    };
    const identity = sampleIdentity();
    expect(await daysOf('2026-11-20')).toEqual(['  Terjadi: 2026-11-20', '  Dicatat kemudian: 2026-11-24']);
    expect(await daysOf('2026-11-24')).toEqual(['  Terjadi: 2026-11-24', '  Dicatat: 2026-11-24']);
    expect(await daysOf('')).toEqual(['  Dicatat: 2026-11-24']);
    expect(await daysOf('', 'corrected')).toEqual([
      '  Dicatat: 2026-11-24',
      '  Jam dikoreksi: jam komputer penanda tangan salah, waktunya dinyatakan tersendiri',
    ]);
  });

  it('tells whose act is inside, and who entered it from paper', async () => {
    const voiceOf = async (...args: Parameters<typeof sampleAct>) => {
      const act = sampleAct(...args);
      const pdf = await signDocument({ pdf: await samplePdf(), act, title: 'Uji', at: signedAt, identity });
      const file = join(temporaryFolder(), 'siapa.pdf');
      writeFileSync(file, pdf);
      const { out } = await bilik(['verify', file]);
      const [{ act: told }] = JSON.parse((await bilik(['verify', file, '--json'])).out);
      const lines = out.split('\n').filter((line) => /Penulis|dari kertas|Kunci/.test(line));
      return { lines, told: { author: told.author, origin: told.origin, enteredAs: told.enteredAs } };
    };
    const identity = sampleIdentity();
    const author = people.assessor.name;
    const key = expect.stringMatching(/^ {2}Kunci penulis: [0-9a-f ]{39}$/);
    expect(await voiceOf()).toEqual({
      lines: [`  Penulis menurut langkah itu: ${author} (Pejabat Penilai Kinerja)`, key],
      told: { author, origin: 'vault', enteredAs: null },
    });
    const paper = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' } as const;
    expect(await voiceOf('statusNotified', { paper }, undefined, { enteredAs: 'personnelOfficer' })).toEqual({
      lines: [
        `  Penulis menurut langkah itu: ${author} (Pejabat Penilai Kinerja)`,
        expect.stringMatching(/^ {2}Dicatat dari kertas oleh: Petugas kepegawaian$/),
        expect.stringMatching(/^ {2}Kunci pencatat: [0-9a-f ]{39}$/),
      ],
      told: { author, origin: 'paper', enteredAs: 'personnelOfficer' },
    });
  });

  it('answers 1 for a changed or an unsigned document', async () => {
    const made = files();
    expect(await bilik(['verify', made.changed])).toMatchObject({ code: 1, out: expect.stringContaining('Tidak sah') });
    expect(await bilik(['verify', await made.unsigned()])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Tidak ada tanda tangan elektronik'),
    });
    expect((await bilik(['verify', made.valid, made.changed])).code).toBe(1);
  });

  it('answers 2 for what cannot be read', async () => {
    const made = files();
    for (const file of [made.garbage, made.missing, made.folder]) expect((await bilik(['verify', file])).code).toBe(2);
    expect((await bilik(['verify', made.valid, made.missing])).code).toBe(2);
  });

  it('speaks English and JSON', async () => {
    const { valid, changed } = files();
    expect((await bilik(['--lang', 'en', 'verify', valid])).out).toContain('Content whole, signer not known');
    const { code, out } = await bilik(['verify', valid, changed, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { file: valid, verdict: 'valid', act: { type: 'statusNotified' }, signatures: [{ intact: true }] },
      { file: changed, verdict: 'invalid', findings: expect.arrayContaining(['contentChanged']) },
    ]);
  });

  it('keeps control characters and hidden signs of names off the terminal', async () => {
    const identity = sampleIdentity('Nama\u001b[2J\u0007 Pa\u202el\u200bsu');
    const pdf = await signDocument({ pdf: await samplePdf(), act: sampleAct(), title: 'Uji', at: signedAt, identity });
    const file = join(temporaryFolder(), 'sah.pdf');
    writeFileSync(file, pdf);
    const { out } = await bilik(['verify', file]);
    expect(out).toContain('Nama?[2J? Palsu');
  });
});

describe('bilik vault check', () => {
  it('answers 0 for a whole vault and leaves it byte-equal', async () => {
    const dir = await copyOfVault();
    const before = readFileSync(join(dir, 'records.db'));
    expect(await bilik(['vault', 'check', dir])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Brankas utuh: \d+ halaman/),
    });
    expect(readFileSync(join(dir, 'records.db')).equals(before)).toBe(true);
  });

  it('answers 1 for a damaged page', async () => {
    const dir = await copyOfVault();
    const bytes = readFileSync(join(dir, 'notes.db'));
    bytes[4096 * 3 + 100] = (bytes[4096 * 3 + 100] ?? 0) ^ 1;
    writeFileSync(join(dir, 'notes.db'), bytes);
    const { code, out } = await bilik(['vault', 'check', dir]);
    expect(code).toBe(1);
    expect(out).toContain('notes.db: halaman rusak: ');
  });

  it('answers 2 when nothing can be checked', async () => {
    const dir = await copyOfVault();
    expect(await bilik(['vault', 'check', dir], 'salah')).toMatchObject({
      code: 2,
      out: expect.stringContaining('frasa sandi salah'),
    });
    expect((await bilik(['vault', 'check', join(dir, 'tidak-ada')])).code).toBe(2);
    const empty = join(temporaryFolder(), 'kosong');
    mkdirSync(empty);
    expect((await bilik(['vault', 'check', empty])).out).toContain('folder ini bukan brankas');
    expect((await bilik(['vault', 'check', dir], null)).code).toBe(130);
  });
});

describe('bilik', () => {
  it('helps', async () => {
    for (const args of [['--help'], ['verify', '-h'], []]) {
      expect(await bilik(args)).toMatchObject({ code: 0, out: expect.stringContaining('bilik verify BERKAS') });
    }
    expect((await bilik(['--help', '--lang=en'])).out).toContain('bilik verify FILE');
  });

  it.each([
    [['verify', '--cepat', 'a.pdf'], 'Pilihan tidak dikenal: --cepat'],
    [['-x'], 'Pilihan tidak dikenal: -x'],
    [['verifikasi'], 'Perintah tidak dikenal: verifikasi'],
    [['vault', 'open'], 'Perintah tidak dikenal: vault open'],
    [['verify'], 'Sebutkan sekurang-kurangnya satu berkas.'],
    [['vault', 'check'], 'Sebutkan tepat satu folder brankas.'],
    [['vault', 'check', 'a', 'b'], 'Sebutkan tepat satu folder brankas.'],
    [['--lang', 'fr', 'verify', 'a'], 'Nilai pilihan keliru: --lang'],
    [['verify', 'a', '--json=ya'], 'Nilai pilihan keliru: --json'],
  ])('refuses %j with exit code 64', async (args, message) => {
    const { code, error, out } = await bilik(args);
    expect(code).toBe(64);
    expect(error).toContain(message);
    expect(out).toBe('');
  });
});
