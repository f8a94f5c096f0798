import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicKeyOf, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { keyFingerprint } from '../../../electron/backend/crypto/key-fingerprint.ts';
import { writeNote } from '../../../electron/backend/crypto/signed-note.ts';
import { writeActCopy } from '../../../electron/backend/formats/act/act-copy.ts';
import { verifySealedAct } from '../../../electron/backend/formats/act/act-crypto.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { auditFile } from '../../../electron/backend/trail/audit-file.ts';
import { writeCheckpoint } from '../../../electron/backend/trail/checkpoint.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { growTo } from '../../fixtures/audit-chains.ts';
import {
  sampleAct,
  sampleIdentity,
  institution as sampleInstitution,
  samplePdf,
  signedAt,
} from '../../fixtures/document-samples.ts';

const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/formats.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'bilik-document-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the commands of the guide that stand after `<!-- tested: name -->`, as they stand there. */
const runGuide = (name: string): string => {
  const commands = new RegExp(`<!-- tested: ${name} -->\n\`\`\`sh\n(.*?)\`\`\``, 's').exec(guide)?.[1];
  if (commands === undefined) throw new Error(`no commands called ${name}`);
  return execFileSync('bash', ['-euo', 'pipefail', '-c', `{ ${commands} } 2>&1`], { cwd: folder, encoding: 'utf8' });
};

/** An exported audit trail, as a vault with this key and id writes it. */
const sampleTrail = (): Uint8Array => {
  const signingKey = signingKeyOf(Buffer.alloc(32, 5));
  const vaultId = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
  const rows = growTo(7);
  const note = writeCheckpoint(
    { instanceId: vaultId, signNote: (name, text) => writeNote(signingKey, name, text) },
    'records',
    { entries: rows.length, head: rows.at(-1)?.hash ?? new Uint8Array() },
  );
  const head = { format: 'bilik/audit/v1', vaultId, store: 'records', key: toHex(publicKeyOf(signingKey)) } as const;
  return Buffer.concat([...auditFile(head, rows, { note, size: rows.length })]);
};

const act = sampleAct();
beforeAll(async () => {
  const identity = sampleIdentity();
  const pdf = await signDocument({ pdf: await samplePdf(), act, title: 'Uji', at: signedAt, identity });
  writeFileSync(join(folder, 'dokumen.pdf'), pdf);
  writeFileSync(join(folder, 'jejak.jsonl'), sampleTrail());
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

  it('checks header and signature of the act with openssl', () => {
    const said = runGuide('act').split('\n');
    const opened = verifySealedAct(act);
    const header = opened.ok ? opened.value.header : null;
    expect(said[0]).toContain(act.hash);
    expect(said[1]).toBe(keyFingerprint(header?.authorKey ?? ''));
    expect(said[2]).toBe('Signature Verified Successfully');
  });

  it('checks the body with a few lines of code, and finds another one by them', () => {
    runGuide('act');
    expect(runGuide('body').trim()).toBe('the body is the one that was signed');
    const body = readFileSync(join(folder, 'body.bin'), 'utf8');
    const changed = body.replace('counselled', 'notCounselled');
    expect(changed).not.toBe(body);
    writeFileSync(join(folder, 'body.bin'), changed);
    expect(runGuide('body').trim()).toBe('another body');
  });

  it('checks the parts of a copy, and finds a changed one by the same commands', async () => {
    const release = sampleAct('copyReleased', {}, [[], []], { about: act.hash });
    const paperOf = async (copied: Uint8Array | null) => {
      const signed = { act: release, copied, title: 'Uji', at: signedAt, identity: sampleIdentity() };
      writeFileSync(join(folder, 'salinan.pdf'), await signDocument({ pdf: await samplePdf(), ...signed }));
      return runGuide('copy').trim().split('\n').sort();
    };
    const copied = writeActCopy(act, ['content/status']) ?? expect.fail('no copy');
    const shown = ['author', 'authorOffice', 'content/date', 'institution', 'paper'];
    const signed = shown.map((part) => `signed: ${part}`);
    expect(await paperOf(copied)).toEqual(
      ['the parts are those that were signed', 'left out: content/status', ...signed].sort(),
    );
    const text = Buffer.from(copied).toString();
    const institution = Buffer.from('"Badan Lain"').toString('base64');
    const before = Buffer.from(JSON.stringify(sampleInstitution.name)).toString('base64');
    const changed = Buffer.from(text.replace(before, institution));
    expect(changed.toString()).not.toBe(text);
    expect(await paperOf(changed)).toContain('NOT SIGNED: institution');
  });

  it('checks an exported audit trail with openssl and the shell', () => {
    expect(runGuide('audit').trim().split('\n')).toEqual([
      'every entry follows from the one before it',
      'Signature Verified Successfully',
      'the length is the one that was signed',
      'the head is the one that was signed',
    ]);
  });

  it('finds a changed entry of a trail by the same commands', () => {
    const whole = readFileSync(join(folder, 'jejak.jsonl'), 'utf8');
    writeFileSync(join(folder, 'jejak.jsonl'), whole.replace('"seq":3', '"seq":4'));
    let said = '';
    try {
      runGuide('audit');
    } catch (thrown) {
      said = (thrown as { readonly stdout: string }).stdout;
    }
    writeFileSync(join(folder, 'jejak.jsonl'), whole);
    expect(said).toContain('computed.txt hashes.txt differ');
    expect(said).not.toContain('every entry follows');
    expect(said).not.toContain('the head is the one');
  });
});
