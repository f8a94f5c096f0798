import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SUBFILTER_ADOBE_PKCS7_DETACHED, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSignedPdf } from '../../../electron/backend/documents/brought-back.ts';
import { signDocument } from '../../../electron/backend/documents/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/documents/verify.ts';
import { people, sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-document-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);
const openssl = (...options: string[]) => execFileSync('openssl', options, { stdio: 'pipe' });
const now = Date.now();

/** An authority of an imagined provider and a certificate that it issued to the head of the personnel unit. */
const makeOutsideSigner = (): void => {
  writeFileSync(inFolder('extensions'), 'subjectKeyIdentifier=hash\nkeyUsage=digitalSignature,nonRepudiation\n');
  const subject = (name: string) => ['-subj', `/O=Penyelenggara Contoh/CN=${name}`];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '30',
    '-keyout',
    inFolder('ca.key'),
    '-out',
    inFolder('ca.pem'),
    ...subject('Induk Contoh'),
  );
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    inFolder('head.key'),
    '-out',
    inFolder('head.csr'),
    '-subj',
    `/CN=${people.head.name}`,
  );
  openssl(
    'x509',
    '-req',
    '-days',
    '30',
    '-in',
    inFolder('head.csr'),
    '-CA',
    inFolder('ca.pem'),
    '-CAkey',
    inFolder('ca.key'),
    '-extfile',
    inFolder('extensions'),
    '-out',
    inFolder('head.pem'),
  );
};

/** Signs `pdf` as other programs do: placeholder, ByteRange, CMS by openssl in the gap. */
const signOutside = (pdf: Uint8Array, subFilter: string, options: string[] = []): Uint8Array => {
  const empty = { reason: '', contactInfo: '', name: '', location: '' };
  const prepared = plainAddPlaceholder({ pdfBuffer: Buffer.from(pdf), ...empty, subFilter, signatureLength: 8192 });
  let text = prepared.toString('latin1');
  const mark = text.lastIndexOf('/ByteRange [0 /');
  const gapStart = text.indexOf('<', text.indexOf('/Contents ', mark));
  const gapEnd = text.indexOf('>', gapStart) + 1;
  const placeholder = text.slice(mark, text.indexOf(']', mark) + 1);
  const range = `/ByteRange [0 ${gapStart} ${gapEnd} ${text.length - gapEnd}]`.padEnd(placeholder.length);
  text = text.slice(0, mark) + range + text.slice(mark + placeholder.length);
  writeFileSync(inFolder('content.bin'), Buffer.from(text.slice(0, gapStart) + text.slice(gapEnd), 'latin1'));
  const keys = ['-signer', inFolder('head.pem'), '-inkey', inFolder('head.key')];
  openssl(
    'cms',
    '-sign',
    '-binary',
    '-in',
    inFolder('content.bin'),
    ...keys,
    '-outform',
    'DER',
    '-out',
    inFolder('p7.der'),
    ...options,
  );
  const value = readFileSync(inFolder('p7.der'))
    .toString('hex')
    .padEnd(gapEnd - gapStart - 2, '0');
  return new Uint8Array(Buffer.from(`${text.slice(0, gapStart)}<${value}>${text.slice(gapEnd)}`, 'latin1'));
};

let ours: Uint8Array;
beforeAll(async () => {
  makeOutsideSigner();
  const identity = sampleIdentity();
  ours = await signDocument({ pdf: await samplePdf(), act: sampleAct(), title: 'Uji', at: signedAt, identity });
});

describe('a PDF signed outside', () => {
  it('is read when signed by RSA as adbe.pkcs7.detached', async () => {
    const signed = signOutside(await samplePdf(), SUBFILTER_ADOBE_PKCS7_DETACHED);
    const check = verifyDocument(signed, now);
    expect(check.verdict).toBe('valid');
    expect(check.signatures).toMatchObject([
      { signer: people.head.name, issuer: 'Induk Contoh', selfIssued: false, intact: true, coversWholeFile: true },
    ]);
    expect(check.act).toBeNull();
    expect(check.findings).toEqual(['chainNotChecked', 'revocationNotChecked', 'timeNotProven']);
  });

  it.each([
    ['RSA-PSS', ['-keyopt', 'rsa_padding_mode:pss']],
    ['a key identifier instead of issuer and number', ['-keyid']],
    ['no signed attributes', ['-noattr']],
    ['CAdES', ['-cades']],
    ['SHA-512', ['-md', 'sha512']],
  ])('is read when signed with %s', async (_, options) => {
    const signed = signOutside(await samplePdf(), SUBFILTER_ETSI_CADES_DETACHED, options);
    expect(verifyDocument(signed, now).verdict).toBe('valid');
    const changed = Uint8Array.from(signed);
    changed[200] = (changed[200] ?? 0) ^ 4;
    expect(verifyDocument(changed, now).findings).toContain('contentChanged');
  });

  it('is refused when its digest is weak', async () => {
    const signed = signOutside(await samplePdf(), SUBFILTER_ADOBE_PKCS7_DETACHED, ['-md', 'sha1']);
    expect(verifyDocument(signed, now)).toMatchObject({ verdict: 'invalid', signatures: [{ intact: false }] });
  });

  it('leaves our signature and act valid when it signs one of our documents', () => {
    const twice = signOutside(ours, SUBFILTER_ETSI_CADES_DETACHED, ['-cades']);
    const check = verifyDocument(twice, now);
    expect(check.verdict).toBe('valid');
    expect(
      check.signatures.map((signature) => [signature.signer, signature.intact, signature.coversWholeFile]),
    ).toEqual([
      [people.assessor.name, true, false],
      [people.head.name, true, true],
    ]);
    expect(check.act).not.toBeNull();
    expect(check.findings).toContain('laterRevision');
    writeFileSync(inFolder('twice.pdf'), twice);
    const report = execFileSync('pdfsig', ['-nocert', inFolder('twice.pdf')]);
    expect(report.toString().match(/Signature is Valid/g)).toHaveLength(2);
  });

  it('is refused when something was added after the last signature', () => {
    const added = Buffer.concat([ours, Buffer.from('\n% ditambahkan\n%%EOF')]);
    const check = verifyDocument(new Uint8Array(added), now);
    expect(check.verdict).toBe('invalid');
    expect(check.findings[0]).toBe('addedAfterSignature');
    expect(check.signatures[0]).toMatchObject({ intact: true, coversWholeFile: false });
  });

  it('is refused when it was signed outside of the certificate’s time', async () => {
    const signed = signOutside(await samplePdf(), SUBFILTER_ADOBE_PKCS7_DETACHED, ['-noattr']);
    const moved = Buffer.from(signed)
      .toString('latin1')
      .replace(/\/M \(D:\d{4}/, '/M (D:1999');
    expect(checkSignedPdf(new Uint8Array(Buffer.from(moved, 'latin1')), now).signatures[0]?.withinValidity).toBe(false);
  });

  it('does not take a moved range for a signature (content hidden in the gap)', () => {
    const text = Buffer.from(ours).toString('latin1');
    const match = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text);
    const [, length = '', rest = ''] = match ?? [];
    const wider = String(Number(rest) + 0).replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const moved = text.replace(`0 ${length} ${rest}`, `0 ${length} ${wider}`);
    const check = verifyDocument(new Uint8Array(Buffer.from(moved, 'latin1')), now);
    expect(check).toMatchObject({ verdict: 'invalid', signatures: [], findings: ['signatureDamaged'] });
  });
});
