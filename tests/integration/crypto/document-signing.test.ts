import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentIdentity } from '../../../electron/backend/formats/pdf/cms-signature.ts';
import { createDocumentCertificate, isValidAt } from '../../../electron/backend/formats/pdf/document-certificate.ts';
import { pdfSignatures } from '../../../electron/backend/formats/pdf/pdf-signatures.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { people, sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-document-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const pem = (der: Uint8Array): string => new X509Certificate(der).toString();
const now = signedAt.getTime();

let identity: DocumentIdentity;
let act: ReturnType<typeof sampleAct>;
let signed: Uint8Array;
beforeAll(async () => {
  identity = sampleIdentity();
  act = sampleAct();
  signed = await signDocument({
    pdf: await samplePdf(),
    act,
    title: 'Laporan Permasalahan Perilaku Kerja',
    at: signedAt,
    identity,
  });
});

describe('a certificate', () => {
  it.each([
    ...['1949-06-15T04:00:00.250Z', '1970-01-01T00:00:00.001Z', '2024-02-29T12:00:00.500Z', '2049-12-31T23:59:59.999Z'],
    ...['2039-12-31T23:59:59.999Z', '2040-01-01T00:00:00.001Z', '2099-12-31T04:00:00.123Z'],
  ])('counts from the whole second on in which it is made, whatever the clock says: %s', (clock) => {
    const at = new Date(clock);
    const { keyPkcs8 } = identity;
    const made = createDocumentCertificate({ keyPkcs8, commonName: 'Contoh', organisation: '', notBefore: at });
    const { validFrom, validTo } = new X509Certificate(made);
    expect(Date.parse(validFrom)).toBe(Math.floor(at.getTime() / 1000) * 1000);
    for (const time of [validFrom, validTo]) expect(time).toMatch(/^\w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} GMT$/);
    expect([isValidAt(made, at.getTime()), isValidAt(made, at.getTime() - 1000)]).toEqual([true, false]);
  });
});

describe('signDocument', () => {
  it('is accepted by pdfsig as a signature over the whole file', () => {
    const report = execFileSync('pdfsig', ['-nocert', fileOf('signed.pdf', signed)], { encoding: 'utf8' });
    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Total document signed');
    expect(report).toContain('ETSI.CAdES.detached');
    expect(report).toContain('SHA-256');
  });

  it('shows a changed byte to pdfsig', () => {
    const changed = Uint8Array.from(signed);
    const at = Buffer.from(signed).indexOf('/MediaBox') + 13;
    changed[at] = (changed[at] ?? 0) ^ 1;
    const report = spawnSync('pdfsig', ['-nocert', fileOf('changed.pdf', changed)], { encoding: 'utf8' });
    expect(report.stdout).toContain('Digest Mismatch');
  });

  it('is accepted by openssl as CAdES', () => {
    const [signature] = pdfSignatures(signed);
    const content = fileOf('content.bin', Buffer.concat([...(signature?.signedParts ?? [])]));
    const cms = fileOf('signature.der', signature?.contents ?? new Uint8Array());
    const certificate = fileOf('certificate.pem', Buffer.from(pem(identity.certificate)));
    const options = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content];
    const run = spawnSync('openssl', [...options, '-CAfile', certificate, '-out', '/dev/null'], { encoding: 'utf8' });
    expect(run.stderr).toMatch(/(CAdES|CMS) Verification successful/);
    expect(run.status).toBe(0);
  });

  it('carries the one act and metadata without personal text', () => {
    execFileSync('pdfdetach', ['-saveall', '-o', folder, fileOf('signed.pdf', signed)]);
    const info = execFileSync('pdfinfo', [fileOf('signed.pdf', signed)], { encoding: 'utf8' });
    expect(info).toMatch(/Title:\s+Laporan Permasalahan Perilaku Kerja/);
    expect(info).not.toContain(people.assessor.name);
    expect(verifyDocument(signed, now, [])).toMatchObject({
      content: 'whole',
      act: { hash: act.hash, type: 'statusNotified' },
      signatures: [{ signer: people.assessor.name, selfIssued: true, intact: true, coversWholeFile: true }],
    });
  });

  it('makes certificates that name the person', () => {
    const certificate = new X509Certificate(identity.certificate);
    expect(certificate.subject.replaceAll('\\', '')).toContain(`CN=${people.assessor.name}`);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
  });
});
