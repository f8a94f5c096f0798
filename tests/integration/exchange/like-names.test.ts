import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { tellApart } from '../../../electron/backend/exchange/receive/inspections.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import type { NamedPerson, PersonInput } from '../../../shared/domain/identity/person.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { evaluated, registered, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, send, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// A post is a person, not a name: whoever has a like name and a NIP that ends alike is somebody else.

const twinOf = (person: typeof people.assessor, name: string) => ({
  ...person,
  name,
  nip: `1970${person.nip.slice(4)}`,
  position: 'Pejabat Lain',
  unit: 'Unit Lain',
});

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  twin: { person: twinOf(people.assessor, 'Moh. Damar Contohwijaya'), roles: ['assessor'] },
} as const;

/** A case that the assessor reported; `said`: as the opening names its people. */
const begin = async (
  said: Partial<Record<'assessor' | 'assessorSuperior', PersonInput>> = {},
  others: Parameters<typeof foundInstitution>[0] = {},
) => {
  const { members } = await foundInstitution({ ...cast, ...others });
  const { assessor } = members;
  const opening = step('caseOpened', 'assessor', { content: { assessor: people.assessor, ...said } });
  const { caseId } = await assessor.calls.get('case.recordAct', { ...opening, draftId: null });
  await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', {
    attachmentIds: [await attach(assessor.calls, '%PDF-1.7 bukti')],
  });
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran')];
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  const everyone: Readonly<Record<string, Member>> = members;
  return { ...members, everyone, caseId };
};

const headsAt = ({ vault }: Member, caseId: string): readonly string[] => loadCase(vault.records, caseId).state.heads;

const feedbackBy = async (by: Member, to: Member, caseId: string): Promise<string> => {
  const act = forgeAct(by, {
    caseId,
    type: 'feedbackRecorded',
    capacity: 'assessor',
    refs: headsAt(to, caseId),
    content: contents.feedbackRecorded,
  });
  return forgePackage(by, await addressOf(to), { caseId, acts: [act] });
};

describe('somebody of a like name', () => {
  it('signs nothing in the file of the other one', async () => {
    const { assessor, officer, twin, caseId } = await begin();
    await pass(assessor, officer, caseId);
    const path = await feedbackBy(twin, officer, caseId);
    const before = dumpWhatCounts(officer.vault);
    expect(await look(officer, [path])).toMatchObject({ held: 'actRefused', details: ['authorNotInPost'], alike: [] });
    expect(dumpWhatCounts(officer.vault)).toBe(before);
  });

  it('gets nothing of a file that names the other one, who has no vault: who that is, is chosen', async () => {
    const person = twinOf(people.assessor, people.assessor.name);
    const { officer, twin } = (await foundInstitution({ officer: cast.officer, twin: { ...cast.twin, person } }))
      .members;
    const caseId = await registered(officer.calls);
    const outbox = async () => (await officer.calls.get('exchange.outbox', { caseId })).cases[0];
    const before = await outbox();
    expect(before?.receivers).toEqual([]);
    expect(before?.unresolved).toContainEqual({
      role: 'assessor',
      candidates: [expect.objectContaining({ entryId: twin.entryId })],
    });
    await expect(send(officer, twin, caseId)).rejects.toThrow();
    await officer.calls.get('exchange.chooseReceiver', { caseId, role: 'assessor', entryId: twin.entryId });
    expect((await outbox())?.receivers.map(({ entryId }) => entryId)).toEqual([twin.entryId]);
  });

  it('is named by entry and key by whoever opens the file', async () => {
    const { assessor, caseId } = await begin();
    const { acts } = loadCase(assessor.vault.records, caseId);
    const { body } = acts.find(({ header }) => header.type === 'caseOpened') ?? expect.fail('no opening');
    const key = Buffer.from(assessor.vault.publicKey).toString('hex');
    expect(body?.content.assessor).toMatchObject({ member: { entryId: assessor.entryId, key } });
    expect(body?.content.assessorSuperior).not.toHaveProperty('member');
    expect(body?.author).not.toHaveProperty('member');
  });
});

describe('an act that hangs on a like name', () => {
  const bare = { ...people.assessor, name: 'Damar Contohwijaya', nip: '', unit: '' };

  it('is held until a person says who is meant; the answer is kept', async () => {
    const { assessor, officer, caseId } = await begin({ assessor: bare });
    const paths = await send(assessor, officer, caseId);
    const before = dumpWhatCounts(officer.vault);
    const asked = await look(officer, paths);
    expect(asked).toMatchObject({ held: 'personsAlike', mayAccept: false });
    expect(asked.alike).toEqual([expect.objectContaining({ person: bare, entryId: assessor.entryId, self: false })]);
    expect(dumpWhatCounts(officer.vault)).toBe(before);
    await expect(take(officer, paths)).rejects.toThrow('personsAlike');

    const again = await look(officer, paths);
    const { inspectionId } = again;
    expect(tellApart(officer.exchange, { inspectionId, same: [] }).ok).toBe(false);
    const judged = unwrap(tellApart(officer.exchange, { inspectionId, same: [true] }));
    expect(judged).toMatchObject({ held: null, alike: [] });
    await officer.calls.get('exchange.import', { inspectionId });
    expect([...auditRows(officer.vault.records)].map(({ kind }) => kind)).toContain('personsAreOne');

    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
    expect(await look(officer, await send(assessor, officer, caseId))).toMatchObject({ held: null, alike: [] });
  });

  it('is refused where it is somebody else', async () => {
    const { assessor, officer, caseId } = await begin({ assessor: bare });
    const { inspectionId } = await look(officer, await send(assessor, officer, caseId));
    const judged = unwrap(tellApart(officer.exchange, { inspectionId, same: [false] }));
    expect(judged).toMatchObject({ held: 'actRefused', details: ['authorNotInPost'] });
    expect([...auditRows(officer.vault.records)].map(({ kind }) => kind)).toContain('personsAreTwo');
  });
});

describe('a correction', () => {
  const superiorTwin = twinOf(people.assessorSuperior, 'Moh. Bagas Teladan');
  const refused = 'actRefused correctionChangesPerson';
  const memberOf = ({ entryId, vault }: Member) => ({ entryId, key: toHex(vault.publicKey) });

  /** What the officer says to corrections of the opening by the assessor, whose program refuses nothing. */
  const corrected = async (
    opened: PersonInput,
    said: (superior: Member, twin: Member) => readonly NamedPerson[],
  ): Promise<string> => {
    const { officer, assessor, everyone, caseId } = await begin(
      { assessorSuperior: opened },
      {
        superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
        twin: { person: superiorTwin, roles: ['assessorSuperior'] },
      },
    );
    await pass(assessor, officer, caseId);
    const opening = loadCase(assessor.vault.records, caseId).acts.find(({ header }) => header.type === 'caseOpened');
    const acts: Forged[] = [];
    for (const person of said(everyone.superior as Member, everyone.twin as Member)) {
      const refs = acts.length === 0 ? headsAt(officer, caseId) : [acts.at(-1)?.hash ?? ''];
      const content = { ...contents.actCorrected, content: { ...opening?.body?.content, assessorSuperior: person } };
      const about = opening?.hash ?? '';
      acts.push(forgeAct(assessor, { caseId, type: 'actCorrected', capacity: 'assessor', about, refs, content }));
    }
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts });
    const { held, details } = await look(officer, [path]);
    return [held, ...details].join(' ');
  };

  it('does not turn words without an entry into those of somebody else', async () => {
    const bare = { ...people.assessorSuperior, unit: '' };
    const { name, unit, position } = superiorTwin;
    expect(await corrected(bare, () => [{ ...bare, rank: '', position: 'Direktur' }])).toBe('');
    expect(await corrected(bare, () => [{ ...bare, name, unit, position }])).toBe(refused);
  });

  it('takes no entry away, gives none, and exchanges none', async () => {
    const superior = people.assessorSuperior;
    const named = (member: Member): NamedPerson => ({ ...superior, member: memberOf(member) });
    expect(await corrected(superior, (own) => [{ ...named(own), rank: '' }])).toBe('');
    expect(await corrected(superior, () => [superior])).toBe(refused);
    expect(await corrected(superior, (_, twin) => [named(twin)])).toBe(refused);
    expect(await corrected(superior, (_, twin) => [superior, named(twin)])).toBe(refused);
    const bare = { ...superior, unit: '' };
    expect(await corrected(bare, (own) => [{ ...bare, member: memberOf(own) }])).toBe(refused);
  });
});
