import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFingerprint } from '../../../electron/backend/crypto/key-fingerprint.ts';

import type { PackageSource } from '../../../electron/backend/formats/package/write-package.ts';
import { signedRecordFile } from '../../fixtures/guidance.ts';
import { fileOf, makeReceiver, samplePackage } from '../../fixtures/packages.ts';

const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/formats.md'), 'utf8');

const commandsOf = (name: string): string => {
  const commands = new RegExp(`<!-- tested: ${name} -->\n\`\`\`sh\n(.*?)\`\`\``, 's').exec(guide)?.[1];
  if (commands === undefined) throw new Error(`no commands called ${name}`);
  return commands;
};

let folder = '';
let source: PackageSource;

/** Runs commands of the guide as they stand there. */
const runGuide = (name: string): string =>
  execFileSync('bash', ['-euo', 'pipefail', '-c', `{ ${commandsOf(name)} } 2>&1`], { cwd: folder, encoding: 'utf8' });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-package-formats-'));
  const { identity, recipient } = await makeReceiver();
  const content = { acts: 3, blobs: [randomBytes(300_000), Buffer.from('teks')], draft: Buffer.from('{}') };
  source = samplePackage(content, recipient);
  const file = await fileOf(source);
  writeFileSync(join(folder, 'identitas.txt'), `# public key: ${recipient}\n${identity}\n`);
  // More than nine parts: their names are not in the order of the alphabet.
  const size = Math.ceil(file.length / 11);
  for (let at = 0; at < 11; at += 1) {
    const name = `bilik-01234567-${at + 1}-dari-11.paket`;
    writeFileSync(join(folder, name), file.subarray(at * size, (at + 1) * size));
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('docs/formats.md on packages', () => {
  it('joins and opens a package with cat, age and tar', () => {
    expect(runGuide('package')).toBe('');
    expect(readFileSync(join(folder, 'manifest.json')).equals(source.manifestBytes)).toBe(true);
    for (const { hash, bytes } of source.acts) {
      expect(readFileSync(join(folder, 'acts', `${hash}.json`)).equals(bytes)).toBe(true);
    }
    for (const { sha256 } of source.blobs) expect(existsSync(join(folder, 'blobs', sha256))).toBe(true);
  });

  it('checks signature and hashes with openssl and sha256sum', () => {
    runGuide('package');
    const said = runGuide('manifest').trim().split('\n');
    const { sender } = JSON.parse(Buffer.from(source.manifestBytes).toString());
    const hashes = source.acts.map(({ hash }) => hash);
    const blobs = source.blobs.map(({ sha256 }) => sha256).sort();
    expect(said).toEqual([
      'Signature Verified Successfully',
      keyFingerprint(sender.key),
      ...hashes.map((hash) => `acts/${hash}.json: OK`),
      ...blobs.map((hash) => `blobs/${hash}: OK`),
      ...[...hashes].sort().map((hash) => `${hash}  acts/${hash}.json`),
    ]);
  });

  it('sees a change by the same commands', () => {
    runGuide('package');
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
    writeFileSync(join(folder, 'manifest.json'), manifest.replace('"counter":1', '"counter":2'));
    expect(() => runGuide('manifest')).toThrow(/Verification Failure|Command failed/);
    writeFileSync(join(folder, 'manifest.json'), manifest);
    writeFileSync(join(folder, 'blobs', source.blobs[1]?.sha256 ?? ''), 'Teks');
    expect(() => runGuide('manifest')).toThrow(/FAILED|Command failed/);
  });
});

describe('docs/formats.md on a record of coaching', () => {
  it('names it and checks every signature with openssl', () => {
    const { hash, file, keys } = signedRecordFile();
    writeFileSync(join(folder, 'rekaman.json'), file);
    expect(runGuide('record').trim().split('\n')).toEqual([
      `${hash}  record.bin`,
      ...keys.flatMap((key, party) => [
        `"party":${party},"record":"${hash}"`,
        keyFingerprint(key),
        'Signature Verified Successfully',
      ]),
    ]);
  });

  it('sees a changed statement by the same commands', () => {
    const { file } = signedRecordFile(([first, ...others]) => [
      { ...first!, statement: Buffer.from(Buffer.from(first!.statement).toString().replace('T04:', 'T05:')) },
      ...others,
    ]);
    writeFileSync(join(folder, 'rekaman.json'), file);
    expect(() => runGuide('record')).toThrow(/Verification Failure|Command failed/);
  });
});
