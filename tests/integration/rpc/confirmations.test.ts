import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readings } from '../../../electron/backend/desk/readings/readings.ts';
import { confirmationWord } from '../../../electron/backend/settings/confirmation-word.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import type { Confirmation } from '../../../shared/contract/confirmation.ts';
import { passphrase as passphraseField } from '../../../shared/contract/fields.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { MethodMap, Response } from '../../../shared/contract/method.ts';
import { step } from '../../fixtures/case-steps.ts';
import { holder, openForTest, passphrase, vaultTemplate } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { type ConfirmWindow, good, startUnlocked } from './start-backend.ts';

// A page that was taken over says what it likes over its own port. What is signed, leaves or is erased waits for the
// window of confirmation, whose port it does not have.

beforeAll(async () => {
  await vaultTemplate();
});

const opening = { ...step('caseOpened', 'assessor', { content: { assessor: holder.person } }), draftId: null };

/** An open vault of an assessor; the ids of the windows that were asked for. */
const unlocked = async () => {
  const asked: number[] = [];
  const started = await startUnlocked((id) => asked.push(id));
  good(await started.call('profile.save', { person: holder.person, roles: ['assessor'] }));
  const window = async (count = 1): Promise<ConfirmWindow> => {
    await expect.poll(() => asked.length).toBe(count);
    return started.openConfirmation(asked.at(-1) ?? 0);
  };
  return { ...started, asked, window };
};

const shownIn = (window: ConfirmWindow): Confirmation => {
  window.say({ message: 'get' });
  const last = window.heard.at(-1);
  if (last?.message !== 'shown') throw new Error('nothing is shown');
  return last.confirmation;
};

type World = Awaited<ReturnType<typeof unlocked>>;
const press = { message: 'answer', passphrase: null };
const cases = async ({ call }: World): Promise<number> => good<unknown[]>(await call('case.list', {})).length;
const notConfirmed = { ok: false, error: { code: 'notConfirmed' } };

describe('an act', () => {
  it('is signed when it is pressed in the window, as it was shown there', async () => {
    const world = await unlocked();
    const recorded = world.call('case.recordAct', opening);
    const window = await world.window();
    const shown = shownIn(window);
    expect(shown).toMatchObject({ method: 'case.recordAct', kind: 'press', employee: people.employee.name });
    expect(shown.acts).toHaveLength(1);
    expect(await cases(world)).toBe(0);
    window.say(press);
    const { caseId, hash } = good<{ caseId: string; hash: string }>(await recorded);
    const view = good<{ acts: { hash: string; body: object }[] }>(await world.call('case.open', { caseId }));
    const { type, capacity, statedOn, clockCorrectedTo, about, files, signedDocument, deliveries, warnings, ...said } =
      shown.acts[0]!;
    expect(clockCorrectedTo).toBeNull();
    expect(view.acts).toMatchObject([{ hash, body: said }]);
    expect({ type, capacity, about, files, signedDocument, warnings }).toEqual({
      type: 'caseOpened',
      capacity: 'assessor',
      about: null,
      files: [],
      signedDocument: null,
      warnings: [],
    });
    expect(statedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(deliveries.length).toBeGreaterThan(3);
    expect(window.isClosed()).toBe(true);
  });

  it('is not signed by anything that a page says by itself', async () => {
    const world = await unlocked();
    const recorded = world.call('case.recordAct', opening);
    await expect.poll(() => world.asked.length).toBe(1);
    for (const message of [press, { kind: 'confirmation', id: 1 }, { kind: 'answer', id: 1, answer: { ok: true } }])
      world.say(message);
    for (const method of ['confirm', 'confirmation.answer', 'session.reauthenticate', 'session.confirm'])
      expect(await world.call(method, { id: 1, passphrase })).toMatchObject({ error: { code: 'unknownMethod' } });
    world.say({ id: 99, method: 'case.recordAct', input: opening, reauthentication: 'a' });
    expect(await cases(world)).toBe(0);
    world.backend.receive({ kind: 'confirmationGone', id: 1 }, undefined);
    expect(await recorded).toEqual(notConfirmed);
    expect(await cases(world)).toBe(0);
  });

  it('is the one that was shown, whatever the page makes of its input meanwhile', async () => {
    const world = await unlocked();
    const input = structuredClone(opening) as unknown as { content: { period: string } };
    const recorded = world.call('case.recordAct', input);
    input.content.period = 'Lain';
    const window = await world.window();
    expect(shownIn(window).acts[0]?.content.period).toBe(opening.content.period);
    window.say(press);
    const { caseId } = good<{ caseId: string }>(await recorded);
    const view = good<{ acts: { body: { content: object } }[] }>(await world.call('case.open', { caseId }));
    expect(view.acts[0]?.body.content).toMatchObject({ period: opening.content.period });
  });

  it('is signed once, however often the window answers, and each call is asked for itself', async () => {
    const world = await unlocked();
    const first = world.call('case.recordAct', opening);
    const window = await world.window();
    for (let i = 0; i < 3; i++) window.say(press);
    good(await first);
    expect(await cases(world)).toBe(1);
    const second = world.call('case.recordAct', opening);
    const next = await world.window(2);
    window.say(press);
    expect(await cases(world)).toBe(1);
    next.say({ message: 'cancel' });
    expect(await second).toEqual(notConfirmed);
    expect(await cases(world)).toBe(1);
  });

  it('waits alone: no second confirmation, and nothing changes what it is read from', async () => {
    const world = await unlocked();
    const recorded = world.call('case.recordAct', opening);
    const window = await world.window();
    expect(await world.call('case.recordAct', opening)).toMatchObject({ error: { code: 'busy' } });
    expect(await world.call('profile.save', { person: people.assessor, roles: ['assessor'] })).toMatchObject({
      error: { code: 'busy' },
    });
    good(
      await world.call('notes.save', {
        noteId: null,
        caseId: null,
        title: 'a',
        content: '',
        attachmentIds: [],
      }),
    );
    expect(world.asked).toHaveLength(1);
    window.say(press);
    good(await recorded);
  });

  it('opens no second window for the same confirmation', async () => {
    const world = await unlocked();
    const recorded = world.call('case.recordAct', opening);
    const window = await world.window();
    const other = world.openConfirmation(world.asked[0] ?? 0);
    expect([other.isClosed(), window.isClosed()]).toEqual([true, false]);
    window.say(press);
    good(await recorded);
  });

  it('is not signed when its window goes', async () => {
    const world = await unlocked();
    const recorded = world.call('case.recordAct', opening);
    const window = await world.window();
    world.backend.receive({ kind: 'confirmationGone', id: world.asked[0] ?? 0 }, undefined);
    window.say(press);
    expect(await recorded).toEqual(notConfirmed);
    expect(window.isClosed()).toBe(true);
    expect(await cases(world)).toBe(0);
  });

  it('is not signed when another page comes in the place of the one that called', async () => {
    const world = await unlocked();
    void world.call('case.recordAct', opening);
    const window = await world.window();
    world.attach();
    window.say(press);
    expect(window.isClosed()).toBe(true);
    expect(world.heard.toMain).toContainEqual({ kind: 'confirmed', id: world.asked[0] });
    expect(await cases(world)).toBe(0);
  });

  it.each(['requested', 'suspend'] as const)('is not signed when the vault locks (%s)', async (reason) => {
    const world = await unlocked();
    const recorded = world.call('case.recordAct', opening);
    const window = await world.window();
    world.backend.receive({ kind: 'lock', reason }, undefined);
    window.say(press);
    expect(await recorded).toEqual(notConfirmed);
    await expect.poll(() => world.heard.exits).toBe(1);
    const { records } = await openForTest(world.dir);
    expect([...auditRows(records)].filter(({ kind }) => kind === 'actRecorded')).toEqual([]);
  });

  it('that would be refused opens no window', async () => {
    const world = await unlocked();
    const refused = await world.call('case.recordAct', { ...opening, content: {} });
    expect(refused).toMatchObject({ error: { code: 'contentInvalid' } });
    expect(world.asked).toEqual([]);
  });
});

describe('what asks for the passphrase', () => {
  const erasing = async () => {
    const world = await unlocked();
    const saved = await world.call('notes.save', {
      noteId: null,
      caseId: null,
      title: 'Pertemuan pertama',
      content: '',
      attachmentIds: [],
    });
    const { noteId } = good<{ noteId: string }>(saved);
    const erased = world.call('notes.erase', { noteId });
    return { ...world, erased, view: await world.window() };
  };
  const answer = (text: string | null) => ({ message: 'answer', passphrase: text });
  const refusals = ({ heard }: ConfirmWindow) => heard.filter(({ message }) => message === 'refused');

  it('runs by the right one alone, and keeps a wrong one in the trail', async () => {
    const { erased, view, call, backend, heard, dir } = await erasing();
    expect(shownIn(view)).toMatchObject({
      kind: 'passphrase',
      facts: [{ label: 'note', lines: ['Pertemuan pertama'] }],
    });
    view.say(press);
    await expect.poll(() => refusals(view)).toMatchObject([{ code: 'wrongPassphrase' }]);
    view.say(answer('bukan ini'));
    await expect.poll(() => refusals(view).length).toBe(2);
    expect(good<unknown[]>(await call('notes.list', {}))).toHaveLength(1);
    view.say(answer(passphrase));
    good(await erased);
    expect(good<unknown[]>(await call('notes.list', {}))).toEqual([]);
    backend.receive({ kind: 'lock', reason: 'suspend' }, undefined);
    await expect.poll(() => heard.exits).toBe(1);
    const { records } = await openForTest(dir);
    expect([...auditRows(records)].filter(({ kind }) => kind === 'passphraseRefused')).toHaveLength(1);
  });

  it('tries one passphrase at a time', async () => {
    const { erased, view } = await erasing();
    for (let i = 0; i < 3; i++) view.say(answer('bukan ini'));
    await expect.poll(() => refusals(view).length).toBe(3);
    expect(refusals(view).map((message) => 'code' in message && message.code)).toEqual([
      'busy',
      'busy',
      'wrongPassphrase',
    ]);
    view.say({ message: 'cancel' });
    expect(await erased).toEqual(notConfirmed);
  });
});

describe('another passphrase', () => {
  const next = 'kopi tubruk lereng Merapi 18';
  const changing = async () => {
    const world = await unlocked();
    const changed = world.call('vault.changePassphrase', {});
    return { ...world, changed, view: await world.window() };
  };
  const answer = (known: string, chosen?: string) => ({ message: 'answer', passphrase: known, chosen });
  const refused = async ({ heard }: ConfirmWindow, ...codes: string[]) => {
    const said = () => heard.flatMap((message) => (message.message === 'refused' ? [message.code] : []));
    await expect.poll(said).toEqual(codes);
  };

  it('is chosen in the window alone: no page has typed either', async () => {
    const { changed, view, said, heard, backend, dir } = await changing();
    expect(shownIn(view)).toMatchObject({ kind: 'passphrase', chooses: 'vault' });
    view.say(answer('bukan ini', next));
    await refused(view, 'wrongPassphrase');
    view.say(answer(passphrase));
    await refused(view, 'wrongPassphrase', 'weakPassphrase');
    view.say(answer(passphrase, holder.person.name));
    await refused(view, 'wrongPassphrase', 'weakPassphrase', 'weakPassphrase');
    view.say(answer(passphrase, next));
    good(await changed);
    for (const typed of [passphrase, next])
      expect(JSON.stringify([said, heard.events, heard.toMain, heard.logged])).not.toContain(typed);
    backend.receive({ kind: 'lock', reason: 'suspend' }, undefined);
    await expect.poll(() => heard.exits).toBe(1);
    await openForTest(dir, next);
  });

  it('is no part of what a page may say', async () => {
    const { call, asked } = await unlocked();
    for (const input of [{ current: passphrase, next }, { chosen: next }])
      expect(await call('vault.changePassphrase', input)).toMatchObject({ error: { code: 'invalidInput' } });
    expect(await call('identity.exportReceiving', { passphrase: next })).toMatchObject({
      error: { code: 'invalidInput' },
    });
    expect(asked).toEqual([]);
  });
});

/** Whether an input takes a passphrase anywhere in it. */
const takesPassphrase = (schema: unknown, seen = new Set<unknown>()): boolean => {
  if (schema === passphraseField) return true;
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return false;
  seen.add(schema);
  const inner = schema instanceof z.ZodType ? [schema._zod.def] : Object.values(schema);
  return inner.some((part) => takesPassphrase(part, seen));
};

it('no page but that of the lock is ever given a passphrase', () => {
  const taking = Object.entries(contract as MethodMap).filter(([, { input }]) => takesPassphrase(input));
  // The page of the lock opens, makes and recovers a vault: what follows is another page in another process.
  expect(taking.map(([name]) => name)).toEqual(['vault.create', 'vault.unlock', 'vault.recover', 'vault.restore']);
  expect(taking.every(([, { needs }]) => needs.session === 'none')).toBe(true);
});

const codeOf = (result: Response['result']): string => (result.ok ? 'ok' : result.error.code);

describe('the word of a vault', () => {
  it('stands in the window, is the same each time, and is in nothing that a page is told', async () => {
    const world = await unlocked();
    const words: string[] = [];
    for (const count of [1, 2]) {
      const recorded = world.call('case.recordAct', opening);
      const window = await world.window(count);
      words.push(shownIn(window).word);
      window.say(press);
      good(await recorded);
    }
    const [word = '', again] = words;
    expect(word).toMatch(/^[a-z]{4,8} [a-z]{4,8}$/);
    expect(again).toBe(word);
    const asking = Object.keys(contract).filter((name) => !['vault.lock'].includes(name));
    const answers: string[] = [];
    for (const name of asking) {
      if ((contract as MethodMap)[name]?.needs.confirmation === undefined)
        answers.push(codeOf(await world.call(name, {})));
    }
    expect(answers.filter((code) => code === 'ok').length).toBeGreaterThan(15);
    expect(JSON.stringify([world.said, world.heard.events, world.heard.toMain, world.heard.logged])).not.toContain(
      word,
    );
    world.backend.receive({ kind: 'lock', reason: 'suspend' }, undefined);
    await expect.poll(() => world.heard.exits).toBe(1);
    const { notes } = await openForTest(world.dir);
    expect(confirmationWord(notes)).toBe(word);
  });
});

it('reads every call that is to be confirmed, and no other', () => {
  const asking = Object.entries(contract as MethodMap).filter(([, { needs }]) => needs.confirmation !== undefined);
  expect(Object.keys(readings).sort()).toEqual(asking.map(([name]) => name).sort());
});
