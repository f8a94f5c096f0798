import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { capabilities } from '../../../electron/backend/capabilities.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import {
  copyOfVault,
  openCode,
  openForTest,
  passphrase,
  unwrap,
  vaultDeps,
  vaultTemplate,
} from '../../fixtures/made-vault.ts';
import { good, kinds, start, startUnlocked } from './start-backend.ts';

beforeAll(async () => {
  await vaultTemplate();
});

describe('the backend', () => {
  it('leaves nothing of dropped files behind when it locks', async () => {
    const { call, dir } = await startUnlocked();
    const head = new Uint8Array(Buffer.from('age-encryption.org/v1\n'));
    const { incomingId } = good<{ incomingId: string }>(await call('exchange.begin', { name: 'a.paket', size: 100 }));
    good(await call('exchange.append', { incomingId, offset: 0, bytes: head }));
    expect(existsSync(join(dir, 'incoming', incomingId))).toBe(true);
    good(await call('vault.lock', {}));
    await vi.waitFor(() => expect(existsSync(join(dir, 'incoming'))).toBe(false), 60_000);
  });

  it('tells its preferences at the start and after each change, and keeps them', async () => {
    const { heard, call } = start();
    good(await call('session.setPreferences', { language: 'en', colorScheme: 'dark' }));
    expect(heard.toMain).toMatchObject([
      { kind: 'preferences', preferences: { language: 'id', colorScheme: 'auto' } },
      { kind: 'preferences', preferences: { language: 'en', colorScheme: 'dark' } },
    ]);
    expect(await call('session.get', {})).toMatchObject({
      value: { unlocked: null, preferences: { language: 'en', colorScheme: 'dark' }, appVersion: '0.0.0' },
    });
  });

  it('gives a page a token and a name for what was chosen, never the path', async () => {
    const { call, folder } = start({ chooseFolder: { ok: true, value: '/contoh/tempat/Brankas Contoh' } });
    const chosen = good<object>(await call('dialog.chooseFolder', { purpose: 'openVault' }));
    expect(chosen).toEqual({ token: expect.stringMatching(/^[0-9a-f]{32}$/), label: 'Brankas Contoh' });
    expect(JSON.stringify(await call('vault.list', {}))).not.toContain(folder);
  });

  it('answers null when the person cancels or no dialog can be shown', async () => {
    const cancelled = start({ chooseFolder: { ok: true, value: null } });
    expect(await cancelled.call('dialog.chooseFolder', { purpose: 'openVault' })).toEqual({ ok: true, value: null });
    expect(await start().call('dialog.chooseFolder', { purpose: 'openVault' })).toEqual({ ok: true, value: null });
  });

  it('opens a vault by its passphrase alone and tells the main process', async () => {
    const dir = await copyOfVault();
    const { call, heard } = start({ chooseFolder: { ok: true, value: dir } });
    const { token } = good<{ token: string }>(await call('dialog.chooseFolder', { purpose: 'openVault' }));
    const { vaultId } = good<{ vaultId: string }>(await call('vault.add', { folderToken: token }));
    expect(await call('vault.unlock', { vaultId, passphrase: 'bukan ini' })).toMatchObject({
      error: { code: 'wrongPassphrase' },
    });
    expect(await call('session.getPlace', {})).toMatchObject({ error: { code: 'locked' } });
    expect(kinds(heard)).not.toContain('unlocked');
    good(await call('vault.unlock', { vaultId, passphrase }));
    expect(kinds(heard)).toContain('unlocked');
    expect(await call('session.get', {})).toMatchObject({
      value: { unlocked: { vaultId, label: 'Brankas Contoh', roles: ['counsellor'] } },
    });
    expect(await call('vault.unlock', { vaultId, passphrase })).toMatchObject({ error: { code: 'busy' } });
    expect(await openCode(dir)).toBe('openElsewhere');
  });

  it('answers calls of an open vault as soon as it is open, although their code comes later', async () => {
    const { call } = await startUnlocked();
    expect(await call('case.list', {})).toMatchObject({ ok: true });
    expect(await call('tidak.ada', {})).toMatchObject({ error: { code: 'unknownMethod' } });
  });

  it('judges calls of a vault while none is open by the same rules', async () => {
    const codes = await Promise.all(
      ['case.list', 'notes.erase', 'tidak.ada', 'constructor'].map(async (method) => {
        const result = await start().call(method, {});
        return result.ok ? 'ok' : result.error.code;
      }),
    );
    expect(codes).toEqual(['locked', 'locked', 'unknownMethod', 'unknownMethod']);
  });

  it('keeps no vault open that could not be entered', async () => {
    const entering = vi.spyOn(capabilities, 'enterVault').mockRejectedValueOnce(new TypeError('broken'));
    const dir = await copyOfVault();
    const { call, heard } = start({ chooseFolder: { ok: true, value: dir } });
    const { token } = good<{ token: string }>(await call('dialog.chooseFolder', { purpose: 'openVault' }));
    const { vaultId } = good<{ vaultId: string }>(await call('vault.add', { folderToken: token }));
    expect(await call('vault.unlock', { vaultId, passphrase })).toMatchObject({ error: { code: 'internal' } });
    expect([entering.mock.calls.length, kinds(heard).includes('unlocked')]).toEqual([1, false]);
    expect(await openCode(dir)).toBe('ok');
  });

  it('refuses a second opening while one runs', async () => {
    const dir = await copyOfVault();
    const { call } = start({ chooseFolder: { ok: true, value: dir } });
    const { token } = good<{ token: string }>(await call('dialog.chooseFolder', { purpose: 'openVault' }));
    const { vaultId } = good<{ vaultId: string }>(await call('vault.add', { folderToken: token }));
    const both = await Promise.all([1, 2].map(() => call('vault.unlock', { vaultId, passphrase })));
    expect(both.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual(['busy', 'ok']);
  });

  it('makes a vault that opens when two groups of its code are typed back', async () => {
    const { call, folder } = start();
    mkdirSync(join(folder, 'documents'));
    const identity = {
      person: { name: 'Bima Contoh', nip: '', rank: '', position: '', unit: '', employmentStatus: 'pns' },
      roles: ['assessor'],
      institution: 'Dinas Contoh',
    };
    const input = { parentToken: null, label: 'Penilai', passphrase, identity };
    expect(await call('vault.create', { ...input, label: 'a/b' })).toMatchObject({ error: { code: 'labelInvalid' } });
    expect(await call('vault.create', { ...input, parentToken: 'x' })).toMatchObject({
      error: { code: 'unknownToken' },
    });
    const made = good<{ vaultId: string; recoveryGroups: string[]; askedGroups: [number, number] }>(
      await call('vault.create', input),
    );
    const right = made.askedGroups.map((index) => made.recoveryGroups[index]!);
    const confirm = (answers: string[]) => call('vault.confirmRecovery', { vaultId: made.vaultId, answers });
    expect(await confirm([right[1]!, right[0]!])).toMatchObject({ error: { code: 'recoveryAnswerWrong' } });
    expect(await call('session.getPlace', {})).toMatchObject({ error: { code: 'locked' } });
    good(await confirm(right.map((group) => ` ${group.toLowerCase()} `)));
    expect(await call('session.getPlace', {})).toEqual({ ok: true, value: null });
  });

  it('has each database know the other after each call, also where the process is killed then', async () => {
    const { call, dir } = await startUnlocked();
    const earlier = readFileSync(join(dir, 'records.db'));
    good(await call('settings.set', good(await call('settings.get', {}))));
    const killed = temporaryFolder();
    cpSync(dir, killed, { recursive: true });
    writeFileSync(join(killed, 'records.db'), earlier);
    const { findings } = unwrap(await checkVault(vaultDeps, { dir: killed, passphrase }));
    expect(findings).toEqual([{ file: 'records.db', code: 'databaseBehind' }]);
  });

  it('keeps the place in the app', async () => {
    const { call } = await startUnlocked();
    good(await call('session.setPlace', { path: '/berkas/1', state: '{"a":1}' }));
    good(await call('session.setPlace', { path: '/berkas/2', state: null }));
    expect(await call('session.getPlace', {})).toEqual({ ok: true, value: { path: '/berkas/2', state: null } });
  });

  it('records opening, a wrong passphrase in the open vault, and why it was locked', async () => {
    const asked: number[] = [];
    const { backend, call, heard, dir, openConfirmation } = await startUnlocked((id) => asked.push(id));
    const changing = call('vault.changePassphrase', {});
    await expect.poll(() => asked).toHaveLength(1);
    const window = openConfirmation(asked[0] ?? 0);
    window.say({ message: 'answer', passphrase: 'bukan ini', chosen: 'kopi tubruk lereng Merapi 18' });
    await expect.poll(() => window.heard).toHaveLength(1);
    window.say({ message: 'cancel' });
    expect(await changing).toMatchObject({ error: { code: 'notConfirmed' } });
    backend.receive({ kind: 'lock', reason: 'suspend' }, undefined);
    await expect.poll(() => heard.exits).toBe(1);
    const { records } = await openForTest(dir);
    const entries = [...auditRows(records)].map(({ kind, subject }) => `${kind} ${subject}`.trim());
    expect(entries.slice(1)).toEqual(['vaultOpened', 'passphraseRefused', 'vaultLocked suspend']);
    expect(heard.logged).toEqual([]);
  });

  it('locks on a call: announces it, closes the databases, ends when the main process has heard', async () => {
    const { backend, call, heard, dir } = await startUnlocked();
    void call('vault.lock', {});
    await expect.poll(() => kinds(heard)).toContain('locking');
    expect(await openCode(dir)).toBe('ok');
    backend.receive({ kind: 'lock', reason: 'requested' }, undefined);
    expect(heard.exits).toBeGreaterThan(0);
  });

  it('lets the page save before a lock that the person asked for, and not otherwise', async () => {
    const asked = await startUnlocked();
    asked.backend.receive({ kind: 'lock', reason: 'requested' }, undefined);
    expect(asked.heard.events).toEqual([{ event: 'lockSoon' }]);
    good(await asked.call('session.setPlace', { path: '/terakhir', state: null }));
    await expect.poll(() => asked.heard.exits).toBe(1);
    const sleeping = await startUnlocked();
    sleeping.backend.receive({ kind: 'lock', reason: 'suspend' }, undefined);
    await expect.poll(() => sleeping.heard.exits).toBe(1);
    expect(sleeping.heard.events).toEqual([]);
    expect(await openCode(sleeping.dir)).toBe('ok');
  });

  it('has the page asked before a person leaves, and passes on what it answers; the vault stays open', async () => {
    const { backend, call, heard } = await startUnlocked();
    backend.receive({ kind: 'askLock', leave: 'quit' }, undefined);
    expect(heard.events).toEqual([{ event: 'lockAsked', leave: 'quit' }]);
    for (const answer of ['asking', 'stay', 'ready']) good(await call('session.answerLock', { answer }));
    const answers = heard.toMain.filter(({ kind }) => kind === 'lockAnswered' || kind === 'locking');
    expect(answers).toEqual(['asking', 'stay', 'ready'].map((answer) => ({ kind: 'lockAnswered', answer })));
    good(await call('session.getPlace', {}));
  });

  it('does not wait for the page when the computer sleeps meanwhile', async () => {
    const { backend, heard, dir } = await startUnlocked();
    backend.receive({ kind: 'lock', reason: 'requested' }, undefined);
    backend.receive({ kind: 'lock', reason: 'suspend' }, undefined);
    expect(heard.toMain.filter(({ kind }) => kind === 'locking')).toEqual([{ kind: 'locking', reason: 'suspend' }]);
    expect(await openCode(dir)).toBe('ok');
  });

  it('ends at once when it is told to lock during an unlock', async () => {
    const dir = await copyOfVault();
    const { backend, call, heard } = start({ chooseFolder: { ok: true, value: dir } });
    const { token } = good<{ token: string }>(await call('dialog.chooseFolder', { purpose: 'openVault' }));
    const { vaultId } = good<{ vaultId: string }>(await call('vault.add', { folderToken: token }));
    const unlocking = call('vault.unlock', { vaultId, passphrase });
    backend.receive({ kind: 'lock', reason: 'requested' }, undefined);
    await expect.poll(() => heard.exits).toBe(1);
    // Here the process lives on: what was opened meanwhile is closed again, and no page is told of it.
    await unlocking;
    expect(kinds(heard)).not.toContain('unlocked');
    expect(await openCode(dir)).toBe('ok');
  });
});
