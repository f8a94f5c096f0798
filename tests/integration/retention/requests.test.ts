import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealErasure } from '../../../electron/backend/exchange/seal-erasure.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import type { Manifest } from '../../../shared/domain/package/manifest.ts';
import type { ErasureMessage } from '../../../shared/domain/retention/request.ts';
import { toIsoInstant } from '../../../shared/kernel/date.ts';
import { testVault } from '../../fixtures/calls.ts';
import { enter, observed, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { eraseEnded, setAtOnce } from '../../fixtures/erase-mistaken.ts';
import { addressOf, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, outputOf, pass, sendReceipt, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';

// Who erased a file asks those who have something of it. The request is no authority over another vault: nothing goes
// by it, and who never shared a file learns and changes nothing.

/** A file about the wrong employee that unit and assessor have; the head has nothing of it. */
const begin = async () => {
  const { members } = await foundInstitution({
    head: { person: people.personnelHead, roles: ['personnelHead'] },
    officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
    assessor: { person: people.assessor, roles: ['assessor'] },
  });
  const { officer, assessor } = members;
  const caseId = await reportedCase(assessor.calls);
  await pass(assessor, officer, caseId);
  await sign(assessor.calls, caseId, 'employeeMistaken', 'assessor');
  await pass(assessor, officer, caseId);
  for (const { calls } of [officer, assessor]) await setAtOnce(calls);
  return { ...members, caseId };
};

const askedCast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  other: { person: people.otherEmployee, roles: ['assessor'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** What left a vault, but for ids, keys and hashes, and for times. */
const sentBy = ({ vault }: Member): string[] =>
  vault.records.$client
    .prepare("SELECT CAST(manifest AS TEXT) AS sent FROM packages WHERE direction = 'out' ORDER BY kind")
    .pluck()
    .all()
    .map((sent) =>
      String(sent)
        .replace(/[0-9a-f]{32,64}/g, '#')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@'),
    );

const between = ({ calls }: Member) => calls.get('exchange.erasures', {});

const erase = ({ calls }: Member, caseId: string): Promise<string> => eraseEnded(calls, caseId);

const sendErasure = async (from: Member, to: Member): Promise<string[]> =>
  unwrap(await sealErasure(from.exchange, outputOf(from), { entryId: to.entryId })).files.map((name) =>
    join(from.outbox, name),
  );

const requestsAt = async ({ calls }: Member) =>
  (await calls.get('exchange.review', { earlier: false })).filter(({ kind }) => kind === 'erasureAsked');

const heardBy = ({ vault }: Member): string[] =>
  [...auditRows(vault.records)].map(({ kind }) => kind).filter((kind) => /erasure|file(Kept|Erased)/.test(kind));

/** A package about erasures as its sender could write it by hand. */
const forged = async (
  from: Pick<Member, 'vault' | 'outbox'>,
  to: Member,
  erasure: ErasureMessage,
): Promise<string[]> => [
  await forgePackage(from, await addressOf(to), {
    caseId: null,
    acts: [],
    change: (manifest: Manifest): Manifest => ({ ...manifest, kind: 'erasure', erasure }),
  }),
];

const asking = (caseId: string): ErasureMessage => ({ asks: [{ caseId, ground: 'wrongEmployee' }], answers: [] });

const fileIds = async (member: Member): Promise<string[]> =>
  (await member.calls.get('case.retention', {})).files.map(({ caseId }) => caseId);

describe('a request after an erasure', () => {
  it('goes to who shared the file, is answered by their own decision, and stands in trail and berita acara', async () => {
    const { officer, assessor, caseId } = await begin();
    const erasureId = await erase(officer, caseId);
    const before = await between(officer);
    expect(before.due).toMatchObject([{ entryId: assessor.entryId, asks: 1, answers: 0, sealedAt: null }]);
    expect(before.asked).toMatchObject([{ erasureId, files: 1, askedAt: null }]);

    const inspection = await take(assessor, await sendErasure(officer, assessor));
    expect(inspection).toMatchObject({ kind: 'erasure', erasure: { asks: 1, answers: 0 }, employeeName: null });
    // Nothing goes by it: the file is asked about, in both lists.
    expect((await between(assessor)).requests).toEqual([{ caseId, name: people.personnelOfficer.name }]);
    expect(await requestsAt(assessor)).toMatchObject([{ caseId, choices: ['keep'], waits: true, details: [] }]);
    expect((await between(officer)).due).toMatchObject([{ asks: 1, sealedAt: expect.any(String) }]);

    await erase(assessor, caseId);
    expect(await requestsAt(assessor)).toEqual([]);
    await take(officer, await sendErasure(assessor, officer));
    expect((await between(officer)).due).toEqual([]);
    expect((await between(officer)).asked).toMatchObject([
      { askedAt: expect.any(String), answers: { erased: 1, kept: 0, notHere: 0 } },
    ]);
    await officer.calls.get('retention.prepare', { erasureId, paper: 'erasureRecord' });
    const page = JSON.stringify(officer.calls.host.jobs.at(-1));
    expect(page).toContain(people.assessor.name);
    expect(page).toMatch(/1 berkas, diminta .*; 1 dihapus/);
    expect(page).not.toContain(people.employee.name);
    expect(heardBy(officer)).toEqual([
      'erasureProposed',
      'fileErased',
      'erasureDone',
      'erasureAskSealed',
      'erasureAskCame',
    ]);
    // Nobody is asked back who has said that theirs is gone.
    expect(heardBy(assessor)).toEqual([
      'erasureAskCame',
      'erasureProposed',
      'fileErased',
      'erasureDone',
      'erasureAskSealed',
    ]);
  });

  it('is kept by the own decision, which can be taken back and is told', async () => {
    const { officer, assessor, caseId } = await begin();
    await erase(officer, caseId);
    await take(assessor, await sendErasure(officer, assessor));
    const [item] = await requestsAt(assessor);
    const itemId = item?.itemId ?? '';
    for (const choice of ['refuse', 'noted', 'ask', 'take'] as const) {
      const input = { choice, itemId, reason: '', acts: null } as { choice: 'refuse'; itemId: string; reason: string };
      expect(await assessor.calls.code('exchange.decide', input)).not.toBe('ok');
    }
    await assessor.calls.get('exchange.decide', { choice: 'keep', itemId });
    expect(await requestsAt(assessor)).toMatchObject([{ waits: false, decision: { choice: 'keep' } }]);
    expect(await assessor.calls.code('exchange.decide', { choice: 'keep', itemId })).toBe('choiceNotOpen');
    await assessor.calls.get('exchange.decide', { choice: 'takeBack', itemId });
    expect(await requestsAt(assessor)).toMatchObject([{ waits: true, decision: null }]);
    await assessor.calls.get('exchange.decide', { choice: 'keep', itemId });
    await take(officer, await sendErasure(assessor, officer));
    expect((await between(officer)).asked).toMatchObject([{ answers: { erased: 0, kept: 1, notHere: 0 } }]);
    expect(await fileIds(assessor)).toEqual([caseId]);
    expect(heardBy(assessor).filter((kind) => kind.startsWith('fileKept'))).toEqual([
      'fileKept',
      'fileKeptUndone',
      'fileKept',
    ]);
  });

  it('erases nothing that is frozen where it arrives, and says so there', async () => {
    const { officer, assessor, caseId } = await begin();
    await assessor.calls.get('retention.freeze', { caseId, reason: 'objection', note: '' });
    await erase(officer, caseId);
    await take(assessor, await sendErasure(officer, assessor));
    expect(await requestsAt(assessor)).toMatchObject([{ details: ['fileFrozen'], waits: true }]);
    const proposal = { caseIds: [caseId], reason: 'Diminta.' };
    expect(await assessor.calls.code('retention.propose', proposal)).toBe('fileFrozen');
    expect(await fileIds(assessor)).toEqual([caseId]);
  });

  it('is said again until a receipt comes, once', async () => {
    const { officer, assessor, caseId } = await begin();
    await erase(officer, caseId);
    await sendErasure(officer, assessor);
    await take(assessor, await sendErasure(officer, assessor));
    expect(await requestsAt(assessor)).toHaveLength(1);
    await take(officer, await sendReceipt(assessor, officer));
    expect((await between(officer)).due).toEqual([]);
    expect((await between(officer)).asked).toMatchObject([{ receivedAt: expect.any(String) }]);
    const nothing = await sealErasure(officer.exchange, outputOf(officer), { entryId: assessor.entryId });
    expect(nothing).toMatchObject({ ok: false, error: { code: 'nothingToSend' } });
  });
});

describe('an employee who has a copy', () => {
  it('is not asked, and is named by no record of the erasure', async () => {
    const { assessor, employee } = (
      await foundInstitution({
        assessor: { person: people.assessor, roles: ['assessor'] },
        employee: { person: people.employee, roles: ['employee'] },
      })
    ).members;
    const caseId = await observed(assessor.calls);
    await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
    const about = await enter(assessor.calls, caseId, 'problemCommunicated', 'assessor');
    await assessor.calls.get('documents.ofAct', {
      hash: await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about }),
    });
    await pass(assessor, employee, caseId);
    await sign(assessor.calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'other' } });
    await setAtOnce(assessor.calls);
    await eraseEnded(assessor.calls, caseId);
    expect(await between(assessor)).toEqual({ requests: [], asked: [], due: [] });
    const { erasures } = await assessor.calls.get('case.retention', {});
    expect(erasures).toMatchObject([{ content: { outOfReach: { receivers: 1 }, sharers: [] } }]);
  });
});

describe('a false request', () => {
  it('by a stranger is held; of one by a member who never shared the file the holder is told', async () => {
    const { head, officer, assessor, caseId } = await begin();
    const stranger = { vault: await testVault(people.otherEmployee, ['assessor']), outbox: temporaryFolder() };
    expect(await look(assessor, await forged(stranger, assessor, asking(caseId)))).toMatchObject({
      held: 'signerUnknown',
    });
    // Also together with one for a file that nobody has: the holder is told, and nothing is asked of anybody.
    const both = { asks: [...asking(caseId).asks, ...asking('a'.repeat(32)).asks], answers: [] };
    expect((await take(assessor, await forged(head, assessor, both))).notices).toEqual(['erasureNotShared']);
    expect(await requestsAt(assessor)).toEqual([]);
    expect(await fileIds(officer)).toEqual([caseId]);
  });

  it('has the same sent back by who has the file and by who never had it', async () => {
    const { head, other, assessor } = (await foundInstitution(askedCast)).members;
    const caseId = await reportedCase(assessor.calls);
    const notices: string[][] = [];
    for (const asked of [assessor, other]) {
      notices.push((await take(asked, await forged(head, asked, asking(caseId)))).notices);
      await sendReceipt(asked, head);
      await sendErasure(asked, head);
    }
    expect(notices).toEqual([['erasureNotShared'], []]);
    const sent = sentBy(assessor);
    expect(sent).toEqual([expect.stringContaining('"outcome":"notHere"'), expect.stringContaining('"kind":"receipt"')]);
    expect(sent).toEqual(sentBy(other));
  });

  it('that is replayed is held, and asks for nothing a second time', async () => {
    const { officer, assessor, caseId } = await begin();
    await erase(officer, caseId);
    const files = await sendErasure(officer, assessor);
    await take(assessor, files);
    expect(await look(assessor, files)).toMatchObject({ held: 'packageDuplicate' });
    await erase(assessor, caseId);
    expect(await look(assessor, files)).toMatchObject({ held: 'packageDuplicate' });
    expect(await requestsAt(assessor)).toEqual([]);
  });

  it('for a file that never came asks for nothing; it is answered that it is not here, whatever was erased', async () => {
    const { head, officer, assessor, caseId } = await begin();
    await erase(assessor, caseId);
    // The head never had it: what became of it here is not the head's to learn.
    await take(assessor, await forged(head, assessor, asking(caseId)));
    await take(assessor, await forged(officer, assessor, asking('b'.repeat(32))));
    expect(await requestsAt(assessor)).toEqual([]);
    const { due } = await between(assessor);
    expect(due.find(({ entryId }) => entryId === head.entryId)).toMatchObject({ asks: 0, answers: 1 });
    const [path] = await sendErasure(assessor, head);
    // The head asked by a package that its own vault knows nothing of: an answer to nothing is held.
    expect(await look(head, [path ?? ''])).toMatchObject({ held: 'erasureNotTheirs' });
    const { manifest } = assessor.vault.records.$client
      .prepare("SELECT CAST(manifest AS TEXT) AS manifest FROM packages WHERE kind = 'erasure' AND direction = 'out'")
      .get() as { manifest: string };
    expect(JSON.parse(manifest)).toMatchObject({ erasure: { answers: [{ caseId, outcome: 'notHere' }] } });
  });

  it('is refused unread where it says nothing, names a file twice, or comes in a package of another kind', async () => {
    const { officer, assessor, caseId } = await begin();
    const at = toIsoInstant(Date.now()) as ErasureMessage['answers'][number]['at'];
    const twice = { asks: [...asking(caseId).asks, ...asking(caseId).asks], answers: [] };
    for (const erasure of [{ asks: [], answers: [] }, twice])
      expect(await look(assessor, await forged(officer, assessor, erasure))).toMatchObject({
        held: 'packageUnreadable',
      });
    const inReceipt = await forgePackage(officer, await addressOf(assessor), {
      caseId: null,
      acts: [],
      change: (manifest) => ({ ...manifest, erasure: asking(caseId) }),
    });
    expect(await look(assessor, [inReceipt])).toMatchObject({ held: 'packageUnreadable' });
    const answer = { asks: [], answers: [{ caseId, outcome: 'erased', at } as const] };
    expect(await look(assessor, await forged(officer, assessor, answer))).toMatchObject({ held: 'erasureNotTheirs' });
  });
});
