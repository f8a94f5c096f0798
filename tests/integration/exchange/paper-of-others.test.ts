import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { castOf, contents, paperStep } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Nobody speaks in another's name by entering paper: what others would take for theirs neither leaves nor comes in.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  assessor: { person: people.assessor, roles: ['assessor', 'counsellor'] },
} as const;

/** A case that the assessor reported to the personnel unit. */
const begin = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  return { ...members, caseId };
};

const typesAt = ({ vault }: Member, caseId: string): ActType[] =>
  loadCase(vault.records, caseId).acts.map(({ header }) => header.type);

const trained = { counsellor: people.assessor, kind: 'trainedAssessor', qualification: 'Sertifikat' };

/** The assessor enters all that the personnel unit and the superior would have to say, up to the own assignment. */
const enterAll = async ({ assessor, caseId }: Awaited<ReturnType<typeof begin>>): Promise<Record<string, string>> => {
  const { calls } = assessor;
  const report = loadCase(assessor.vault.records, caseId).state.report?.hash ?? '';
  const registered = await enter(calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
  const decided = await enter(calls, caseId, 'counsellingDecided', 'personnelHead');
  const { ref } = forgeFile('%PDF-1.7 sertifikat');
  const proof = await calls.get('attachments.begin', {
    store: 'records',
    caseId: null,
    name: ref.name,
    mediaType: ref.mediaType,
    size: ref.size,
  });
  const bytes = new Uint8Array(Buffer.from('%PDF-1.7 sertifikat'));
  await calls.get('attachments.append', { store: 'records', attachmentId: proof.attachmentId, offset: 0, bytes });
  await calls.get('attachments.finish', { store: 'records', attachmentId: proof.attachmentId });
  const assigned = await enter(calls, caseId, 'counsellorAssigned', 'personnelHead', {
    content: trained,
    attachmentIds: [proof.attachmentId],
  });
  const accepted = await sign(calls, caseId, 'assignmentAnswered', 'counsellor', {
    about: assigned,
    author: people.assessor,
  });
  return { registered, decided, assigned, accepted };
};

describe('what one enters in the name of others', () => {
  it('counts here, is marked as a record of one’s own, and leaves with nothing that builds on it', async () => {
    const scene = await begin();
    const { assessor, officer, caseId } = scene;
    const made = await enterAll(scene);
    const view = await assessor.calls.get('case.open', { caseId });
    expect(view.summary.phase).toBe('counselling');
    const own = view.acts.filter(({ ownRecord }) => ownRecord);
    expect(own.map(({ hash }) => hash).sort()).toEqual(Object.values(made).sort());
    expect(own.flatMap(({ deliveries }) => deliveries.filter(({ form }) => form !== 'nothing'))).toEqual([]);
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
    await pass(assessor, officer, caseId);
    expect(typesAt(officer, caseId).slice(-2)).toEqual(['reportSubmitted', 'feedbackRecorded']);
    expect(loadCase(officer.vault.records, caseId).state.refused).toEqual([]);
  });

  it('is said before it is recorded, and blocks nothing', async () => {
    const { assessor, caseId } = await begin();
    const report = loadCase(assessor.vault.records, caseId).state.report?.hash ?? '';
    const check = await assessor.calls.get(
      'case.checkAct',
      paperStep('reportRegistered', 'personnelOfficer', { caseId, about: report }),
    );
    expect(check.obstacles).toEqual([]);
    expect(check.warnings.map(({ code }) => code)).toContain('ownRecord');
    expect(check.deliveries.filter(({ form }) => form !== 'nothing')).toEqual([]);
  });

  it('is the unit’s to enter where the unit keeps the paper, of an official without a vault: the head’s vault takes it', async () => {
    const { officer, head, caseId } = await begin();
    const report = loadCase(officer.vault.records, caseId).state.report?.hash ?? '';
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    const decided = await enter(officer.calls, caseId, 'counsellingDecided', 'authorisedOfficial');
    const { acts } = await officer.calls.get('case.open', { caseId });
    expect(acts.find(({ hash }) => hash === decided)).toMatchObject({ ownRecord: false });
    await pass(officer, head, caseId);
    expect(loadCase(head.vault.records, caseId).state.decision).toEqual({ hash: decided, decision: 'yes' });
  });
});

describe('records for oneself and what others then send', () => {
  const headersOf = ({ vault }: Member, caseId: string) =>
    loadCase(vault.records, caseId).acts.map(({ header }) => header);

  it('say what they are, and no act for all names one', async () => {
    const scene = await begin();
    const { assessor, caseId } = scene;
    const made = new Set(Object.values(await enterAll(scene)));
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
    const { acts } = loadCase(assessor.vault.records, caseId);
    for (const { hash, header } of acts) {
      expect(header).toMatchObject({ format: 'bilik/act/v2', scope: made.has(hash) ? 'own' : 'shared' });
      if (!made.has(hash)) expect([...header.refs, header.about].filter((name) => made.has(name ?? ''))).toEqual([]);
    }
    const entered = headersOf(assessor, caseId).filter(({ origin }) => origin === 'paper');
    expect(entered.map((header) => header.format === 'bilik/act/v2' && header.enteredAs)).toEqual(
      entered.map(() => 'assessor'),
    );
  });

  it('give way to the genuine acts, and are listed as what these replaced', async () => {
    const scene = await begin();
    const { assessor, officer, head, caseId } = scene;
    const made = await enterAll(scene);
    const { state } = loadCase(officer.vault.records, caseId);
    await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: state.report?.hash ?? '' });
    await pass(officer, head, caseId);
    const no = await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead', {
      content: { decision: 'no', reason: 'Tidak perlu' },
    });
    await pass(head, assessor, caseId);
    const { acts, summary, available } = await assessor.calls.get('case.open', { caseId });
    const inHead = loadCase(head.vault.records, caseId).state;
    const here = loadCase(assessor.vault.records, caseId);
    expect(here.shared).toEqual({ ...inHead, acts: here.shared.acts });
    expect(here.state.decision).toEqual({ hash: no, decision: 'no' });
    expect(summary.phase).toBe(inHead.phase);
    for (const hash of [made.decided, made.assigned, made.accepted])
      expect(acts.find((act) => act.hash === hash)).toMatchObject({ withoutEffect: 'superseded', ownRecord: true });
    // What is here by its header alone is not offered to be corrected: nobody could read what is corrected.
    const toCorrect = available.find(({ type }) => type === 'actCorrected')?.about ?? [];
    expect(acts.find(({ hash }) => hash === no)).toMatchObject({ body: null, withoutEffect: null });
    expect(toCorrect).not.toContain(no);
    expect(toCorrect).toContain(acts[0]?.hash);
  });

  it('are told by no act for all that is signed or entered above them', async () => {
    const headerOf = async (isAlone: boolean) => {
      const scene = await begin();
      const { assessor, officer, caseId } = scene;
      if (isAlone) await enterAll(scene);
      const letter = await enter(assessor.calls, caseId, 'statusNotified', 'personnelHead');
      await pass(assessor, officer, caseId);
      const { acts, byHash, state } = loadCase(officer.vault.records, caseId);
      expect(state.notified).toEqual(['concluded']);
      const numbers = new Map(acts.map(({ hash }, index) => [hash, `#${index}`]));
      const { header, body, deeper } = byHash.get(letter) ?? expect.fail('no act');
      const { actId, caseId: _, statedAt, bodyCommit, refs, ...rest } = header;
      const { attachments, ...said } = body ?? expect.fail('no body');
      const told = { ...rest, deeper, refs: refs.map((hash) => numbers.get(hash)), said, files: attachments.length };
      return JSON.stringify(told).replaceAll(/[0-9a-f]{64}/g, 'KEY');
    };
    expect(await headerOf(true)).toEqual(await headerOf(false));
  });

  it('are refused by everybody when a modified client sends one', async () => {
    const { assessor, officer, caseId } = await begin();
    const { state } = loadCase(officer.vault.records, caseId);
    const act = forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: state.heads,
      content: contents.feedbackRecorded,
      header: { scope: 'own' },
    });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act] });
    expect(await look(officer, [path])).toMatchObject({ held: 'actRefused', details: ['ownRecordSent'] });
  });

  it('nor is paper taken that says it was entered in a role that does not keep it', async () => {
    const { assessor, officer, head, caseId } = await begin();
    const { state } = loadCase(officer.vault.records, caseId);
    await pass(officer, head, caseId);
    const { bytes, ref } = forgeFile('%PDF-1.7 pindaian');
    const detailsFor = async (enteredAs: Role) => {
      const act = forgeAct(officer, {
        caseId,
        type: 'reportReturned',
        capacity: 'personnelHead',
        about: state.report?.hash ?? null,
        refs: state.heads,
        content: contents.reportReturned,
        attachments: [ref],
        origin: 'paper',
        paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
        author: people.authorisedOfficial,
        enteredAs,
      });
      const path = await forgePackage(officer, await addressOf(assessor), { caseId, acts: [act], blobs: [bytes] });
      return (await look(assessor, [path])).details;
    };
    expect(await detailsFor('counsellor')).toEqual(['enteredByOther']);
    expect(await detailsFor('authorisedOfficial')).toEqual(['enteredByOther']);
    expect(await detailsFor('personnelOfficer')).toEqual([]);
  });

  it('nor is an act taken whose day and time are not of one moment', async () => {
    const { assessor, officer, caseId } = await begin();
    const { state } = loadCase(officer.vault.records, caseId);
    const held = async (statedOn: string) => {
      const act = forgeAct(assessor, {
        caseId,
        type: 'feedbackRecorded',
        capacity: 'assessor',
        refs: state.heads,
        content: contents.feedbackRecorded,
        header: { statedOn },
      });
      const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act] });
      return (await look(officer, [path])).details;
    };
    const dayFrom = (days: number) => toLocalDay(Date.now() + days * 86_400_000);
    expect(await held(dayFrom(-3))).toEqual(['daysDisagree']);
    expect(await held(dayFrom(3))).toEqual(['daysDisagree']);
    expect(await held(dayFrom(0))).toEqual([]);
  });
});

describe('a modified client that sends it all the same', () => {
  const forged: readonly (readonly [ActType, Role])[] = [
    ['reportRegistered', 'personnelOfficer'],
    ['counsellingDecided', 'personnelHead'],
    ['counsellorAssigned', 'personnelHead'],
    ['followUpDecided', 'assessorSuperior'],
    ['resultReceived', 'assessorSuperior'],
    ['caseClosed', 'personnelHead'],
    ['employeeLeft', 'personnelOfficer'],
    ['postHandedOver', 'personnelHead'],
    ['assessorReplaced', 'assessorSuperior'],
  ];

  it.each(forged)('is refused by the unit: %s in the name of the %s', async (type, capacity) => {
    const { assessor, officer, caseId } = await begin();
    const { state } = loadCase(officer.vault.records, caseId);
    const { bytes, ref } = forgeFile('%PDF-1.7 pindaian');
    const act = forgeAct(assessor, {
      caseId,
      type,
      capacity,
      about: type === 'reportRegistered' ? (state.report?.hash ?? null) : null,
      refs: state.heads,
      content: contents[type],
      attachments: [ref],
      origin: 'paper',
      paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
      author: castOf[capacity],
    });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act], blobs: [bytes] });
    const before = dumpWhatCounts(officer.vault);
    const { held, details } = await look(officer, [path]);
    expect([held, ...details]).toEqual(['actRefused', 'enteredByOther']);
    expect(dumpWhatCounts(officer.vault)).toBe(before);
  });
});
