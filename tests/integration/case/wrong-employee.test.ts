import { describe, expect, it } from 'vitest';
import { attach, contents, listNumberOf, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, opened, registered, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, type Member, pass, send, sendReceipt, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { type Ids, idsIn, queriesNaming } from './every-query.ts';

// A file about the wrong employee: nothing that a vault can be asked names that person any more, and everybody who ever
// had anything of the file is told (law: mistaken).

const words = ['Laras', people.employee.nip];

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor', 'coach'] },
  next: { person: people.otherEmployee, roles: ['assessor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;

const another = { ...people.personnelOfficer, name: 'Wira Teladan Misal, S.E.', nip: '199001012015011998' };

const namedFile = async (calls: Calls): Promise<string> => attach(calls, `%PDF-1.7 Laras ${people.employee.nip}`);

const reportedTo = async (assessor: Member, unit: Member): Promise<string> => {
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const report = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', {
    attachmentIds: [await namedFile(assessor.calls)],
  });
  await assessor.calls.get('documents.ofAct', { hash: report });
  await pass(assessor, unit, caseId);
  await sign(unit.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
  return caseId;
};

/** Acts of the file that say what they say, as somebody may read them. */
const readable = async ({ calls }: Member, caseId: string): Promise<string[]> =>
  (await calls.get('case.open', { caseId })).acts.filter(({ body }) => body !== null).map(({ type }) => type);

describe('a file about the wrong employee', () => {
  it('names the person in no answer of any vault that knows it', async () => {
    const { members } = await foundInstitution(cast);
    const { head, officer, assessor, official } = members;
    const caseId = await reportedTo(assessor, officer);
    await pass(officer, head, caseId);
    await pass(officer, official, caseId);
    const draft = {
      type: 'counsellingDecided' as const,
      about: null,
      authorOffice: '',
      institution: people.institution,
      content: contents.counsellingDecided,
      attachmentIds: [],
      remark: 'Untuk Laras.',
    };
    const request = { caseId, entryId: head.entryId, draft, partBytes: null };
    const { files } = await officer.calls.get('exchange.sealDraft', request);
    await take(
      head,
      files.map((name) => `${officer.calls.host.folder}/${name}`),
    );
    const note = { noteId: null, caseId, title: 'Laras', content: '{}', attachmentIds: [] };
    await head.calls.get('notes.save', note);
    const place = { kind: 'act:counsellingDecided', caseId, subjectKey: '' };
    await head.calls.get('drafts.save', { ...place, content: '{}' });
    const before = await idsIn(head.calls, caseId);
    expect(await queriesNaming(head.calls, before, words)).toEqual([
      'attachments.read',
      'audit.list',
      'case.list',
      'case.open',
      'competence.employee',
      'competence.ledger',
      'documents.list',
      'exchange.draft',
      'exchange.drafts',
      'exchange.journal',
      'exchange.outbox',
      'notes.list',
      'overview.home',
      'persons.alike',
      'persons.list',
    ]);
    const others = await Promise.all([officer, official, assessor].map(({ calls }) => idsIn(calls, caseId)));
    await sign(head.calls, caseId, 'employeeMistaken', 'personnelHead');
    expect(await queriesNaming(head.calls, before, words)).toEqual([]);
    for (const [index, member] of [officer, official, assessor].entries()) {
      await pass(head, member, caseId);
      expect(await queriesNaming(member.calls, others[index] as Ids, words)).toEqual([]);
      expect(await readable(member, caseId)).toEqual(['employeeMistaken']);
    }
  });

  it('is left with its number and its dates, and is proposed for erasure on the same day', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, head } = members;
    const caseId = await registered(officer.calls, { content: { employee: people.employee } });
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'employeeMistaken', 'personnelHead');
    const { toErase, caseload, waiting } = await head.calls.get('overview.home', { today: '2026-11-26' });
    expect(toErase).toEqual([expect.objectContaining({ caseId, listNumber: listNumberOf(caseId) })]);
    expect(toErase[0]?.since.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10));
    expect([caseload, waiting]).toEqual([[], []]);
    const view = await head.calls.get('case.open', { caseId });
    expect([view.documents, view.attachments]).toEqual([[], []]);
    expect([view.mistakenAt, view.employee.name]).toEqual([toErase[0]?.since, '–']);
    expect(view.available.filter(({ type, obstacles }) => type !== 'paperAnswered' && obstacles.length === 0)).toEqual(
      [],
    );
  });

  it('leaves the paper of a form and its files with nobody', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor } = members;
    const caseId = await observed(assessor.calls);
    const { attachments } = await assessor.calls.get('case.open', { caseId });
    const attachmentId = attachments[0]?.attachmentId ?? '';
    await sign(assessor.calls, caseId, 'employeeMistaken', 'assessor');
    expect(await assessor.calls.code('attachments.export', { attachmentId })).toBe('unknownAttachment');
    const form = { form: 'communicationSheet', caseId, draft: null } as const;
    await assessor.calls.code('documents.prepare', form);
    expect(JSON.stringify(assessor.calls.host.jobs)).not.toContain('Laras');
    const more = { ...step('feedbackRecorded', 'assessor', { caseId }), draftId: null };
    expect(await assessor.calls.code('case.recordAct', more)).toBe('actNotAllowed');
  });

  it('lets the person be known again by another file, or anew', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor } = members;
    const wrong = await opened(assessor.calls);
    await sign(assessor.calls, wrong, 'employeeMistaken', 'assessor');
    const found = () => assessor.calls.get('persons.list', { search: 'Laras', includeArchived: true });
    expect(await found()).toEqual([]);
    await assessor.calls.get('persons.save', { personId: null, person: people.employee });
    expect(await found()).toHaveLength(1);
    await opened(assessor.calls);
    expect(await found()).toEqual([expect.objectContaining({ caseCount: 1, archived: false })]);
  });
});

describe('the number of a person whom no list names any more', () => {
  it('is kept from nobody, as that of one who was archived is', async () => {
    const { members } = await foundInstitution(cast);
    const { calls } = members.assessor;
    const person = { ...people.otherEmployee, nip: '' };
    const { personId } = await calls.get('persons.save', { personId: null, person });
    const corrected = { personId, person: { ...person, nip: people.employee.nip } };
    const wrong = await opened(calls);
    expect(await calls.code('persons.save', corrected)).toBe('nipTaken');
    await sign(calls, wrong, 'employeeMistaken', 'assessor');
    expect(await calls.get('persons.save', corrected)).toMatchObject({ personId, nip: people.employee.nip });
    // A new file of that number is about the one who has it now.
    await opened(calls);
    const listed = await calls.get('persons.list', { search: people.employee.nip, includeArchived: true });
    expect(listed).toEqual([expect.objectContaining({ personId, caseCount: 1 })]);
    await calls.get('persons.setArchived', { personId, archived: true });
    const again = { personId: null, person: corrected.person };
    expect(await calls.code('persons.save', again)).toBe('nipTaken');
  });
});

describe('everybody who had anything of it', () => {
  it('is told: a predecessor, who counselled and declined, who has it from a third', async () => {
    const { members } = await foundInstitution(cast);
    const { head, officer, official, assessor, next, counsellor } = members;
    const caseId = await reportedTo(assessor, officer);
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    const about = await sign(head.calls, caseId, 'counsellorAssigned', 'personnelHead', {
      content: { counsellor: people.counsellor, kind: 'independent' },
      attachmentIds: [await attach(head.calls, '%PDF-1.7 surat')],
    });
    await pass(head, counsellor, caseId);
    await sign(counsellor.calls, caseId, 'assignmentAnswered', 'counsellor', {
      about,
      content: { answer: 'declined' },
    });
    await pass(counsellor, head, caseId);
    const content = { ...contents.assessorReplaced, assessor: people.otherEmployee };
    await sign(head.calls, caseId, 'assessorReplaced', 'personnelHead', { content });
    await pass(head, next, caseId);
    await pass(head, official, caseId);
    await sign(official.calls, caseId, 'employeeMistaken', 'authorisedOfficial');
    const said = await send(official, head, caseId);
    await take(head, said);
    for (const member of [officer, assessor, next, counsellor]) {
      await pass(head, member, caseId);
      expect(await readable(member, caseId)).toEqual(['employeeMistaken']);
      expect(await queriesNaming(member.calls, await idsIn(member.calls, caseId), words)).toEqual([]);
    }
  });

  it('is told by who sent it, whoever says so: an officer who has no part any more', async () => {
    const second = { person: another, roles: ['personnelOfficer'] } as const;
    const { members } = await foundInstitution({ ...cast, second });
    const { head, officer, assessor } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    const attachmentIds = [await namedFile(assessor.calls)];
    await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
    for (const { entryId } of [members.second, officer]) {
      await assessor.calls.get('exchange.chooseReceiver', { caseId, role: 'personnelOfficer', entryId });
      await pass(assessor, entryId === officer.entryId ? officer : members.second, caseId);
    }
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'employeeMistaken', 'personnelHead');
    await pass(head, assessor, caseId);
    await pass(assessor, members.second, caseId);
    expect(await readable(members.second, caseId)).toEqual(['employeeMistaken']);
  });

  it('hears nothing else of it, and who never had anything hears no name', async () => {
    const { members } = await foundInstitution(cast);
    const { head, officer, official, assessor } = members;
    const caseId = await reportedTo(assessor, officer);
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    await sign(head.calls, caseId, 'employeeMistaken', 'personnelHead');
    const { cases } = await head.calls.get('exchange.outbox', { caseId });
    const to = (member: Member) => cases[0]?.receivers.find(({ entryId }) => entryId === member.entryId)?.acts ?? [];
    const whole = (member: Member) => to(member).flatMap(({ type, form }) => (form === 'all' ? [type] : []));
    expect([whole(officer), whole(official)]).toEqual([['employeeMistaken'], ['employeeMistaken']]);
    await pass(head, official, caseId);
    expect(await queriesNaming(official.calls, await idsIn(official.calls, caseId), words)).toEqual([]);
  });

  it('is told once, and again only after a loss', async () => {
    const { members } = await foundInstitution(cast);
    const { head, officer, assessor } = members;
    const caseId = await reportedTo(assessor, officer);
    await pass(officer, head, caseId);
    await sign(head.calls, caseId, 'employeeMistaken', 'personnelHead');
    await pass(head, officer, caseId);
    await take(head, await sendReceipt(officer, head));
    const { cases } = await head.calls.get('exchange.outbox', { caseId });
    expect(cases[0]?.receivers.find(({ entryId }) => entryId === officer.entryId)?.acts).toEqual([]);
  });
});

describe('who may say so', () => {
  it('is the opener until it is decided on, then the head and the official', async () => {
    const { members } = await foundInstitution(cast);
    const { head, officer, assessor } = members;
    const caseId = await reportedTo(assessor, officer);
    await pass(officer, head, caseId);
    const mayIn = async ({ calls }: Member) =>
      (await calls.get('case.open', { caseId })).available.find(({ type }) => type === 'employeeMistaken')?.capacities;
    expect(await mayIn(head)).toEqual(['assessor', 'personnelHead', 'authorisedOfficial']);
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
    expect(await mayIn(head)).toEqual(['personnelHead', 'authorisedOfficial']);
    await expect(enter(officer.calls, caseId, 'employeeMistaken', 'personnelOfficer')).rejects.toThrow();
  });

  const handedOver = async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, next } = members;
    const caseId = await observed(assessor.calls);
    await evaluated(assessor.calls, caseId);
    const content = { ...contents.assessorReplaced, assessor: people.otherEmployee };
    await sign(assessor.calls, caseId, 'assessorReplaced', 'assessor', { content });
    await pass(assessor, next, caseId);
    return { caseId, assessor, next };
  };

  it('is the assessor in post, who tells the one before: the file is no longer that one’s to end for others', async () => {
    const { caseId, assessor, next } = await handedOver();
    await expect(sign(assessor.calls, caseId, 'employeeMistaken', 'assessor')).rejects.toThrow('authorNotInPost');
    await sign(next.calls, caseId, 'employeeMistaken', 'assessor');
    await pass(next, assessor, caseId);
    for (const member of [assessor, next]) {
      expect(await readable(member, caseId)).toEqual(['employeeMistaken']);
      expect(await queriesNaming(member.calls, await idsIn(member.calls, caseId), words)).toEqual([]);
    }
  });

  it('and who handed over ends it in the own vault alone, by a record for oneself', async () => {
    const { caseId, assessor, next } = await handedOver();
    const author = people.otherEmployee;
    await enter(assessor.calls, caseId, 'employeeMistaken', 'assessor', { author });
    expect(await queriesNaming(assessor.calls, await idsIn(assessor.calls, caseId), words)).toEqual([]);
    const { cases } = await assessor.calls.get('exchange.outbox', { caseId });
    expect(cases.flatMap(({ receivers }) => receivers.flatMap(({ acts }) => acts))).toEqual([]);
    expect((await next.calls.get('case.open', { caseId })).mistakenAt).toBeNull();
  });
});
