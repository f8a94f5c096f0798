import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { Directory, DirectoryEntry } from '../../../shared/domain/identity/directory.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member, pass, send, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// A person passes over what was told, and nothing else: several doubts about one package are told each.

const cast = {
  assessor: { person: people.assessor, roles: ['assessor'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
} as const;

const revoked = { at: '2030-01-01T00:00:00.000Z', reason: 'lost' } as const;
const withoutKeys = (entry: DirectoryEntry): DirectoryEntry => ({
  ...entry,
  keys: entry.keys.map((key) => ({ ...key, revoked })) as DirectoryEntry['keys'],
});

/** A file that the official decided on, on its way to the head; `revoke` tells the head that keys were revoked. */
const begin = async () => {
  const { members, publish } = await foundInstitution(cast);
  const { assessor, officer, official, head } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const evidence = await attach(assessor.calls, '%PDF-1.7 lampiran');
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });
  await pass(assessor, officer, caseId);
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', {
    about: hashOf(officer, caseId, 'reportSubmitted'),
  });
  await pass(officer, official, caseId);
  await sign(official.calls, caseId, 'counsellingDecided', 'authorisedOfficial');
  await pass(official, officer, caseId);
  const paths = await send(officer, head, caseId);
  const tell = (change: (directory: Directory) => Directory): void => {
    unwrap(takeDirectory(head.exchange.work, writable(head.vault.records), publish(change)));
  };
  const revoke = (...of: readonly Member[]): void =>
    tell((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        of.some(({ entryId }) => entryId === entry.entryId) ? withoutKeys(entry) : entry,
      ),
    }));
  return { ...members, caseId, paths, revoke };
};

const itemOf = async ({ calls }: Member) => (await calls.get('exchange.review', { earlier: false }))[0]!;
const cases = ({ calls }: Member) => calls.get('case.list', {});

describe('what is doubtful of a package', () => {
  it('is told of everybody whose key is revoked, and taken as told', async () => {
    const { head, assessor, official, paths, revoke } = await begin();
    revoke(assessor, official);
    const told = await look(head, paths);
    expect(told.held).toBe('actKeyRevoked');
    expect(told.details.toSorted()).toEqual([people.assessor.name, people.authorisedOfficial.name].toSorted());
    unwrap(await takeIn(head.exchange, told.inspectionId, true));
    expect(await cases(head)).toHaveLength(1);
  });

  it('is told by kind where there are several, in the list and before it is confirmed', async () => {
    const { head, assessor, officer, official, caseId, paths, revoke } = await begin();
    await take(head, paths);
    const refs = loadCase(head.vault.records, caseId).state.heads;
    const spoken = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs } as const;
    const feedback = forgeAct(assessor, { ...spoken, content: contents.feedbackRecorded });
    const named = { caseId, type: 'counsellorAssigned', capacity: 'authorisedOfficial', refs } as const;
    const statedAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const ahead = forgeAct(official, { ...named, content: contents.counsellorAssigned, statedAt });
    const path = await forgePackage(officer, await addressOf(head), { caseId, acts: [feedback, ahead] });
    revoke(assessor);
    const told = await look(head, [path]);
    expect(told).toMatchObject({ held: 'actKeyRevoked', mayAccept: true });
    expect(told.details).toEqual([people.assessor.name, 'actFromFuture', people.authorisedOfficial.name]);
    const { itemId, details } = await itemOf(head);
    expect(details).toEqual(told.details);
    const input = { choice: 'take' as const, itemId, acts: null };
    const call = { method: 'exchange.decide', kind: 'passphrase' as const, input };
    expect(JSON.stringify(unwrap(await confirmationOf(call, head.calls.context)))).toContain(
      'exchange.held.actFromFuture',
    );
  });

  it('is told of each single act before it is confirmed, and of those alone that are taken', async () => {
    const { head, assessor, officer, official, caseId, paths, revoke } = await begin();
    await take(head, paths);
    const refs = loadCase(head.vault.records, caseId).state.heads;
    const spoken = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs } as const;
    const feedback = forgeAct(assessor, { ...spoken, content: contents.feedbackRecorded });
    const stranger = forgeAct(officer, { ...spoken, content: contents.feedbackRecorded });
    const named = { caseId, type: 'counsellorAssigned', capacity: 'authorisedOfficial', refs } as const;
    const assigned = forgeAct(official, { ...named, content: contents.counsellorAssigned });
    const acts = [feedback, assigned, stranger];
    const path = await forgePackage(officer, await addressOf(head), { caseId, acts });
    revoke(assessor);
    expect(await look(head, [path])).toMatchObject({ held: 'actNotCertified' });
    const { itemId, acts: shown } = await itemOf(head);
    expect(shown.map(({ state, codes }) => [state, ...codes])).toEqual([
      ['takeable', 'actKeyRevoked'],
      ['takeable'],
      ['refused', 'actNotCertified'],
    ]);
    const readOf = async (input: object): Promise<unknown> => {
      const call = { method: 'exchange.decide', kind: 'passphrase' as const, input: { itemId, ...input } } as never;
      return unwrap(await confirmationOf(call, head.calls.context))?.facts.find(({ label }) => label === 'acts');
    };
    const [doubtful, plain] = [
      {
        key: 'confirm.actInDoubt',
        values: { act: '$acts.feedbackRecorded', doubt: '$exchange.held.actKeyRevoked' },
      },
      { key: 'acts.counsellorAssigned' },
    ];
    const both = [feedback.hash, assigned.hash];
    expect(await readOf({ choice: 'take', acts: both })).toMatchObject({ lines: [doubtful, plain] });
    expect(await readOf({ choice: 'take', acts: [assigned.hash] })).toMatchObject({ lines: [plain] });
    await head.calls.get('exchange.decide', { choice: 'take', itemId, acts: both });
    // They are here by now: what goes back is named, without what was passed over.
    const back = await readOf({ choice: 'takeBack' });
    expect(back).toMatchObject({ lines: [{ key: 'acts.feedbackRecorded' }, plain] });
  });

  it('is not passed over for somebody who was not told of: by the list', async () => {
    const { head, assessor, official, paths, revoke } = await begin();
    revoke(assessor);
    expect(await look(head, paths)).toMatchObject({ held: 'actKeyRevoked', details: [people.assessor.name] });
    const { itemId } = await itemOf(head);
    revoke(official);
    await expect(head.calls.get('exchange.decide', { choice: 'take', itemId, acts: null })).rejects.toThrow(
      'packageHeld',
    );
    expect(await cases(head)).toEqual([]);
    const told = await look(head, paths);
    expect(told.details).toContain(people.authorisedOfficial.name);
    await head.calls.get('exchange.decide', { choice: 'take', itemId, acts: null });
    expect(await cases(head)).toHaveLength(1);
  });

  it('is not passed over for somebody who was not told of: where the package was looked at', async () => {
    const { head, assessor, official, paths, revoke } = await begin();
    revoke(assessor);
    const told = await look(head, paths);
    revoke(official);
    expect(await takeIn(head.exchange, told.inspectionId, true)).toMatchObject({ error: { code: 'packageHeld' } });
    expect(await cases(head)).toEqual([]);
  });
});
