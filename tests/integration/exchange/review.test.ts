import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { ReviewItem } from '../../../shared/contract/review.ts';
import type { Directory } from '../../../shared/domain/identity/directory.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, send, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// "Perlu diperiksa": what is held has a way out, decided by a person, act by act, and taken back until built upon.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const reviewOf = ({ calls }: Member, earlier = false): Promise<ReviewItem[]> =>
  calls.get('exchange.review', { earlier });

const itemOf = async (at: Member): Promise<ReviewItem> => {
  const [item, ...more] = await reviewOf(at);
  if (item === undefined || more.length > 0) throw new Error(`${more.length + (item ? 1 : 0)} items`);
  return item;
};

const auditOf = async ({ calls }: Member): Promise<string[]> => {
  const { entries } = await calls.get('audit.list', { store: 'records', before: null, limit: 50 });
  return entries.map(({ kind }) => kind);
};

const hasAct = ({ vault }: Member, caseId: string, hash: string): boolean =>
  loadCase(vault.records, caseId).byHash.has(hash);

/** A file that the assessor reported to the officer, who registered it. */
const begin = async () => {
  const { members, publish } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const evidence = await attach(assessor.calls, '%PDF-1.7 lampiran');
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });
  await pass(assessor, officer, caseId);
  return { ...members, publish, caseId };
};
type Scene = Awaited<ReturnType<typeof begin>>;

const feedback = ({ assessor, officer, caseId }: Scene, refs?: readonly string[], content = 'Umpan balik.'): Forged =>
  forgeAct(assessor, {
    caseId,
    type: 'feedbackRecorded',
    capacity: 'assessor',
    refs: refs ?? loadCase(officer.vault.records, caseId).state.heads,
    content: { ...contents.feedbackRecorded, content },
  });

/** A directory in which the keys of a member are revoked. */
const withoutKeysOf = (directory: Directory, entryId: string): Directory => {
  const revoked = { at: '2030-01-01T00:00:00.000Z', reason: 'lost' } as never;
  const entries = directory.entries.map((entry) =>
    entry.entryId === entryId ? { ...entry, keys: entry.keys.map((key) => ({ ...key, revoked })) } : entry,
  );
  return { ...directory, entries };
};

/** What nobody may take, though the fold alone would: the assessor registers the report in the officer's name. */
const seizure = ({ assessor, officer, caseId }: Scene): Forged => {
  const { heads, report } = loadCase(officer.vault.records, caseId).state;
  return forgeAct(assessor, {
    caseId,
    type: 'reportRegistered',
    capacity: 'personnelOfficer',
    refs: heads,
    about: report?.hash ?? null,
    content: contents.reportRegistered,
    origin: 'paper',
    author: people.personnelOfficer,
    paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
    enteredAs: 'assessor',
  });
};

/** A package with one good act, one that builds on it, and one that the table refuses. */
const mixed = async (scene: Scene) => {
  const { assessor, officer, caseId } = scene;
  const good = feedback(scene);
  const next = feedback(scene, [good.hash], 'Berikutnya.');
  const bad = seizure(scene);
  const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [good, next, bad] });
  const told = await look(officer, [path]);
  expect(told).toMatchObject({ held: 'actRefused', mayAccept: false });
  return { good, next, bad };
};

const decide = ({ calls }: Member, itemId: string) => ({
  take: (acts: readonly string[] | null) =>
    calls.get('exchange.decide', { choice: 'take', itemId, acts: acts && [...acts] }),
  refuse: (reason = '') => calls.get('exchange.decide', { choice: 'refuse', itemId, reason }),
  ask: () => calls.get('exchange.decide', { choice: 'ask', itemId }),
  noted: () => calls.get('exchange.decide', { choice: 'noted', itemId }),
  takeBack: () => calls.get('exchange.decide', { choice: 'takeBack', itemId }),
});

/** Takes a doubtful package in on the own judgement, where it is dropped. */
const takeAsFile = async (at: Member, paths: readonly string[]): Promise<void> => {
  const { inspectionId } = await look(at, paths);
  unwrap(await takeIn(at.exchange, inspectionId, true));
};

describe('a package that is held', () => {
  it('is listed with its acts, each as it stands by itself', async () => {
    const scene = await begin();
    const { good, next, bad } = await mixed(scene);
    const item = await itemOf(scene.officer);
    expect(item).toMatchObject({ kind: 'actRefused', waits: true, choices: ['take', 'refuse', 'ask'], decision: null });
    expect(item.from?.person?.name).toBe(people.assessor.name);
    expect(Object.fromEntries(item.acts.map(({ hash, state }) => [hash, state]))).toEqual({
      [good.hash]: 'takeable',
      [next.hash]: 'takeable',
      [bad.hash]: 'refused',
    });
  });

  it('gives single acts, and never the one that the table refuses', async () => {
    const scene = await begin();
    const { officer, caseId } = scene;
    const { good, next, bad } = await mixed(scene);
    const { itemId } = await itemOf(officer);
    const decided = decide(officer, itemId);
    await expect(decided.take([bad.hash])).rejects.toThrow('actNotTakeable');
    await expect(decided.take([good.hash, bad.hash])).rejects.toThrow('actNotTakeable');
    // Without what it builds on it does not stand by itself.
    await expect(decided.take([next.hash])).rejects.toThrow('actNotTakeable');
    await expect(decided.take(null)).rejects.toThrow('packageHeld');
    expect(hasAct(officer, caseId, good.hash)).toBe(false);

    await decided.take([good.hash]);
    expect([good, next, bad].map(({ hash }) => hasAct(officer, caseId, hash))).toEqual([true, false, false]);
    expect(await auditOf(officer)).toContain('heldActTaken');
    const after = await itemOf(officer);
    expect(after).toMatchObject({ waits: true, decision: { choice: 'take', stays: null } });
    expect(after.acts.find(({ hash }) => hash === good.hash)?.state).toBe('here');
  });

  it('never gives an act whose author the directory does not certify', async () => {
    const scene = await begin();
    const { assessor, officer, head, caseId } = scene;
    const good = feedback(scene);
    const refs = loadCase(officer.vault.records, caseId).state.heads;
    const draft = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs } as const;
    const stranger = forgeAct(head, { ...draft, content: contents.feedbackRecorded });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [good, stranger] });
    expect(await look(officer, [path])).toMatchObject({ held: 'actNotCertified' });
    const item = await itemOf(officer);
    expect(item.acts.map(({ state, codes }) => [state, codes])).toEqual([
      ['takeable', []],
      ['refused', ['actNotCertified']],
    ]);
    const decided = decide(officer, item.itemId);
    await expect(decided.take([stranger.hash])).rejects.toThrow('actNotTakeable');
    await decided.take([good.hash]);
    expect(hasAct(officer, caseId, stranger.hash)).toBe(false);
  });

  it('gives back what was taken, until something is built upon it', async () => {
    const scene = await begin();
    const { officer, caseId } = scene;
    const before = loadCase(officer.vault.records, caseId).state;
    const { good, next } = await mixed(scene);
    const { itemId } = await itemOf(officer);
    const decided = decide(officer, itemId);
    await decided.take([good.hash]);
    await decided.takeBack();
    expect(loadCase(officer.vault.records, caseId).state).toEqual(before);
    expect(await auditOf(officer)).toEqual(expect.arrayContaining(['packageDecisionUndone', 'heldActSetAside']));
    expect((await itemOf(officer)).acts.find(({ hash }) => hash === good.hash)?.state).toBe('takeable');
    await expect(decided.takeBack()).rejects.toThrow('nothingToTakeBack');

    await decided.take([good.hash]);
    await decided.take([next.hash]);
    await decided.takeBack();
    expect([good, next].map(({ hash }) => hasAct(officer, caseId, hash))).toEqual([true, false]);
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', {
      about: loadCase(officer.vault.records, caseId).state.report?.hash ?? '',
    });
    await expect(decided.takeBack()).rejects.toThrow('builtUpon');
    expect((await itemOf(officer)).decision?.stays).toBe('builtUpon');
  });

  it('is refused with a reason, stays listed, and may be taken up again', async () => {
    const scene = await begin();
    const { officer, caseId } = scene;
    const { good } = await mixed(scene);
    const { itemId } = await itemOf(officer);
    const decided = decide(officer, itemId);
    await decided.ask();
    expect(await itemOf(officer)).toMatchObject({ waits: true, decision: null, askedAt: expect.any(String) });
    await decided.refuse('Salah kirim.');
    expect(await itemOf(officer)).toMatchObject({
      waits: false,
      decision: { choice: 'refuse', reason: 'Salah kirim.', stays: null },
    });
    await decided.takeBack();
    expect(await itemOf(officer)).toMatchObject({ waits: true, decision: null });
    await decided.take([good.hash]);
    expect(hasAct(officer, caseId, good.hash)).toBe(true);
    const kinds = await auditOf(officer);
    expect(kinds).toEqual(expect.arrayContaining(['packageKept', 'packageAsked', 'packageRefused']));
    const { entries } = await officer.calls.get('audit.list', { store: 'records', before: null, limit: 50 });
    expect(JSON.stringify(entries)).not.toContain('Salah kirim');
  });

  it('comes in whole once its reason is gone, and not before', async () => {
    const scene = await begin();
    const { officer, head, caseId, publish } = scene;
    const without = (directory: Directory): Directory => ({
      ...directory,
      entries: directory.entries.filter(({ entryId }) => entryId !== officer.entryId),
    });
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', {
      about: loadCase(officer.vault.records, caseId).state.report?.hash ?? '',
    });
    const paths = await send(officer, head, caseId);
    const entry = { current: null as Directory | null };
    unwrap(
      takeDirectory(
        head.exchange.work,
        writable(head.vault.records),
        publish((directory) => {
          entry.current = directory;
          return without(directory);
        }),
      ),
    );
    expect(await look(head, paths)).toMatchObject({ held: 'signerUnknown' });
    const { itemId } = await itemOf(head);
    const decided = decide(head, itemId);
    await expect(decided.take(null)).rejects.toThrow('packageHeld');
    await expect(decided.take(['a'.repeat(64)])).rejects.toThrow('choiceNotOpen');
    const again = publish((directory) => ({ ...directory, entries: entry.current?.entries ?? [] }));
    unwrap(takeDirectory(head.exchange.work, writable(head.vault.records), again));
    await decided.take(null);
    expect((await head.calls.get('case.open', { caseId })).summary.caseId).toBe(caseId);
    expect(await itemOf(head)).toMatchObject({ waits: false, decision: { choice: 'take', stays: null } });
    await decided.takeBack();
    expect(loadCase(head.vault.records, caseId).acts).toEqual([]);
    expect(await head.calls.get('case.list', {})).toEqual([]);
    expect(await head.calls.get('exchange.outbox', { caseId: null })).toMatchObject({ cases: [] });
  });

  it('does not come in by a doubt that was never told, once the told one is gone', async () => {
    const { assessor, officer, head, caseId, publish } = await begin();
    const paths = await send(officer, head, caseId);
    const trusted = (change: (directory: Directory) => Directory) =>
      unwrap(takeDirectory(head.exchange.work, writable(head.vault.records), publish(change)));
    let all: Directory['entries'] = [];
    trusted((directory) => {
      all = directory.entries;
      return { ...directory, entries: all.filter(({ entryId }) => entryId !== officer.entryId) };
    });
    expect(await look(head, paths)).toMatchObject({ held: 'signerUnknown' });
    const { itemId } = await itemOf(head);
    trusted((directory) => withoutKeysOf({ ...directory, entries: all }, assessor.entryId));
    await expect(decide(head, itemId).take(null)).rejects.toThrow('packageHeld');
    expect(await head.calls.get('case.list', {})).toEqual([]);
    // Looked at again it tells the doubt, and a person may pass it over.
    expect(await look(head, paths)).toMatchObject({ held: 'actKeyRevoked' });
    await decide(head, itemId).take(null);
    expect((await head.calls.get('case.open', { caseId })).summary.caseId).toBe(caseId);
  });

  it('that was taken at once on the own judgement is listed as that, and goes back as well', async () => {
    const scene = await begin();
    const { assessor, officer, head, caseId, publish } = scene;
    const paths = await send(officer, head, caseId);
    unwrap(
      takeDirectory(
        head.exchange.work,
        writable(head.vault.records),
        publish((directory) => withoutKeysOf(directory, assessor.entryId)),
      ),
    );
    const told = await look(head, paths);
    expect(told.held).toBe('actKeyRevoked');
    unwrap(await takeIn(head.exchange, told.inspectionId, true));
    expect(await itemOf(head)).toMatchObject({
      kind: 'actKeyRevoked',
      waits: false,
      decision: { choice: 'take', stays: null },
    });
    await decide(head, (await itemOf(head)).itemId).takeBack();
    expect(loadCase(head.vault.records, caseId).acts).toEqual([]);
    expect(await itemOf(head)).toMatchObject({ waits: true });
  });

  it('comes in whole again after it was taken back, from the list and as a file', async () => {
    const { assessor, officer, head, caseId, publish } = await begin();
    const paths = await send(officer, head, caseId);
    unwrap(
      takeDirectory(
        head.exchange.work,
        writable(head.vault.records),
        publish((directory) => withoutKeysOf(directory, assessor.entryId)),
      ),
    );
    expect(await look(head, paths)).toMatchObject({ held: 'actKeyRevoked' });
    const { itemId } = await itemOf(head);
    const decided = decide(head, itemId);
    await decided.take(null);
    const whole = loadCase(head.vault.records, caseId).state;
    for (const again of [() => decided.take(null), async () => takeAsFile(head, paths)]) {
      await decided.takeBack();
      expect(loadCase(head.vault.records, caseId).acts).toEqual([]);
      await again();
      expect(loadCase(head.vault.records, caseId).state).toEqual(whole);
      expect(await look(head, paths)).toMatchObject({ held: 'packageDuplicate' });
    }
    const { entries } = await head.calls.get('exchange.journal', {});
    expect(entries.map(({ direction }) => direction)).toEqual(['in']);
  });

  it('is not kept where it says nothing new', async () => {
    const scene = await begin();
    const paths = await send(scene.assessor, scene.officer, scene.caseId, true);
    await take(scene.officer, paths);
    expect(await look(scene.officer, paths)).toMatchObject({ held: 'packageDuplicate' });
    expect(await reviewOf(scene.officer)).toEqual([]);
  });
});

describe('what lies in a case and does not count as it stands', () => {
  it('lists an own record that a genuine act replaced, until it was looked at', async () => {
    const scene = await begin();
    const { assessor, officer, head, caseId } = scene;
    const about = loadCase(assessor.vault.records, caseId).state.report?.hash ?? '';
    await enter(assessor.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    const own = await enter(assessor.calls, caseId, 'counsellingDecided', 'personnelHead');
    expect(await reviewOf(assessor)).toEqual([]);
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead', {
      content: { decision: 'no', reason: 'Tidak perlu' },
    });
    await pass(head, assessor, caseId);
    const items = await reviewOf(assessor);
    const item = items.find(({ itemId }) => itemId === own);
    expect(item).toMatchObject({ kind: 'superseded', waits: true, choices: ['noted'], caseId });
    const decided = decide(assessor, own);
    await expect(decided.refuse()).rejects.toThrow('choiceNotOpen');
    await expect(decided.take(null)).rejects.toThrow('unknownItem');
    await decided.noted();
    const after = (await reviewOf(assessor)).find(({ itemId }) => itemId === own);
    expect(after).toMatchObject({ waits: false, decision: { choice: 'noted' } });
    await decided.takeBack();
    expect((await reviewOf(assessor)).find(({ itemId }) => itemId === own)?.waits).toBe(true);
    expect(await auditOf(assessor)).toEqual(expect.arrayContaining(['actNoted', 'actDecisionUndone']));
  });

  it('says nothing about what is not there', async () => {
    const { officer } = await begin();
    await expect(decide(officer, 'a'.repeat(64)).noted()).rejects.toThrow('unknownItem');
  });
});
