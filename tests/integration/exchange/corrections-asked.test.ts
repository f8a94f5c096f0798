import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import { checkAct } from '../../../shared/domain/case/check-act.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, sign } from '../../fixtures/case-walks.ts';
import { addressOf, type Forged, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, hashOf, look, type Member, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';

// An employee asks that an act be corrected by the copy of it, the unit answers, and what was refused goes with every
// copy and paper that is made of the act since, in the employee's own words.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  employee: { person: people.employee, roles: ['employee'] },
  other: { person: people.otherEmployee, roles: ['employee'] },
} as const;

const words = 'Tanggal 5 Februari keliru: saya hadir pada rapat itu.';

const release = async (by: Member, caseId: string, about: string): Promise<string> => {
  const hash = await sign(by.calls, caseId, 'copyReleased', 'assessor', { about });
  await by.calls.get('documents.ofAct', { hash });
  return hash;
};

/** A case that was reported to the unit, with a copy of its communication in the employee's vault. */
const withCopy = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, head, officer, employee } = members;
  const caseId = await reportedCase(assessor.calls);
  const communicated = hashOf(assessor, caseId, 'problemCommunicated');
  const copy = await release(assessor, caseId, communicated);
  await pass(assessor, employee, caseId);
  for (const unit of [officer, head]) await pass(assessor, unit, caseId);
  return { members, caseId, communicated, copy };
};

const ask = ({ calls }: Member, hash: string) =>
  calls.get('exchange.askCorrection', { hash, date: '2026-06-04', request: words });

const answer = (by: Member, caseId: string, change: object = {}) =>
  sign(by.calls, caseId, 'correctionAnswered', 'personnelHead', {
    about: hashOf(by, caseId, 'correctionRequested'),
    ...change,
  });

const effectOf = ({ vault }: Member, caseId: string, type: ActType): readonly string[] =>
  loadCase(vault.records, caseId).state.acts.flatMap((act) => (act.type === type ? [act.hash] : []));

/** The pages that something draws. */
const drawn = async ({ calls }: Member, draw: () => Promise<unknown>): Promise<string> => {
  const before = calls.host.jobs.length;
  await draw();
  return calls.host.jobs
    .slice(before)
    .map((job) => job.html)
    .join('\n');
};

describe('a request that an act be corrected', () => {
  it('goes to the unit itself and to who released the copy, and its answer comes back to the employee', async () => {
    const { members, caseId, copy } = await withCopy();
    const { assessor, head, employee } = members;
    const request = (await ask(employee, copy)).hash;
    expect(
      await employee.calls.code('exchange.askCorrection', { hash: copy, date: '2026-06-05', request: 'Lagi.' }),
    ).toBe('correctionAsked');
    const { cases } = await employee.calls.get('exchange.outbox', { caseId: null });
    const to = cases[0]?.receivers.map(({ entryId }) => entryId) ?? [];
    expect(new Set(to)).toEqual(new Set([assessor.entryId, head.entryId]));
    await pass(employee, head, caseId);
    expect(effectOf(head, caseId, 'correctionRequested')).toEqual([request]);
    const { waiting } = await head.calls.get('overview.home', { today: '2026-06-05' });
    expect(waiting.map(({ due }) => due)).toContain('correctionAnswered');
    await answer(head, caseId, { content: { answer: 'accepted', reason: '' } });
    await pass(head, employee, caseId);
    const [asked] = (await employee.calls.get('exchange.copies', {}))[0]?.requests ?? [];
    expect(asked).toMatchObject({ request: words, answer: 'accepted' });
    // Agreed to, it is the author who corrects.
    await pass(employee, assessor, caseId);
    await pass(head, assessor, caseId);
    const due = async () =>
      (await assessor.calls.get('overview.home', { today: '2026-06-05' })).waiting.map((entry) => entry.due);
    expect(await due()).toContain('actCorrected');
    const communication = { ...contents.problemCommunicated, facts: 'Pada 6 Februari tidak hadir.' };
    await sign(assessor.calls, caseId, 'actCorrected', 'assessor', {
      about: hashOf(assessor, caseId, 'problemCommunicated'),
      content: { content: communication },
    });
    expect(await due()).not.toContain('actCorrected');
  });

  it('is passed on by who released the copy, and may be asked again once it is answered', async () => {
    const { members, caseId, copy } = await withCopy();
    const { assessor, officer, head, employee } = members;
    const request = (await ask(employee, copy)).hash;
    await pass(employee, assessor, caseId);
    for (const unit of [officer, head]) await pass(assessor, unit, caseId);
    expect(effectOf(officer, caseId, 'correctionRequested')).toEqual([request]);
    await answer(head, caseId);
    await pass(head, employee, caseId);
    await ask(employee, copy);
    const [shown] = await employee.calls.get('exchange.copies', {});
    expect(shown?.requests.map((asked) => asked.answer)).toEqual(['refused', null]);
  });

  it('is refused with a reason, and then stands in the own words on every copy and paper made since', async () => {
    const { members, caseId, communicated, copy } = await withCopy();
    const { assessor, head, employee } = members;
    await ask(employee, copy);
    await pass(employee, head, caseId);
    const about = hashOf(head, caseId, 'correctionRequested');
    const refusal = { about, content: { answer: 'refused', reason: '' } };
    await expect(sign(head.calls, caseId, 'correctionAnswered', 'personnelHead', refusal)).rejects.toThrow(
      'refusalWithoutReason',
    );
    await answer(head, caseId);
    await pass(head, employee, caseId);
    await pass(employee, assessor, caseId);
    await pass(head, assessor, caseId);
    // Whatever the page says: what is disputed goes along.
    const again = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about: communicated });
    const released = loadCase(assessor.vault.records, caseId).byHash.get(again)?.body?.content.disputes;
    expect(released).toMatchObject([{ words }]);
    const page = await drawn(assessor, () => assessor.calls.get('documents.ofAct', { hash: again }));
    for (const said of ['Dibantah Pegawai', words]) expect(page).toContain(said);
    const own = await drawn(assessor, () => assessor.calls.get('documents.ofAct', { hash: communicated }));
    for (const said of ['Dibantah Pegawai', words]) expect(own).toContain(said);
    // The employee's own vault makes the same page from what the copy proves.
    await pass(assessor, employee, caseId);
    const copies = await employee.calls.get('exchange.copies', {});
    const documentId = copies.find(({ hash }) => hash === again)?.documentId ?? '';
    const read = await drawn(employee, () => employee.calls.get('documents.reading', { documentId }));
    for (const said of ['Dibantah Pegawai', words]) expect(read).toContain(said);
    const person = (await assessor.calls.get('persons.list', {})).find(({ name }) => name === people.employee.name);
    const held = await drawn(assessor, () =>
      assessor.calls.get('retention.preparePerson', { personId: person?.personId ?? '' }),
    );
    expect(held).toContain('dibantah Pegawai');
  });

  it('is recorded from paper by the unit with its scan, and by nobody who does not keep it', async () => {
    const { members, caseId } = await withCopy();
    const { assessor, officer, head } = members;
    const about = hashOf(officer, caseId, 'copyReleased');
    const request = await enter(officer.calls, caseId, 'correctionRequested', 'employee', {
      about,
      author: people.employee,
    });
    await pass(officer, head, caseId);
    expect(effectOf(head, caseId, 'correctionRequested')).toEqual([request]);
    // The assessor keeps no such paper: a record for oneself, which leaves in no package.
    const own = await enter(assessor.calls, caseId, 'correctionRequested', 'employee', {
      about,
      author: people.employee,
    });
    expect(loadCase(assessor.vault.records, caseId).byHash.get(own)?.header).toMatchObject({ scope: 'own' });
  });
});

describe('attacks', () => {
  const sent = async (by: Member, to: Member, caseId: string, act: Forged) =>
    look(to, [await forgePackage(by, await addressOf(to), { caseId, acts: [act] })]);
  const asking = (by: Member, caseId: string, about: string, change: object = {}) =>
    forgeAct(by, {
      caseId,
      type: 'correctionRequested',
      capacity: 'employee',
      refs: [about],
      about,
      content: contents.correctionRequested,
      ...change,
    });

  it('a request in the name of the employee by somebody else is refused', async () => {
    const { members, caseId, copy } = await withCopy();
    const { head, other, assessor } = members;
    for (const [by, held] of [
      [other, 'actRefused'],
      [assessor, 'actNotCertified'],
    ] as const)
      expect(await sent(by, head, caseId, asking(by, caseId, copy))).toMatchObject({ held });
    // Under the employee's own name too: it is the key that tells who says it.
    const asEmployee = asking(other, caseId, copy, { author: people.employee });
    expect(await sent(other, head, caseId, asEmployee)).toMatchObject({ held: 'actNotCertified' });
    expect(effectOf(head, caseId, 'correctionRequested')).toEqual([]);
  });

  it("a request about another's copy, or moved to another file, is refused", async () => {
    const { members, caseId, copy } = await withCopy();
    const { head, employee, assessor } = members;
    const elsewhere = await reportedCase(assessor.calls, [500], { content: { employee: people.otherEmployee } });
    const foreign = await release(assessor, elsewhere, hashOf(assessor, elsewhere, 'problemCommunicated'));
    await pass(assessor, head, elsewhere);
    for (const [file, about, held] of [
      [elsewhere, foreign, 'actRefused'],
      [elsewhere, copy, 'actRefused'],
      // Nobody knows of that copy in this file, so it is for nobody.
      [caseId, foreign, 'actNotForMe'],
    ] as const)
      expect(await sent(employee, head, file, asking(employee, file, about))).toMatchObject({ held });
    expect(
      await employee.calls.code('exchange.askCorrection', { hash: foreign, date: '2026-06-04', request: words }),
    ).toBe('unknownAct');
    for (const file of [caseId, elsewhere]) expect(effectOf(head, file, 'correctionRequested')).toEqual([]);
  });

  it('the assessor does not answer, under whatever role', async () => {
    const { members, caseId, copy } = await withCopy();
    const { head, employee, assessor } = members;
    const request = (await ask(employee, copy)).hash;
    for (const to of [assessor, head]) await pass(employee, to, caseId);
    const content = contents.correctionAnswered;
    expect(
      await assessor.calls.code('case.recordAct', {
        caseId,
        type: 'correctionAnswered',
        capacity: 'assessor',
        about: request,
        author: people.assessor,
        authorOffice: '',
        institution: people.institution,
        content,
        attachmentIds: [],
        paper: null,
        signedDocumentId: null,
        draftId: null,
      }),
    ).toBe('actNotAllowed');
    for (const [capacity, held] of [
      ['assessor', 'actRefused'],
      ['personnelHead', 'actNotCertified'],
    ] as const) {
      const act = forgeAct(assessor, {
        caseId,
        type: 'correctionAnswered',
        capacity,
        refs: [request],
        about: request,
        content,
      });
      expect(await sent(assessor, head, caseId, act)).toMatchObject({ held });
    }
    expect(effectOf(head, caseId, 'correctionAnswered')).toEqual([]);
  });

  it('a dispute that a changed program drops from a copy leaves that without effect', async () => {
    const { members, caseId, communicated, copy } = await withCopy();
    const { head, employee, assessor } = members;
    await ask(employee, copy);
    await pass(employee, head, caseId);
    await answer(head, caseId);
    await pass(employee, assessor, caseId);
    await pass(head, assessor, caseId);
    const { state, bodies } = loadCase(assessor.vault.records, caseId);
    const dispute = { date: '2026-06-04', words };
    const judge = (disputes: object[] | undefined): readonly string[] =>
      checkAct({
        state,
        bodies,
        header: { type: 'copyReleased', capacity: 'assessor', origin: 'vault', about: communicated, facts: [] },
        body: {
          author: people.assessor,
          authorOffice: '',
          institution: people.institution,
          content: { ...contents.copyReleased, ...(disputes && { disputes }) },
          attachments: [],
          paper: null,
        },
        holderRoles: ['assessor'],
      }).map(({ code }) => code);
    expect(judge([dispute])).toEqual([]);
    for (const changed of [undefined, [{ ...dispute, words: 'Lain.' }], [dispute, { ...dispute, words: 'Tambahan.' }]])
      expect(judge(changed)).toContain('disputesDiffer');
  });
});
