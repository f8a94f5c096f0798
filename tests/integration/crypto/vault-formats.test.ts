import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlcipher from '@signalapp/sqlcipher';
import { beforeAll, describe, expect, it } from 'vitest';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { toRecoveryGroups } from '../../../electron/backend/vault/recovery-code.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { opened } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import { assessor, institution } from '../../fixtures/people/cast.ts';

// Keys, databases and backups by the commands of docs/formats.md, as they stand there.

const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/formats.md'), 'utf8');

const blockOf = (name: string, language: 'sh' | 'sql'): string => {
  const block = new RegExp(`<!-- tested: ${name} -->\n\`\`\`${language}\n(.*?)\`\`\``, 's').exec(guide)?.[1];
  if (block === undefined) throw new Error(`no commands called ${name}`);
  return block;
};

/** Runs commands of the guide in a folder, as a person at a terminal, who types the passphrase where it is asked. */
const runGuide = (name: string, folder: string, vault = ''): string => {
  const commands = blockOf(name, 'sh').replace('cd /dev/shm', `cd '${folder}'`).replaceAll('/path/to/vault', vault);
  const script = join(temporaryFolder(), 'commands.sh');
  writeFileSync(script, `set -euo pipefail\n${commands}`);
  const line = `bash '${script}'`;
  const terminal = ['script', '-qec', line, '/dev/null'];
  const ended = spawnSync('setsid', ['--wait', ...terminal], {
    cwd: folder,
    input: `${passphrase}\n`,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (ended.status !== 0) throw new Error(`the guide failed: ${ended.stdout}`);
  return ended.stdout;
};

interface Keys {
  readonly recordsKey: string;
  readonly notesKey: string;
}

const keysIn = (folder: string): Keys => JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as Keys;

/** What the statements of the guide give of a database, in a genuine SQLCipher. */
const queried = (file: string, key: string): unknown[] => {
  const [unlock = '', select = ''] = blockOf('database', 'sql').trim().split('\n');
  const db = new Sqlcipher(file);
  try {
    db.exec(unlock.replace(/<recordsKey: .*>/, key));
    return db.prepare(select).all() as unknown[];
  } finally {
    db.close();
  }
};

beforeAll(() => vaultTemplate());

/** A vault with one act, and an empty folder with its backup in it. */
const backedUp = async (): Promise<{ readonly vault: string; readonly folder: string; readonly backup: string }> => {
  const vault = await copyOfVault();
  const folder = temporaryFolder();
  const open = await openForTest(vault);
  const identity = { person: assessor, roles: ['assessor'], institution } as const;
  unwrap(transactRecords(open.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  const calls = callsOn(open);
  await opened(calls);
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', folder) });
  await calls.get('backup.make', {});
  open.close();
  const [name = ''] = readdirSync(folder);
  return { vault, folder, backup: join(folder, name) };
};

describe('docs/formats.md on a vault', () => {
  it('opens keys by passphrase and by sheet, and a database by its key', async () => {
    const { vault } = await backedUp();
    const [byPassphrase, bySheet] = [temporaryFolder(), temporaryFolder()];
    runGuide('key file', byPassphrase, vault);
    const groups = toRecoveryGroups((await vaultTemplate()).recoveryIdentity);
    writeFileSync(join(bySheet, 'sheet.txt'), `AGE-SECRET-KEY-1${groups.join('')}\n`);
    runGuide('sheet', bySheet, vault);
    expect(keysIn(bySheet)).toEqual(keysIn(byPassphrase));
    expect(queried(join(vault, 'records.db'), keysIn(bySheet).recordsKey)).toMatchObject([{ type: 'caseOpened' }]);
  });
});

describe('docs/formats.md on a backup', () => {
  it('unpacks, opens and checks it with tar, age, sha256sum and openssl', async () => {
    const { folder } = await backedUp();
    const said = runGuide('backup', folder);
    const names = ['key.age', 'key-copy.age', 'recovery.age', 'records.db', 'notes.db'];
    for (const name of names) expect(said).toContain(`${name}: OK`);
    expect(said.match(/: OK/g)).toHaveLength(names.length);
    expect(said).toContain('Signature Verified Successfully');
    expect(queried(join(folder, 'records.db'), keysIn(folder).recordsKey)).toMatchObject([{ type: 'caseOpened' }]);
  });

  it('sees a change of a file and of the manifest by the same commands', async () => {
    const { folder, backup } = await backedUp();
    const good = readFileSync(backup);
    const changed = (from: string, to: string): Buffer =>
      Buffer.from(good.toString('latin1').replace(from, to), 'latin1');
    const note = good.toString('latin1').lastIndexOf('"madeAt": "2');
    expect(note).toBeGreaterThan(0);
    writeFileSync(backup, changed('"madeAt": "2', '"madeAt": "3'));
    expect(() => runGuide('backup', folder)).toThrow(/Signature Verification Failure/);
    const spoiled = Buffer.from(good);
    spoiled[note - 60_000] = (spoiled[note - 60_000] ?? 0) ^ 1;
    const other = temporaryFolder();
    writeFileSync(join(other, 'bilik-x.cadangan'), spoiled);
    expect(() => runGuide('backup', other)).toThrow(/FAILED/);
  });
});
