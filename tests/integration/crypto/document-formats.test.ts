import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFingerprint, verifySealedAct } from '../../../electron/backend/case/act-crypto.ts';
import { signDocument } from '../../../electron/backend/documents/sign-pdf.ts';
import { sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';

const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/formats.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'bilik-document-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the commands of the guide that stand after `<!-- tested: name -->`, as they stand there. */
const runGuide = (name: string): string => {
  const commands = new RegExp(`<!-- tested: ${name} -->\n\`\`\`sh\n(.*?)\`\`\``, 's').exec(guide)?.[1];
  if (commands === undefined) throw new Error(`no commands called ${name}`);
  return execFileSync('bash', ['-euo', 'pipefail', '-c', `{ ${commands} } 2>&1`], { cwd: folder, encoding: 'utf8' });
};

const act = sampleAct();
beforeAll(async () => {
  const identity = sampleIdentity();
  const pdf = await signDocument({ pdf: await samplePdf(), act, title: 'Uji', at: signedAt, identity });
  writeFileSync(join(folder, 'dokumen.pdf'), pdf);
});

describe('docs/formats.md', () => {
  it('checks the signature with pdfsig', () => {
    const said = runGuide('signature');
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
  });

  it('checks the signature with openssl', () => {
    const said = runGuide('openssl');
    expect(said).toContain('Verification successful');
    expect(said).toMatch(/CN = .*Sekar/);
  });

  it('checks the act with openssl', () => {
    const said = runGuide('act').split('\n');
    const opened = verifySealedAct(act);
    const header = opened.ok ? opened.value.header : null;
    expect(said[0]).toContain(act.hash);
    expect(said[1]).toContain(header?.bodyCommit);
    expect(said[2]).toBe(keyFingerprint(header?.authorKey ?? ''));
    expect(said[3]).toBe('Signature Verified Successfully');
  });
});
