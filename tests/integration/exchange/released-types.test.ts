import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { type ActType, actTypes } from '../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { contents, type StepChange } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member, send, take } from '../../fixtures/institution.ts';
import {
  joinWith03,
  type Old,
  refusesUnchanged,
  type Seen,
  sendFrom,
  signIn03,
  updated,
} from '../../fixtures/joined-03.ts';
import * as people from '../../fixtures/people/cast.ts';

// Each type of act between the released 0.3 and vaults of now, both ways: taken once, or refused by name with nothing
// changed; and once a vault of 0.3 is updated, it has everything once, in its order and with its effect.

/** Types that came since. */
const unknownTo03: readonly ActType[] = [
  'assignmentEnded',
  'followUpJoined',
  'employeeMistaken',
  'paperAnswered',
  'responseGiven',
  'correctionRequested',
  'correctionAnswered',
  'identityCorrected',
];
/** What stays with the counsellor by the table: nobody else is sent it. */
const counsellorsAlone: readonly ActType[] = ['consentRecorded', 'referralRecorded'];

const unit: readonly Role[] = ['personnelHead', 'personnelOfficer'];
const joining = {
  assessor: { person: people.assessor, roles: ['assessor'] },
  unit: { person: people.personnelHead, roles: unit },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;
type Name = keyof typeof joining;

const officialNow = { person: people.authorisedOfficial, roles: ['authorisedOfficial'] } as const;

/** Four with 0.3 and an official of now, who looks on. */
const begin = async () => {
  const institution = await foundInstitution({ official: officialNow });
  const old = await joinWith03(institution, joining);
  const { directory, members } = institution;
  const keyOf = ({ entryId }: Old) => directory.entries.find((entry) => entry.entryId === entryId)?.keys[0];
  return { official: members.official, old, keyOf };
};

/** What a vault of 0.3 has of a file; nothing where it knows none. */
const seenAt = ({ ask }: Old, caseId: string): Promise<Seen[]> =>
  ask<Seen[]>({ do: 'acts', caseId }).catch((thrown: Error) => {
    if (thrown.message.includes('unknownCase')) return [];
    throw thrown;
  });
const hashesAt = ({ vault }: Pick<Member, 'vault'>, caseId: string): string[] =>
  loadCase(vault.records, caseId).acts.map(({ hash }) => hash);

/** What is due to somebody; null: nothing. Who has the header alone of a copy could not send that in 0.3 either. */
const due = (by: Old, to: Pick<Member, 'entryId'>, caseId: string): Promise<string[] | null> =>
  sendFrom(by, to, caseId).catch((thrown: Error) => {
    if (/nothingToSend|unknownEntry|copyWithoutDocument/.test(thrown.message)) return null;
    throw thrown;
  });

/** A file on its way through vaults of 0.3, each of which gives the others what is due after each act. */
const walkIn03 = async () => {
  const { official, old } = await begin();
  const caseId = await old.assessor.ask<string>({ do: 'report' });
  const sent: string[][] = [];
  const spread = async (by: Old): Promise<void> => {
    for (const to of Object.values(old).filter((one) => one !== by)) {
      const paths = await due(by, to, caseId);
      if (paths !== null) expect(await to.ask({ do: 'take', paths })).toEqual({ held: null });
    }
    const paths = await due(by, official, caseId);
    if (paths === null) return;
    await take(official, paths);
    sent.push(paths);
  };
  const latest = async (at: Old, type: ActType): Promise<string> =>
    (await seenAt(at, caseId)).findLast((act) => act.type === type)?.hash ?? expect.fail(type);
  const says = async (
    by: Name,
    type: ActType,
    { of, as, ...change }: StepChange & { readonly of?: ActType; readonly as?: Role } = {},
  ): Promise<string> => {
    const about = of === undefined ? {} : { about: await latest(old[by], of) };
    const hash = await signIn03(old[by], caseId, type, as ?? joining[by].roles[0]!, { ...about, ...change });
    await spread(old[by]);
    return hash;
  };
  await spread(old.assessor);
  return { official, old, caseId, sent, says, spread };
};

type Walk = Awaited<ReturnType<typeof walkIn03>>;

const officer = { as: 'personnelOfficer' } as const;

/** Returned, submitted again, registered, decided, assigned and accepted. */
const toCounselling = async ({ says }: Walk): Promise<void> => {
  await says('unit', 'reportReturned', { ...officer, of: 'reportSubmitted' });
  await says('assessor', 'reportSubmitted');
  await says('unit', 'reportRegistered', { ...officer, of: 'reportSubmitted' });
  await says('unit', 'counsellingDecided');
  await says('unit', 'counsellorAssigned', { content: { qualification: 'Sertifikat 7/2025' } });
  await says('counsellor', 'assignmentAnswered', { of: 'counsellorAssigned' });
};

/** Every session and what comes of it, to the closing. */
const toTheEnd = async ({ says, old, spread, caseId }: Walk): Promise<void> => {
  await says('unit', 'sessionScheduled', officer);
  await says('unit', 'sessionRescheduled', { ...officer, of: 'sessionScheduled' });
  await says('counsellor', 'sessionMissed', { of: 'sessionScheduled' });
  await says('counsellor', 'sessionScheduled');
  await says('counsellor', 'consentRecorded');
  await says('counsellor', 'sessionHeld', { of: 'sessionScheduled' });
  await says('counsellor', 'referralRecorded');
  await says('counsellor', 'resultSigned');
  await says('unit', 'resultReceived', { of: 'resultSigned' });
  await says('unit', 'followUpDecided');
  await says('unit', 'followUpProgressed', { of: 'followUpDecided' });
  await says('counsellor', 'actCorrected', {
    of: 'assignmentAnswered',
    content: { content: { ...contents.assignmentAnswered, declaration: 'Diperbaiki.' } },
  });
  const about = (await seenAt(old.counsellor, caseId)).findLast(({ type }) => type === 'resultSigned')?.hash ?? null;
  const hash = await signIn03(old.counsellor, caseId, 'copyReleased', 'counsellor', { about });
  await old.counsellor.ask({ do: 'call', method: 'documents.ofAct', input: { hash } });
  await spread(old.counsellor);
  const input = { hash, date: '2026-06-04', response: '' };
  await old.employee.ask({ do: 'call', method: 'exchange.acknowledgeCopy', input });
  await spread(old.employee);
  await says('unit', 'statusNotified');
  await says('unit', 'postHandedOver', { content: { post: 'personnelOfficer', successor: people.otherEmployee } });
  await says('unit', 'caseClosed');
  expect((await seenAt(old.counsellor, caseId)).map(({ type }) => type)).toContain('copyAcknowledged');
};

/** Other ways: the assessor is replaced, the employee leaves. */
const otherwise = async ({ says }: Walk): Promise<void> => {
  await says('unit', 'assessorReplaced');
  await says('unit', 'employeeLeft', officer);
};

/** What each vault of 0.3 told of the file, against what the same vault tells once it is updated. */
const stayAsTheyWere = async ({ old, caseId }: Walk): Promise<void> => {
  for (const [name, program] of Object.entries(old)) {
    const before = await seenAt(program, caseId);
    if (before.length === 0) continue;
    const now = await updated(program);
    const { acts } = await now.calls.get('case.open', { caseId });
    const after = acts.map(({ hash, type, withoutEffect }) => ({ hash, type, withoutEffect }));
    expect(after, name).toEqual(before);
  }
};

describe('every type of act that 0.3 knows, from vaults of 0.3', () => {
  it('is taken in once, whole or as its header, and stays what it was in vaults that are updated', async () => {
    const travelled = new Set<ActType>();
    for (const ways of [[toCounselling, toTheEnd], [otherwise]] as const) {
      const walk = await walkIn03();
      for (const way of ways) await way(walk);
      const { official, old, caseId, sent } = walk;
      const all = (await Promise.all(Object.values(old).map((one) => seenAt(one, caseId)))).flat();
      const here = loadCase(official.vault.records, caseId);
      expect(here.state.refused).toEqual([]);
      expect(new Set(hashesAt(official, caseId)).size).toBe(here.acts.length);
      const known = new Set(all.map(({ hash }) => hash));
      expect(here.acts.filter(({ hash, header }) => !known.has(hash) || header.format !== 'bilik/act/v1')).toEqual([]);
      for (const paths of sent) expect(await look(official, paths)).toMatchObject({ held: 'packageDuplicate' });
      for (const { type } of all) travelled.add(type as ActType);
      // What did not come to the official is the counsellor's, or lies between the counsellor and the employee.
      const kept = [...counsellorsAlone, 'copyReleased', 'copyAcknowledged'] as readonly string[];
      const came = new Set(hashesAt(official, caseId));
      expect(all.filter(({ hash, type }) => !came.has(hash) && !kept.includes(type))).toEqual([]);
      await stayAsTheyWere(walk);
    }
    expect(actTypes.filter((type) => !travelled.has(type))).toEqual(unknownTo03);
  });
});

describe('every type of act of now, for a vault of 0.3', () => {
  it.each([
    ['in the format of now', actTypes, undefined],
    ['of a type that came since, in the format of 0.3', unknownTo03, true],
  ] as const)('is refused by name, with nothing changed: %s', async (_, types, asOld) => {
    const { official, old, keyOf } = await begin();
    const { assessor } = old;
    const caseId = await assessor.ask<string>({ do: 'report' });
    await take(official, await sendFrom(assessor, official as unknown as Old, caseId));
    const [head] = loadCase(official.vault.records, caseId).shared.heads;
    const to = keyOf(assessor) ?? expect.fail('no key');
    for (const type of types) {
      const act = forgeAct(official, {
        caseId,
        type,
        capacity: 'authorisedOfficial',
        refs: [head ?? ''],
        content: contents[type],
        ...(asOld && { asOld }),
      });
      const path = await forgePackage(official, to, { caseId, acts: [act] });
      await refusesUnchanged(assessor, caseId, [path]);
    }
  });
});

describe("the employee's copy between 0.3 and now", () => {
  const assessor = { person: people.assessor, roles: ['assessor'] } as const;
  const employee = { person: people.employee, roles: ['employee'] } as const;

  it('of 0.3 is taken once; its confirmation is refused there by name, after that was said', async () => {
    const institution = await foundInstitution({ employee });
    const to = institution.members.employee;
    const { assessor: by } = await joinWith03(institution, { assessor });
    const caseId = await by.ask<string>({ do: 'report' });
    const about = (await seenAt(by, caseId)).find(({ type }) => type === 'problemCommunicated')?.hash ?? null;
    const hash = await signIn03(by, caseId, 'copyReleased', 'assessor', { about });
    await by.ask({ do: 'call', method: 'documents.ofAct', input: { hash } });
    const paths = await sendFrom(by, to, caseId);
    await take(to, paths);
    expect(await look(to, paths)).toMatchObject({ held: 'packageDuplicate' });
    expect(hashesAt(to, caseId)).toEqual([hash]);
    await to.calls.get('exchange.acknowledgeCopy', { hash, date: '2026-06-04', response: '' });
    const { cases } = await to.calls.get('exchange.outbox', { caseId });
    expect(cases[0]?.receivers).toMatchObject([{ entryId: by.entryId, olderProgram: true }]);
    await refusesUnchanged(by, caseId, await send(to, by as unknown as Member, caseId));
  });

  it('of now is refused there by name', async () => {
    const institution = await foundInstitution({ assessor });
    const by = institution.members.assessor;
    const { employee: to } = await joinWith03(institution, { employee });
    const caseId = await observed(by.calls);
    await evaluated(by.calls, caseId);
    const about = hashOf(by, caseId, 'problemCommunicated');
    const hash = await sign(by.calls, caseId, 'copyReleased', 'assessor', { about });
    await by.calls.get('documents.ofAct', { hash });
    const paths = await send(by, to as unknown as Member, caseId);
    expect(await to.ask<object>({ do: 'look', paths })).toMatchObject({ held: 'packageTampered' });
    expect(await seenAt(to, caseId)).toEqual([]);
  });
});
