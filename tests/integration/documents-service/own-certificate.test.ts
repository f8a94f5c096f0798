import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attachBytes, castOf, record, step } from '../../fixtures/case-steps.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { makeP12, type P12Wanted } from '../../fixtures/p12-files.ts';

const passphrase = 'rahasia kecil';

interface Desk {
  readonly calls: Calls;
  readonly documentId: string;
  readonly folder: string;
}

/** A vault with one paper of its own. */
const desk = async (): Promise<Desk> => {
  const calls = callsOn(await testVault(castOf.assessor, ['assessor']));
  const { caseId } = await calls.get('case.recordAct', { ...step('caseOpened', 'assessor'), draftId: null });
  await record(calls, step('problemIdentified', 'assessor', { caseId }));
  const hash = await record(calls, step('problemCommunicated', 'assessor', { caseId }));
  const { documentId } = await calls.get('documents.ofAct', { hash });
  calls.host.chosen = passphrase;
  return { calls, documentId, folder: temporaryFolder() };
};

const tokenOf = async ({ calls, folder }: Desk, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, 'sertifikat.p12');
  writeFileSync(path, bytes);
  calls.host.files = [path];
  const [file] = await calls.get('dialog.chooseFiles', { purpose: 'certificate' });
  return file?.token ?? expect.fail('nothing chosen');
};

const bytesOf = async ({ calls, documentId }: Desk): Promise<Uint8Array> =>
  (await calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 })).bytes;

const exported = async (at: Desk, wanted: P12Wanted) => {
  const target = join(at.folder, 'keluar.pdf');
  at.calls.host.saveTarget = target;
  const fileToken = await tokenOf(at, makeP12(at.folder, wanted));
  const answer = await at.calls.get('documents.exportWithCertificate', { documentId: at.documentId, fileToken });
  return { answer, target };
};

describe('a paper that leaves with a certificate of the holder', () => {
  it.each([
    { sealing: 'modern', key: 'rsa:2048', issued: 'authority' },
    { sealing: 'legacy', key: 'rsa:2048', issued: 'self' },
    { sealing: 'legacy', key: 'ec', issued: 'authority' },
  ] as const)('is signed twice and says what the certificate says: $sealing, $key, $issued', async (wanted) => {
    const at = await desk();
    const { calls } = at;
    const before = await bytesOf(at);
    const { answer, target } = await exported(at, wanted);
    expect(answer).toMatchObject({
      saved: true,
      certificate: {
        holder: 'Kepala Contoh',
        issuer: wanted.issued === 'self' ? 'Kepala Contoh' : 'Induk Contoh',
        selfIssued: wanted.issued === 'self',
      },
    });
    const report = execFileSync('pdfsig', ['-nocert', target], { encoding: 'utf8' });
    expect(report.match(/Signature is Valid/g)).toHaveLength(2);
    expect(execFileSync('qpdf', ['--check', target], { encoding: 'utf8' })).not.toMatch(/warning/i);
    expect(await bytesOf(at)).toEqual(before);
    expect(Buffer.from(readFileSync(target)).subarray(0, before.length).equals(Buffer.from(before))).toBe(true);
    const attachmentId = await attachBytes(calls, new Uint8Array(readFileSync(target)));
    const check = await calls.get('documents.check', { attachmentId });
    expect(check).toMatchObject({ verdict: 'signedByCertificate', content: 'extended', signer: 'partly' });
    expect(check.signatures.map(({ holder }) => holder)).toEqual([castOf.assessor.name, null]);
  });

  it('is asked for with the name of file and paper, and a passphrase of the file that may be empty', async () => {
    const at = await desk();
    const fileToken = await tokenOf(at, makeP12(at.folder, { key: 'ec', passphrase: '' }));
    const input = { documentId: at.documentId, fileToken };
    const method = 'documents.exportWithCertificate' as const;
    const shown = await confirmationOf({ method, kind: 'passphrase', input } as never, at.calls.context);
    expect(shown).toMatchObject({
      value: {
        chooses: 'certificate',
        facts: [
          { label: 'document', lines: ['Lembar Komunikasi Permasalahan Perilaku Kerja'] },
          { label: 'certificate', lines: ['sertifikat.p12'] },
        ],
      },
    });
    at.calls.host.chosen = null;
    at.calls.host.saveTarget = join(at.folder, 'a.pdf');
    expect(await at.calls.get(method, input)).toMatchObject({ saved: true });
  });

  it('is not made when anything is amiss, and then nothing changes', async () => {
    const at = await desk();
    const { calls, documentId } = at;
    calls.host.saveTarget = join(at.folder, 'keluar.pdf');
    const before = dumpVault(calls.context.vault);
    const code = async (bytes: Uint8Array): Promise<string> =>
      (await calls.code('documents.exportWithCertificate', { documentId, fileToken: await tokenOf(at, bytes) })) ?? '';
    calls.host.chosen = 'lain';
    expect(await code(makeP12(at.folder, { key: 'ec', sealing: 'legacy' }))).toBe('certificatePassphraseWrong');
    calls.host.chosen = passphrase;
    expect(await code(makeP12(at.folder, { key: 'rsa:1024' }))).toBe('certificateKeyWeak');
    expect(await code(Buffer.from('bukan sertifikat'))).toBe('certificateFileInvalid');
    expect(await code(new Uint8Array(300_000))).toBe('certificateFileTooLarge');
    const fileToken = await tokenOf(at, makeP12(at.folder, { key: 'ec' }));
    const refused = (input: { readonly documentId: string; readonly fileToken: string }) =>
      calls.code('documents.exportWithCertificate', input);
    expect(await refused({ documentId: 'tiada', fileToken })).toBe('unknownDocument');
    expect(await refused({ documentId, fileToken: 'tiada' })).toBe('unknownToken');
    expect(dumpVault(calls.context.vault)).toEqual(before);
  });

  it('is left out when the person cancels the dialog', async () => {
    const at = await desk();
    at.calls.host.saveTarget = null;
    const fileToken = await tokenOf(at, makeP12(at.folder, { key: 'ec' }));
    const answer = await at.calls.get('documents.exportWithCertificate', { documentId: at.documentId, fileToken });
    expect(answer.saved).toBe(false);
  });
});
