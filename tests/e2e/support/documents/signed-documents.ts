import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { pdfSignatures } from '../../../../electron/backend/formats/pdf/pdf-signatures.ts';
import { attachBytes, type Getter } from '../../../fixtures/case-steps.ts';
import type { CaseVault } from './case-vault.ts';

const run = (program: string, ...args: string[]): { readonly status: number | null; readonly text: string } => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
};

/** Works with the files of a folder that is gone afterwards. */
const inFolder = <T>(work: (fileOf: (name: string, bytes?: Uint8Array) => string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-variants-'));
  try {
    return work((name, bytes) => {
      if (bytes !== undefined) writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What poppler's pdfsig says of a PDF. */
const pdfsig = (pdf: Uint8Array): string =>
  inFolder((fileOf) => run('pdfsig', '-nocert', fileOf('document.pdf', pdf)).text);

/** What openssl says of the one signature of a PDF as CAdES, trusting the certificate within it; and whose it is. */
const opensslCades = (pdf: Uint8Array): string =>
  inFolder((fileOf) => {
    const [signature] = pdfSignatures(pdf);
    const cms = fileOf('signature.der', signature?.contents ?? new Uint8Array());
    const certificate = fileOf('certificate.pem');
    const read = run('openssl', 'pkcs7', '-inform', 'DER', '-in', cms, '-print_certs', '-out', certificate);
    const subject = run('openssl', 'x509', '-in', certificate, '-noout', '-subject', '-nameopt', 'utf8,sep_multiline');
    const signed = fileOf('content.bin', Buffer.concat([...(signature?.signedParts ?? [])]));
    const given = ['-binary', '-inform', 'DER', '-in', cms, '-content', signed, '-CAfile', certificate];
    const verified = run('openssl', 'cms', '-verify', '-cades', ...given, '-out', fileOf('out.bin'));
    return `${read.text}${subject.text}${verified.text} status ${verified.status}`;
  });

/** The words of a PDF, as another program reads them. */
export const wordsOf = (pdf: Uint8Array): string =>
  inFolder((fileOf) => run('pdftotext', '-layout', fileOf('document.pdf', pdf), '-').text);

/** The words of a PDF and all that is attached to it. */
export const textsOf = (pdf: Uint8Array): string =>
  inFolder((fileOf) => {
    const file = fileOf('document.pdf', pdf);
    run('pdfdetach', '-saveall', '-o', fileOf(''), file);
    const attached = readdirSync(fileOf(''))
      .filter((name) => name !== 'document.pdf')
      .map((name) => readFileSync(fileOf(name), 'utf8'));
    return [wordsOf(pdf), ...attached].join('\n');
  });

/** The signed PDF of an act as it comes out of the vault. */
export const documentOf = async (vault: Getter, hash: string) => {
  const summary = await vault.get('documents.ofAct', { hash });
  const { documentId, size } = summary;
  const { bytes } = await vault.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
  const pdf = Buffer.from(bytes);
  expect(pdf.length).toBe(size);
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(summary.sha256);
  return { ...summary, pdf };
};

/** The same with one digit of the page's size changed. */
const withChangedByte = (pdf: Buffer): Buffer => {
  const changed = Buffer.from(pdf);
  const at = changed.indexOf('/MediaBox') + 13;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

const contentOf = async (vault: Getter, pdf: Buffer): Promise<string> => {
  const attachmentId = await attachBytes(vault, new Uint8Array(pdf));
  return (await vault.get('documents.check', { attachmentId })).content ?? 'unreadable';
};

/**
 * Expects that an act has a signed document of this kind which other people's programs and our own check accept in the
 * holder's name, and that all of them see one changed byte. Resolves to its texts.
 */
export const expectDocument = async (vault: CaseVault, hash: string, kind: string): Promise<string> => {
  const { pdf, ...summary } = await documentOf(vault, hash);
  expect(summary).toMatchObject({ kind, state: 'signed', actHash: hash, mediaType: 'application/pdf' });
  expect(await vault.get('documents.ofAct', { hash })).toEqual(summary);
  const report = pdfsig(pdf);
  for (const found of ['Signature is Valid', 'Total document signed', 'ETSI.CAdES.detached', 'SHA-256'])
    expect(report).toContain(found);
  const cades = opensslCades(pdf);
  expect(cades).toMatch(/(CAdES|CMS) Verification successful[\s\S]* status 0$/);
  expect(cades).toContain(vault.person.name);
  expect(await contentOf(vault, pdf)).toBe('whole');
  const changed = withChangedByte(pdf);
  expect(pdfsig(changed)).toContain('Digest Mismatch');
  expect(opensslCades(changed)).not.toContain('erification successful');
  expect(await contentOf(vault, changed)).toBe('damaged');
  return textsOf(pdf);
};
