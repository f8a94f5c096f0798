import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { holder, passphrase } from '../../fixtures/made-vault.ts';
import { codeOf } from '../../fixtures/results.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { type ConfirmWindow, good, start } from './start-backend.ts';

beforeAll(cheapKeys);

// Other keys and another recovery sheet, through the real backend and its window of confirmation.

interface Made {
  readonly vaultId: string;
  readonly recoveryGroups: string[];
  readonly askedGroups: [number, number];
}
interface Status {
  readonly sheetConfirmed: boolean;
  readonly rotation: { readonly step: string } | null;
}

const identity = { person: holder.person, roles: [...holder.roles], institution: holder.institution };

const asked: number[] = [];
beforeEach(() => {
  asked.length = 0;
});

/** A backend in which a vault was made, up to its sheet. */
const making = async () => {
  const started = start({}, (id) => asked.push(id));
  const made = good<Made>(
    await started.call('vault.create', {
      parentToken: null,
      label: 'Brankas Contoh',
      passphrase,
      identity,
    }),
  );
  return { ...started, made, dir: join(started.folder, 'documents', 'Brankas Contoh') };
};

const answersTo = ({ recoveryGroups, askedGroups }: Pick<Made, 'recoveryGroups' | 'askedGroups'>): string[] =>
  askedGroups.map((index) => recoveryGroups[index] ?? '');

/** A backend in which a vault was made and, once its sheet is confirmed, is open. */
const opened = async (confirm = true) => {
  const world = await making();
  if (confirm)
    good(await world.call('vault.confirmRecovery', { vaultId: world.made.vaultId, answers: answersTo(world.made) }));
  const status = async (): Promise<Status> => good(await world.call('keys.status', {}));
  /** Makes a call and confirms it by the passphrase. */
  const confirmed = async (method: string) => {
    const seen = asked.length;
    const answer = world.call(method, {});
    await expect.poll(() => asked.length).toBe(seen + 1);
    const window: ConfirmWindow = world.openConfirmation(asked.at(-1) ?? 0);
    window.say({ message: 'answer', passphrase });
    return answer;
  };
  const lock = async (): Promise<void> => {
    world.backend.receive({ kind: 'lock', reason: 'idle' }, undefined);
    await expect.poll(() => world.heard.exits).toBe(1);
  };
  return { ...world, status, confirmed, lock };
};

const opens = async (dir: string): Promise<string> => {
  const vault = await openVault(vaultDeps, { dir, passphrase });
  if (vault.ok) vault.value.close();
  return codeOf(vault);
};

const note = {
  noteId: null,
  caseId: null,
  title: 'Ditulis saat kunci diganti',
  content: '',
  attachmentIds: [],
};

describe('other keys', () => {
  it('come while the vault is used: what is saved meanwhile waits, and is there', async () => {
    const { call, confirmed, status, lock, dir, heard } = await opened();
    const rotating = confirmed('keys.rotate');
    const copies = () =>
      heard.toMain.filter((message) => message.kind === 'ask' && message.question.kind === 'copyFiles');
    while (copies().length === 0) await setImmediate();
    const saved = call('notes.save', note);
    expect((await status()).rotation).not.toBeNull();
    const first = await Promise.race([rotating.then(() => 'keys'), saved.then(() => 'note')]);
    expect(first).toBe('note');
    expect(await rotating).toMatchObject({ ok: true });
    expect(await saved).toMatchObject({ ok: true });
    // It waited: nothing was written while the vault was copied, so that it was copied once.
    expect(copies()).toHaveLength(1);
    expect(good(await call('notes.list', {}))).toMatchObject([{ title: note.title }]);
    expect(await status()).toEqual({ sheetConfirmed: true, isHalf: false, rotation: null });
    expect(heard.logged).toEqual([]);
    await lock();
    expect(await opens(dir)).toBe('ok');
  });

  it('come by the passphrase alone, typed in the window of confirmation', async () => {
    const { call, openConfirmation } = await opened();
    const rotating = call('keys.rotate', {});
    await expect.poll(() => asked).toHaveLength(1);
    const window = openConfirmation(asked[0] ?? 0);
    window.say({ message: 'answer', passphrase: 'bukan ini' });
    await expect.poll(() => window.heard).toMatchObject([{ message: 'refused', code: 'wrongPassphrase' }]);
    window.say({ message: 'cancel' });
    expect(await rotating).toMatchObject({ ok: false, error: { code: 'notConfirmed' } });
  });
});

describe('another recovery sheet', () => {
  const recovers = async (dir: string, groups: readonly string[]): Promise<string> => {
    const recovered = await recoverVault(vaultDeps, { dir, code: groups.join(' '), newPassphrase: passphrase });
    if (recovered.ok) recovered.value.close();
    return codeOf(recovered);
  };

  it('takes the place of the old one once it was shown to be at hand', async () => {
    const { call, confirmed, lock, dir, made } = await opened();
    const sheet = good<Made>(await confirmed('keys.makeSheet'));
    const wrong = { answers: ['AAAAAA', 'BBBBBB'] };
    expect(await call('keys.confirmSheet', wrong)).toMatchObject({ error: { code: 'sheetAnswerWrong' } });
    good(await call('keys.confirmSheet', { answers: answersTo(sheet) }));
    // It is shown and asked once.
    expect(await call('keys.confirmSheet', { answers: answersTo(sheet) })).toMatchObject({
      error: { code: 'noNewSheet' },
    });
    await lock();
    expect(await recovers(dir, made.recoveryGroups)).toBe('recoveryCodeForeign');
    expect(await recovers(dir, sheet.recoveryGroups)).toBe('ok');
    expect(await opens(dir)).toBe('ok');
  });

  it('leaves the old one good until then', async () => {
    const { confirmed, lock, dir, made } = await opened();
    const sheet = good<Made>(await confirmed('keys.makeSheet'));
    await lock();
    expect(await recovers(dir, sheet.recoveryGroups)).toBe('recoveryCodeForeign');
    expect(await recovers(dir, made.recoveryGroups)).toBe('ok');
  });

  it('is printed out of the backend, and only while it is new', async () => {
    const { call, confirmed, heard } = await opened();
    expect(await call('keys.printSheet', {})).toMatchObject({ error: { code: 'noNewSheet' } });
    const sheet = good<Made>(await confirmed('keys.makeSheet'));
    await call('keys.printSheet', {});
    const jobs = heard.toMain.flatMap((message) =>
      message.kind === 'ask' && message.question.kind === 'printPaper' ? [message.question.value.html] : [],
    );
    expect(jobs).toHaveLength(1);
    for (const group of sheet.recoveryGroups) expect(jobs[0]).toContain(group);
  });
});

it('asks for a sheet where the making of the vault was cut off before it was checked', async () => {
  const { call, made, confirmed, status } = await opened(false);
  // Another one is made, so that the first is left as it is.
  const input = { parentToken: null, label: 'Brankas Lain', passphrase, identity };
  good(await call('vault.create', input));
  good(await call('vault.unlock', { vaultId: made.vaultId, passphrase }));
  expect((await status()).sheetConfirmed).toBe(false);
  good(await call('keys.confirmSheet', { answers: answersTo(good<Made>(await confirmed('keys.makeSheet'))) }));
  expect((await status()).sheetConfirmed).toBe(true);
});
