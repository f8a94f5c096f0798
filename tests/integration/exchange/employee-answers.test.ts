import { describe, expect, it } from 'vitest';
import { findActRow, toWholeAct } from '../../../electron/backend/case/act-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { writeActFile } from '../../../electron/backend/formats/act/act-container.ts';
import { contents, paperStep, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, type ForgedContent, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// The employee answers a communication by the own key, or on paper that its keepers hold with its scan. Nobody else
// answers in that name, nor to another's copy, nor in another file, nor twice.

const cast = {
  assessor: { person: people.assessor, roles: ['assessor'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  employee: { person: people.employee, roles: ['employee'] },
  colleague: { person: people.otherEmployee, roles: ['employee'] },
} as const;

const text = 'Dua laporan terlambat karena sistem tidak dapat dibuka; buktinya saya simpan.';

/** A file with a communication, and a copy of it that is released. */
const release = async ({ calls }: Pick<Member, 'calls'>, caseId: string) => {
  await sign(calls, caseId, 'problemIdentified', 'assessor');
  const about = await sign(calls, caseId, 'problemCommunicated', 'assessor');
  const released = await sign(calls, caseId, 'copyReleased', 'assessor', { about });
  await calls.get('documents.ofAct', { hash: released });
  return released;
};

const begin = async () => {
  const { members } = await foundInstitution(cast);
  const caseId = await observed(members.assessor.calls);
  const released = await release(members.assessor, caseId);
  return { ...members, caseId, released };
};

type Scene = Awaited<ReturnType<typeof begin>>;

/** The employee answers the copy that has come. */
const answer = async ({ employee, released }: Pick<Scene, 'employee' | 'released'>): Promise<string> => {
  const input = { hash: released, date: '2026-06-04', response: text };
  return (await employee.calls.get('exchange.answerCopy', input)).hash;
};

/** The copy comes, and the employee answers. */
const answered = async (scene: Scene): Promise<string> => {
  await pass(scene.assessor, scene.employee, scene.caseId);
  return answer(scene);
};

/** The assessor reports, so that the personnel unit takes part. */
const reportTo = async (officer: Member, { assessor, caseId }: Pick<Scene, 'assessor' | 'caseId'>): Promise<void> => {
  await sign(assessor.calls, caseId, 'changeEvaluated', 'assessor');
  await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
};

const actsOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId);
const saidAt = (member: Member, caseId: string, hash: string): unknown =>
  actsOf(member, caseId).byHash.get(hash)?.body?.content;

describe('an answer from the own vault', () => {
  it('comes to who released the copy, and goes with the file to all who read it', async () => {
    const scene = await begin();
    const { assessor, officer, official, employee, caseId, released } = scene;
    await pass(assessor, employee, caseId);
    const [copy] = await employee.calls.get('exchange.copies', {});
    expect(copy).toMatchObject({ hash: released, answerable: true, answeredAt: null });
    const hash = await answer(scene);
    const { cases } = await employee.calls.get('exchange.outbox', { caseId: null });
    expect(cases[0]?.receivers.map(({ entryId, acts }) => [entryId, acts.map(({ type }) => type)])).toEqual([
      [assessor.entryId, ['responseGiven']],
    ]);
    await pass(employee, assessor, caseId);
    expect(saidAt(assessor, caseId, hash)).toEqual({ date: '2026-06-04', response: text });
    expect(actsOf(assessor, caseId).state.refused).toEqual([]);
    await reportTo(officer, scene);
    await pass(officer, official, caseId);
    for (const member of [officer, official]) {
      expect(saidAt(member, caseId, hash)).toEqual({ date: '2026-06-04', response: text });
      expect(actsOf(member, caseId).state).toEqual(actsOf(assessor, caseId).shared);
    }
    const { header } = actsOf(official, caseId).byHash.get(hash) ?? expect.fail('no act');
    // Which copy it answers everybody on the file knows; its words stand in the body.
    expect(header).toMatchObject({ facts: [], about: released, refs: [released], origin: 'vault', enteredAs: null });
  });

  it('is given once, to a communication alone, by an employee', async () => {
    const scene = await begin();
    const { assessor, officer, employee, caseId, released } = scene;
    await reportTo(officer, scene);
    const report = hashOf(assessor, caseId, 'reportSubmitted');
    const other = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about: report });
    await assessor.calls.get('documents.ofAct', { hash: other });
    await answered(scene);
    const input = { date: '2026-06-04', response: text };
    const before = dumpWhatCounts(employee.vault);
    expect(await employee.calls.code('exchange.answerCopy', { hash: released, ...input })).toBe(
      'communicationAnswered',
    );
    expect(await employee.calls.code('exchange.answerCopy', { hash: other, ...input })).toBe('notAnswerable');
    expect(await employee.calls.code('exchange.answerCopy', { hash: 'f'.repeat(64), ...input })).toBe('unknownAct');
    expect(await employee.calls.code('exchange.answerCopy', { hash: other, ...input, response: ' ' })).toBe(
      'invalidInput',
    );
    expect(dumpWhatCounts(employee.vault)).toBe(before);
  });
});

describe('an answer on paper', () => {
  it('takes effect with its scan alone, is its keepers’ to record, and its copy is due at once', async () => {
    const { assessor, caseId, released } = await begin();
    const input = paperStep('responseGiven', 'employee', { caseId, about: released });
    const { obstacles } = await assessor.calls.get('case.checkAct', input);
    expect(obstacles.map(({ code }) => code)).toEqual(['scanMissing']);
    const hash = await enter(assessor.calls, caseId, 'responseGiven', 'employee', { about: released });
    const { acts, summary } = await assessor.calls.get('case.open', { caseId });
    expect(acts.find((act) => act.hash === hash)).toMatchObject({
      withoutEffect: null,
      ownRecord: false,
      enteredAs: 'assessor',
      documentKind: 'employeeResponse',
    });
    expect(summary.copiesDue).toMatchObject([{ hash, type: 'responseGiven' }]);
    const home = await assessor.calls.get('overview.home', { today: '2026-06-04' as never });
    expect(home.waiting.find(({ due }) => due === 'copyReleased')).toMatchObject({ copiesOf: ['responseGiven'] });
    const copy = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about: hash });
    expect(await assessor.calls.get('documents.ofAct', { hash: copy })).toMatchObject({ kind: 'employeeCopy' });
    expect((await assessor.calls.get('case.open', { caseId })).summary.copiesDue).toEqual([]);
  });

  it('keeps out no answer by the own key, and is not recorded twice', async () => {
    const scene = await begin();
    const { assessor, employee, caseId, released } = scene;
    await enter(assessor.calls, caseId, 'responseGiven', 'employee', { about: released });
    const again = enter(assessor.calls, caseId, 'responseGiven', 'employee', { about: released });
    await expect(again).rejects.toThrow('actNotAllowed');
    const own = await answered(scene);
    await pass(employee, assessor, caseId);
    const { state } = actsOf(assessor, caseId);
    expect(state.acts.filter(({ type }) => type === 'responseGiven').map(({ origin }) => origin)).toEqual(
      expect.arrayContaining(['vault', 'paper']),
    );
    expect(state.acts.map(({ hash }) => hash)).toContain(own);
    expect(state.refused).toEqual([]);
  });
});

describe('a forged answer', () => {
  /** By what the personnel unit holds back a package with it. */
  const heldAs = async (by: Member, at: Member, caseId: string, act: ForgedContent, blobs: Uint8Array[] = []) => {
    const forged = forgeAct(by, act);
    const path = await forgePackage(by, await addressOf(at), { caseId, acts: [forged], blobs });
    const before = dumpWhatCounts(at.vault);
    const { held, details } = await look(at, [path]);
    expect(dumpWhatCounts(at.vault)).toBe(before);
    return [held, ...details];
  };
  const forgery = (caseId: string, about: string, more: Partial<ForgedContent> = {}): ForgedContent => ({
    caseId,
    type: 'responseGiven',
    capacity: 'employee',
    about,
    refs: [about],
    content: contents.responseGiven,
    author: people.employee,
    ...more,
  });

  it('in the employee’s name by the assessor, the unit or somebody else is refused by all', async () => {
    const scene = await begin();
    const { assessor, officer, official, colleague, caseId, released } = scene;
    const here = step('responseGiven', 'employee', { caseId, about: released });
    expect(await assessor.calls.code('case.recordAct', { ...here, draftId: null })).toBe('roleNotHeld');
    await reportTo(officer, scene);
    for (const [by, at] of [
      [assessor, officer],
      [officer, assessor],
      [official, officer],
      [colleague, officer],
    ] as const) {
      const held = await heldAs(by, at, caseId, forgery(caseId, released));
      expect(held[0], by.person.name).toBe('actNotCertified');
    }
    // In the own name it is not the employee's either, whoever is certified as one.
    const inOwn = forgery(caseId, released, { author: colleague.person });
    expect(await heldAs(colleague, officer, caseId, inOwn)).toEqual(['actRefused', 'authorNotInPost']);
  });

  it('on paper without its scan, or by somebody who does not keep it, is refused by all', async () => {
    const scene = await begin();
    const { assessor, officer, official, caseId, released } = scene;
    await reportTo(officer, scene);
    await pass(officer, official, caseId);
    const paper = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' } as const;
    const entered = { origin: 'paper', paper, enteredAs: 'personnelOfficer' } as const;
    expect(await heldAs(officer, assessor, caseId, forgery(caseId, released, entered))).toEqual([
      'actRefused',
      'scanMissing',
    ]);
    const { bytes, ref } = forgeFile('%PDF-1.7 tanggapan');
    const byOfficial = { ...entered, enteredAs: 'authorisedOfficial', attachments: [ref] } as const;
    expect(await heldAs(official, officer, caseId, forgery(caseId, released, byOfficial), [bytes])).toEqual([
      'actRefused',
      'enteredByOther',
    ]);
    // What the official enters here stays here.
    const own = await enter(official.calls, caseId, 'responseGiven', 'employee', { about: released });
    const { acts } = await official.calls.get('case.open', { caseId });
    expect(acts.find(({ hash }) => hash === own)).toMatchObject({ ownRecord: true });
    const kept = { ...entered, attachments: [ref] };
    expect(await heldAs(officer, assessor, caseId, forgery(caseId, released, kept), [bytes])).toEqual([null]);
  });

  it('to another’s copy, in another file, or a second time has no effect anywhere', async () => {
    const scene = await begin();
    const { assessor, employee, caseId, released } = scene;
    const file = { content: { employee: people.otherEmployee } };
    const otherCase = await observed(assessor.calls, file);
    const otherRelease = await release(assessor, otherCase);
    // Of a copy of a colleague, in whose file the employee has no part.
    expect(await heldAs(employee, assessor, otherCase, forgery(otherCase, otherRelease))).toEqual([
      'actRefused',
      'authorNotInPost',
    ]);
    // Signed for one file of the employee, it is of no other: neither by what it names nor by what brings it.
    const sameEmployee = await observed(assessor.calls);
    expect((await heldAs(employee, assessor, sameEmployee, forgery(sameEmployee, released)))[0]).toBe('actNotForMe');
    const genuine = await answered(scene);
    const act = findActRow(employee.vault.records, genuine) ?? expect.fail('no answer');
    const bytes = writeActFile(toWholeAct(act) ?? expect.fail('no body'));
    const moved = { caseId: sameEmployee, acts: [{ hash: genuine, bytes }] };
    const path = await forgePackage(employee, await addressOf(assessor), moved);
    expect(await look(assessor, [path])).toMatchObject({ held: 'packageTampered' });
    // The first counts; one more by the same key is refused, of whichever copy of that communication.
    await pass(employee, assessor, caseId);
    const about = hashOf(assessor, caseId, 'problemCommunicated');
    const again = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about });
    for (const of of [released, again])
      expect(await heldAs(employee, assessor, caseId, forgery(caseId, of, { refs: [of, genuine] }))).toEqual([
        'actRefused',
        'communicationAnswered',
      ]);
    expect(saidAt(assessor, caseId, genuine)).toEqual({ date: '2026-06-04', response: text });
  });
});

describe('that the employee signed the communication sheet', () => {
  it('is said with a scan alone; a refusal is noted, and nothing is claimed before', async () => {
    const { members } = await foundInstitution(cast);
    const { calls } = members.assessor;
    const caseId = await observed(calls);
    await sign(calls, caseId, 'problemIdentified', 'assessor');
    const says = (acknowledgement: string) =>
      calls.get('case.checkAct', step('problemCommunicated', 'assessor', { caseId, content: { acknowledgement } }));
    const codes = async (acknowledgement: string) => (await says(acknowledgement)).obstacles.map(({ code }) => code);
    expect(await codes('signed')).toEqual(['signatureWithoutScan']);
    expect(await codes('awaited')).toEqual([]);
    expect(await codes('refused')).toEqual([]);
    const sheet = await enter(calls, caseId, 'problemCommunicated', 'assessor', {
      content: { acknowledgement: 'signed' },
    });
    const { acts } = await calls.get('case.open', { caseId });
    expect(acts.find(({ hash }) => hash === sheet)).toMatchObject({ withoutEffect: null, facts: [] });
    // What was signed stays: a correction claims nothing that was not there, nor takes it back.
    const content = { ...contents.problemCommunicated, acknowledgement: 'awaited' };
    const correction = step('actCorrected', 'assessor', { caseId, about: sheet, content: { content } });
    const { obstacles } = await calls.get('case.checkAct', correction);
    expect(obstacles.map(({ code }) => code)).toEqual(['correctionChangesFacts']);
  });

  it('of a vault that claims it without one is taken from version 0.3 alone', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    await enter(assessor.calls, caseId, 'reportSubmitted', 'assessor');
    await pass(assessor, officer, caseId);
    const heads = loadCase(officer.vault.records, caseId).state.heads;
    const claim = (asOld?: true) => {
      const act = forgeAct(assessor, {
        caseId,
        type: 'problemCommunicated',
        capacity: 'assessor',
        refs: heads,
        content: { ...contents.problemCommunicated, acknowledgement: 'signed' },
        ...(asOld && { asOld }),
      });
      return act;
    };
    const sent = async (acts: ReturnType<typeof claim>[]) =>
      look(officer, [await forgePackage(assessor, await addressOf(officer), { caseId, acts })]);
    expect((await sent([claim()])).details).toContain('signatureWithoutScan');
    expect((await sent([claim(true)])).details).not.toContain('signatureWithoutScan');
  });
});
