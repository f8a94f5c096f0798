import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rc2Decipher } from '../../../electron/backend/crypto/rc2.ts';
import { readBer } from '../../../electron/backend/formats/pdf/ber.ts';
import { maxP12Bytes, readP12 } from '../../../electron/backend/formats/pdf/p12-file.ts';
import { p12MacFits, p12Passphrase } from '../../../electron/backend/formats/pdf/p12-sealing.ts';
import { signAgainBy, signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { people, sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { makeP12, opensslIn, type P12Wanted } from '../../fixtures/p12-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-p12-'));
afterAll(() => rmSync(folder, { recursive: true }));
const passphrase = 'rahasia kecil';
/** An hour on: the certificates are made after this. */
const now = Date.now() + 3_600_000;
const day = 86_400_000;

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const signerIn = (file: Uint8Array, typed = passphrase, at = now) => {
  const read = readP12(file, typed, at);
  return read.ok ? read.value : expect.fail(read.error.code);
};
const faultOf = (file: Uint8Array, typed = passphrase, at = now): string => {
  const read = readP12(file, typed, at);
  return read.ok ? 'signs' : read.error.code;
};

describe('RC2', () => {
  it.each([
    ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
    ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
    ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
    ['88', 64, '0000000000000000', '61a8a244adacccf0'],
    ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
    ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
    ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
    ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '0000000000000000', '5b78d3a43dfff1f1'],
  ] as const)('deciphers the vector of RFC 2268 with key %s of %i bits', (key, bits, plain, sealed) => {
    expect(Buffer.from(rc2Decipher(hex(key), bits, new Uint8Array(8), hex(sealed))).toString('hex')).toBe(plain);
  });
});

describe('a file of a certificate', () => {
  const wanted: readonly P12Wanted[] = (['modern', 'legacy', 'threeDes', 'open'] as const).flatMap((sealing) =>
    (['rsa:2048', 'ec'] as const).map((key) => ({ sealing, key })),
  );
  it.each(wanted)('is read: $sealing, $key', (kind) => {
    const { key, certificate, chain } = signerIn(makeP12(folder, kind));
    expect(key.asymmetricKeyType).toBe(kind.key === 'ec' ? 'ec' : 'rsa');
    expect(new X509Certificate(certificate).subject).toContain('CN=Kepala Contoh');
    expect(chain).toEqual([]);
  });

  it('is read with every way in which openssl seals certificates and keys', () => {
    for (const cipher of ['PBE-SHA1-RC2-128', 'PBE-SHA1-RC2-40', 'PBE-SHA1-2DES', 'aes-128-cbc', 'aes-192-cbc']) {
      const more = ['-legacy', '-certpbe', cipher, '-keypbe', cipher, '-macalg', 'sha512'];
      expect([cipher, faultOf(makeP12(folder, { key: 'ec', more }))]).toEqual([cipher, 'signs']);
    }
    const streamed = ['-legacy', '-certpbe', 'PBE-SHA1-RC4-128'];
    expect(faultOf(makeP12(folder, { key: 'ec', more: streamed }))).toBe('certificateFileUnknown');
  });

  it('is read with an empty passphrase, a long one, and one beyond ASCII', () => {
    for (const typed of ['', 'x'.repeat(200), 'kunci é 鍵']) {
      for (const sealing of ['modern', 'legacy'] as const)
        expect(faultOf(makeP12(folder, { key: 'ec', sealing, passphrase: typed }), typed)).toBe('signs');
    }
  });

  it('brings along who issued the certificate', () => {
    const { certificate, chain } = signerIn(makeP12(folder, { issued: 'authority', sealing: 'legacy' }));
    expect(new X509Certificate(certificate).issuer).toBe('CN=Induk Contoh');
    expect(chain.map((der) => new X509Certificate(der).subject)).toEqual(['CN=Induk Contoh']);
  });

  it('is refused with what is wrong', () => {
    const openssl = opensslIn(folder);
    const good = makeP12(folder, { key: 'ec', sealing: 'legacy' });
    expect(faultOf(good, 'lain')).toBe('certificatePassphraseWrong');
    expect(faultOf(good, '')).toBe('certificatePassphraseWrong');
    expect(faultOf(good, passphrase, now + 31 * day)).toBe('certificateExpired');
    expect(faultOf(good, passphrase, now - day)).toBe('certificateNotYetValid');
    expect(faultOf(makeP12(folder, { key: 'rsa:1024' }))).toBe('certificateKeyWeak');
    expect(faultOf(makeP12(folder, { key: 'ed25519' }))).toBe('certificateKeyUnfit');
    const noKey = ['pkcs12', '-export', '-nokeys', '-in', 'own.pem', '-passout', `pass:${passphrase}`];
    openssl(...noKey, '-out', 'nokey.p12');
    expect(faultOf(readFileSync(join(folder, 'nokey.p12')))).toBe('certificateWithoutKey');
    const noCertificate = ['-export', '-nocerts', '-inkey', 'own.key', '-passout', `pass:${passphrase}`];
    openssl('pkcs12', ...noCertificate, '-out', 'nocert.p12');
    expect(faultOf(readFileSync(join(folder, 'nocert.p12')))).toBe('certificateNotInFile');
    for (const garbage of [new Uint8Array(), new Uint8Array(5000).fill(0x30), Buffer.from('bukan'), good.subarray(9)])
      expect(faultOf(garbage)).toBe('certificateFileInvalid');
    expect(faultOf(new Uint8Array(maxP12Bytes + 1))).toBe('certificateFileTooLarge');
  });

  it('is never read wrongly once a byte of it is changed', () => {
    const good = makeP12(folder, { key: 'ec' });
    const { certificate } = signerIn(good);
    for (let at = 0; at < good.length; at += 23) {
      const changed = Uint8Array.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const read = readP12(changed, passphrase, now);
      if (read.ok) expect(read.value.certificate).toEqual(certificate);
    }
  });
});

describe('a paper signed once more by such a certificate', () => {
  let paper: Uint8Array;
  beforeAll(async () => {
    const sealed = { act: sampleAct(), title: 'Uji', at: signedAt, identity: sampleIdentity() };
    paper = await signDocument({ pdf: await samplePdf(), ...sealed });
  });
  const pathOf = (pdf: Uint8Array): string => {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    return join(folder, 'a.pdf');
  };

  it.each([
    { sealing: 'modern', key: 'rsa:2048', issued: 'self' },
    { sealing: 'legacy', key: 'rsa:2048', issued: 'authority' },
    { sealing: 'modern', key: 'ec', issued: 'authority' },
    { sealing: 'legacy', key: 'ec', issued: 'self' },
  ] as const)('has two valid signatures, and says what the certificate says: $sealing, $key, $issued', (kind) => {
    const signed = signAgainBy(paper, new Date(now), signerIn(makeP12(folder, kind)));
    expect(Buffer.from(signed.subarray(0, paper.length)).equals(Buffer.from(paper))).toBe(true);
    const report = execFileSync('pdfsig', ['-nocert', pathOf(signed)], { encoding: 'utf8' });
    expect(report.match(/Signature is Valid/g)).toHaveLength(2);
    expect(report).toContain('Kepala Contoh');
    const found = verifyDocument(signed, now, []);
    expect(found).toMatchObject({ content: 'extended', maker: 'bilik', verdict: 'signerUnknown' });
    expect(found.signatures[1]).toMatchObject({
      signer: 'Kepala Contoh',
      issuer: kind.issued === 'self' ? 'Kepala Contoh' : 'Induk Contoh',
      selfIssued: kind.issued === 'self',
      holder: null,
      intact: true,
      coversWholeFile: true,
    });
  });

  it('shows a changed byte in each revision', () => {
    const signed = signAgainBy(paper, new Date(now), signerIn(makeP12(folder, { key: 'ec' })));
    for (const at of [Buffer.from(paper).indexOf('/MediaBox') + 13, paper.length + 20]) {
      const changed = Uint8Array.from(signed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verifyDocument(changed, now, []).content).not.toMatch(/whole|extended/);
    }
  });

  it('works on papers of version 0.3, which keep their bytes', () => {
    const released = join(import.meta.dirname, '../../fixtures/released/0.3/documents');
    const signer = signerIn(makeP12(folder, { key: 'ec' }));
    for (const name of readdirSync(released).filter((file) => file.endsWith('.pdf'))) {
      const old = new Uint8Array(readFileSync(join(released, name)));
      const before = verifyDocument(old, now, []);
      if (before.content !== 'whole') continue;
      const signed = signAgainBy(old, new Date(now), signer);
      expect([name, verifyDocument(signed, now, []).content]).toEqual([name, 'extended']);
      const report = execFileSync('pdfsig', ['-nocert', pathOf(signed)], { encoding: 'utf8' });
      expect([name, report.match(/Signature is Valid/g)?.length]).toEqual([name, before.signatures.length + 1]);
    }
  });

  it('names nobody but in the certificate', () => {
    const signed = signAgainBy(paper, new Date(now), signerIn(makeP12(folder, { key: 'ec', holder: 'Nama Lain' })));
    const added = Buffer.from(signed.subarray(paper.length)).toString('latin1');
    expect(added).not.toContain('Nama Lain');
    expect(added).not.toContain(people.assessor.name);
  });
});

describe('rounds of a file of a certificate', () => {
  /** The MAC of a file: SHA-1, a salt, and so many rounds. */
  const macOf = (rounds: number) => {
    const count = rounds.toString(16).padStart(6, '0');
    const algorithm = '300906052b0e03021a0500';
    return readBer(hex(`30323021${algorithm}0414${'00'.repeat(20)}0408${'01'.repeat(8)}0203${count}`));
  };

  it('are counted over all that the file derives, so that many parts keep nobody waiting', () => {
    const typed = p12Passphrase(passphrase, 5000);
    const derive = () => p12MacFits(typed, macOf(2000), new Uint8Array(1));
    expect([derive(), derive()]).toEqual([false, false]);
    expect(derive).toThrow('too many rounds');
    expect(typed.left.rounds).toBe(1000);
  });
});
