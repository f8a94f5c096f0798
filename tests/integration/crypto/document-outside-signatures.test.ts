import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUBFILTER_ADOBE_PKCS7_DETACHED, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSignedPdf } from '../../../electron/backend/formats/pdf/brought-back.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { people, sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { outsideSigner } from '../../fixtures/outside-signature.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-document-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);
const now = Date.now();

const { signOutside } = outsideSigner(folder, people.head.name);

let ours: Uint8Array;
beforeAll(async () => {
  const identity = sampleIdentity();
  ours = await signDocument({ pdf: await samplePdf(), act: sampleAct(), title: 'Uji', at: signedAt, identity });
});

describe('a PDF signed outside', () => {
  it('is read when signed by RSA as adbe.pkcs7.detached', async () => {
    const signed = signOutside(await samplePdf(), SUBFILTER_ADOBE_PKCS7_DETACHED);
    const check = verifyDocument(signed, now, []);
    expect(check).toMatchObject({ content: 'whole', signer: 'unknown', verdict: 'signedOutside' });
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
    expect(verifyDocument(signed, now, []).content).toBe('whole');
    const changed = Uint8Array.from(signed);
    changed[200] = (changed[200] ?? 0) ^ 4;
    expect(verifyDocument(changed, now, []).findings).toContain('contentChanged');
  });

  it('is refused when its digest is weak', async () => {
    const signed = signOutside(await samplePdf(), SUBFILTER_ADOBE_PKCS7_DETACHED, ['-md', 'sha1']);
    expect(verifyDocument(signed, now, [])).toMatchObject({ content: 'damaged', signatures: [{ intact: false }] });
  });

  it('leaves our signature and act valid when it signs one of our documents', () => {
    const twice = signOutside(ours, SUBFILTER_ETSI_CADES_DETACHED, ['-cades']);
    const check = verifyDocument(twice, now, []);
    expect(check).toMatchObject({ content: 'extended', signer: 'unknown', verdict: 'signerUnknown' });
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
    const addedTo = (tail: string) => verifyDocument(new Uint8Array(Buffer.concat([ours, Buffer.from(tail)])), now, []);
    // A comment shows nothing.
    expect(addedTo('\n% ditambahkan\n%%EOF').content).toBe('extended');
    const check = addedTo('\n900 0 obj\n<< >>\nendobj\n%%EOF');
    expect(check.content).toBe('changed');
    expect(check.findings[0]).toBe('addedAfterSignature');
    expect(check.signatures[0]).toMatchObject({ intact: true, coversWholeFile: false });
  });

  it('is refused when the signed bytes do not begin as a PDF', () => {
    const bytes = Buffer.from(Buffer.from(ours).toString('latin1').replace('%PDF-', '%XYZ-'), 'latin1');
    const check = verifyDocument(new Uint8Array(bytes), now, []);
    expect(check).toMatchObject({ content: 'damaged' });
    expect(check.findings[0]).toBe('notPdf');
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
    const check = verifyDocument(new Uint8Array(Buffer.from(moved, 'latin1')), now, []);
    expect(check).toMatchObject({ content: 'damaged', signatures: [], findings: ['signatureDamaged'] });
  });
});
