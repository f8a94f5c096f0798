import { copyFileSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { checkKeptFiles } from '../../../electron/backend/attachments/check-files.ts';
import { storeBytes } from '../../../electron/backend/attachments/store-bytes.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { inOneGo } from '../../../electron/backend/db/turns.ts';
import { checkRowsNow } from '../../../electron/backend/integrity/integrity.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { workspaceOf } from '../../../electron/backend/workspace/workspace.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import { writeUnseen } from '../../fixtures/write-unseen.ts';

beforeAll(() => vaultTemplate());

const workOf = (vault: OpenVault) => workspaceOf({ vault, clock: vaultDeps.clock, random: vaultDeps.random });

/** Keeps a file of two pieces and a bit. */
const keepFile = (vault: OpenVault): void => {
  const bytes = Buffer.alloc(2_200_000, 'lampiran ');
  const kept = { caseId: null, name: 'pindaian.pdf', mediaType: 'application/pdf', bytes };
  unwrap(transactRecords(vault.records, (tx) => ok(storeBytes(vaultDeps, tx, kept))));
};

const doc = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });

const codes = (findings: readonly { readonly file: string; readonly code: string }[]): string[] =>
  findings.map(({ file, code }) => `${file} ${code}`);

it('says that nothing was checked, then that rows fit, then that everything is whole', async () => {
  const vault = await openForTest(await copyOfVault());
  keepFile(vault);
  const calls = callsOn(vault);
  const nothing = { rowsAt: null, wholeAt: null, findings: [], acceptable: false, step: null };
  expect(await calls.get('integrity.status', {})).toEqual(nothing);
  unwrap(await checkRowsNow(workOf(vault)));
  const counted = await calls.get('integrity.status', {});
  expect(counted).toEqual({ ...nothing, rowsAt: expect.any(String) });
  await calls.get('integrity.check', {});
  expect(await calls.get('integrity.status', {})).toEqual({
    ...nothing,
    rowsAt: expect.any(String),
    wholeAt: expect.any(String),
  });
});

it.each([
  ["INSERT INTO settings VALUES ('luar', '1')", 'records'],
  ["DELETE FROM audit WHERE seq = 0; INSERT INTO meta VALUES ('luar', '1')", 'notes'],
] as const)('finds what was written outside of the program: %s', async (statements, name) => {
  const vault = await openForTest(await copyOfVault());
  writeUnseen(vault[name], statements);
  const calls = callsOn(vault);
  await calls.get('integrity.check', {});
  expect(codes((await calls.get('integrity.status', {})).findings)).toEqual([`${name}.db rowsDiffer`]);
  vault.close();
  expect(codes(unwrap(await checkVault(vaultDeps, { dir: vault.dir, passphrase })).findings)).toEqual([
    `${name}.db rowsDiffer`,
  ]);
});

it('still finds it after the vault was worked in and opened again, until a person accepts it', async () => {
  const dir = await copyOfVault();
  const vault = await openForTest(dir);
  writeUnseen(vault.records, "INSERT INTO settings VALUES ('luar', '1')");
  vault.close();
  const again = await openForTest(dir);
  const calls = callsOn(again);
  await calls.get('settings.set', await calls.get('settings.get', {}));
  unwrap(await checkRowsNow(workOf(again)));
  const status = await calls.get('integrity.status', {});
  expect([codes(status.findings), status.acceptable]).toEqual([['records.db rowsDiffer'], true]);
  const place = temporaryFolder();
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
  expect([await calls.code('backup.make', {}), readdirSync(place)]).toEqual(['vaultNotWhole', []]);
  await calls.get('integrity.accept', {});
  await calls.get('backup.make', {});
  expect((await calls.get('integrity.status', {})).findings).toEqual([]);
  expect((await calls.get('audit.list', { store: 'records', before: null, limit: 10 })).entries).toContainEqual(
    expect.objectContaining({ kind: 'integrityAccepted' }),
  );
  again.close();
  expect(unwrap(await checkVault(vaultDeps, { dir, passphrase })).findings).toEqual([]);
});

it.each(['records', 'notes'] as const)('knows %s.db that was put back to an earlier state', async (name) => {
  const dir = await copyOfVault();
  const work = async (): Promise<void> => {
    const vault = await openForTest(dir);
    const calls = callsOn(vault);
    await calls.get('settings.set', await calls.get('settings.get', {}));
    await calls.get('notes.save', { noteId: null, caseId: null, title: 'Catatan', content: doc, attachmentIds: [] });
    vault.anchor();
    vault.close();
  };
  await work();
  const earlier = temporaryFolder();
  cpSync(dir, earlier, { recursive: true });
  await work();
  copyFileSync(join(earlier, `${name}.db`), join(dir, `${name}.db`));
  const checked = unwrap(await checkVault(vaultDeps, { dir, passphrase }));
  expect(codes(checked.findings)).toEqual([`${name}.db databaseBehind`]);
  // It goes on being used, and is opened again: what was found stays found.
  await work();
  const vault = await openForTest(dir);
  const calls = callsOn(vault);
  unwrap(await checkRowsNow(workOf(vault)));
  expect(codes((await calls.get('integrity.status', {})).findings)).toEqual([`${name}.db databaseBehind`]);
  await calls.get('integrity.accept', {});
  expect((await calls.get('integrity.status', {})).findings).toEqual([]);
  vault.close();
  await work();
  expect(unwrap(await checkVault(vaultDeps, { dir, passphrase })).findings).toEqual([]);
});

it.each([
  'UPDATE attachment_chunks SET data = zeroblob(length(data)) WHERE idx = 1',
  'DELETE FROM attachment_chunks WHERE idx = 1',
  'UPDATE attachments SET size = size + 1',
])('finds a file that is not what was kept: %s', async (statement) => {
  const vault = await openForTest(await copyOfVault());
  keepFile(vault);
  expect(inOneGo(checkKeptFiles(vault, 'records'))).toEqual([]);
  vault.records.$client.exec(statement);
  expect(codes(inOneGo(checkKeptFiles(vault, 'records')))).toEqual(['records.db fileDamaged']);
});

it('runs one check at a time, and none after it was cancelled', async () => {
  const vault = await openForTest(await copyOfVault());
  keepFile(vault);
  const calls = callsOn(vault);
  const checking = calls.code('integrity.check', {});
  await new Promise(setImmediate);
  expect(await calls.code('integrity.check', {})).toBe('checkRunning');
  await calls.get('integrity.cancel', {});
  expect(await checking).toBe('checkCancelled');
  expect(await calls.get('integrity.status', {})).toMatchObject({ step: null, wholeAt: null });
});

it('breaks off quietly where the vault is closed meanwhile', async () => {
  const vault = await openForTest(await copyOfVault());
  keepFile(vault);
  const checking = checkRowsNow(workOf(vault));
  await new Promise(setImmediate);
  vault.close();
  expect(await checking).toEqual({ ok: false, error: { code: 'checkCancelled' } });
});
