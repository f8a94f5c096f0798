import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { ownCard, ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import { testVault } from '../../fixtures/calls.ts';
import { asUnlocked } from '../../fixtures/directory.ts';
import * as people from '../../fixtures/people/cast.ts';

const root = resolve(import.meta.dirname, '../../..');
const guide = readFileSync(join(root, 'docs/formats.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'bilik-signed-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const commandsOf = (name: string): string => {
  const commands = new RegExp(`<!-- tested: ${name} -->\n\`\`\`sh\n(.*?)\`\`\``, 's').exec(guide)?.[1];
  if (commands === undefined) throw new Error(`no commands called ${name}`);
  return commands;
};

/** Runs commands of the guide, one after the other, as they stand there; the output of all. */
const runGuide = (...names: string[]): string =>
  execFileSync('bash', ['-euo', 'pipefail', '-c', `{ ${names.map(commandsOf).join('\n')} } 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
  });

describe('docs/formats.md on signed files', () => {
  let key = '';
  beforeEach(async () => {
    const actor = asUnlocked(await testVault(people.counsellor, ['counsellor']));
    ({ key } = await ownCard(actor));
    writeFileSync(join(folder, 'bilik.kartu'), await ownCardFile(actor));
    copyFileSync(join(root, 'shared/domain/identity/words.ts'), join(folder, 'words.ts'));
  });

  it('checks the signature of a card with openssl and shows what it says', () => {
    expect(runGuide('signed file').trim()).toBe('Signature Verified Successfully');
    const payload = JSON.parse(readFileSync(join(folder, 'payload.json'), 'utf8'));
    expect(payload).toMatchObject({ format: 'bilik/card/v1', key, person: { name: people.counsellor.name } });
    expect(JSON.stringify(payload)).not.toContain(people.counsellor.nip);
  });

  it('sees a change', () => {
    const file = readFileSync(join(folder, 'bilik.kartu'), 'utf8');
    writeFileSync(join(folder, 'bilik.kartu'), file.replace(/("payload": "e)./, '$1z'));
    expect(() => runGuide('signed file')).toThrow(/Signature Verification Failure|Command failed/);
  });

  it('makes the ten words of its key', () => {
    expect(runGuide('signed file', 'words').trim().split('\n').at(-1)?.trim()).toBe(wordsOfKey(key).join(' '));
  });
});
