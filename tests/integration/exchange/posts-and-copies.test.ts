import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealDraft } from '../../../electron/backend/exchange/send/seal.ts';
import { adoptCertifiedRoles } from '../../../electron/backend/identity/adopt-roles.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { Directory } from '../../../shared/domain/identity/directory.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { acceptedByHolder, enter, evaluated, observed, registered, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { foundInstitution, look, type Member, outputOf, pass, send, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  second: { person: people.otherEmployee, roles: ['employee'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;

const reported = async (assessor: Member): Promise<string> => {
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const evidence = await attach(assessor.calls, '%PDF-1.7 lampiran');
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });
  return caseId;
};

const setRoles = (directory: Directory, entryId: string, roles: readonly Role[]): Directory => ({
  ...directory,
  entries: directory.entries.map((entry) =>
    entry.entryId === entryId
      ? { ...entry, roles: roles.map((role) => ({ role, from: '2020-01-01' as never, to: null })) }
      : entry,
  ),
});

const tellAll = (members: Readonly<Record<string, Member>>, file: Uint8Array): void => {
  for (const { exchange } of Object.values(members)) {
    const { work, vault } = exchange;
    unwrap(takeDirectory(work, writable(vault.records), file));
    adoptCertifiedRoles(exchange, writable(vault.records));
  }
};

const typesOf = async (at: Member, caseId: string): Promise<string[]> =>
  (await at.calls.get('case.open', { caseId })).acts.filter(({ body }) => body !== null).map(({ type }) => type);

describe('who holds a post', () => {
  it('is asked where several could, and the choice is kept', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, second } = members;
    tellAll(
      members,
      publish((directory) => setRoles(directory, second.entryId, ['personnelOfficer'])),
    );
    const caseId = await reported(assessor);
    const before = await assessor.calls.get('exchange.outbox', { caseId });
    expect(before.cases[0]?.unresolved.map(({ role, candidates }) => [role, candidates.length])).toContainEqual([
      'personnelOfficer',
      2,
    ]);
    await assessor.calls.get('exchange.chooseReceiver', { caseId, role: 'personnelOfficer', entryId: second.entryId });
    const after = await assessor.calls.get('exchange.outbox', { caseId });
    const receivers = after.cases[0]?.receivers.map(({ entryId }) => entryId);
    expect(receivers).toContain(second.entryId);
    expect(receivers).not.toContain(members.officer.entryId);
  });

  it('passes with the post: the file goes to the successor, old acts and all', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, officer, second } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    tellAll(
      members,
      publish((directory) => setRoles(directory, second.entryId, ['personnelOfficer'])),
    );
    await sign(officer.calls, caseId, 'postHandedOver', 'personnelOfficer', {
      content: { post: 'personnelOfficer', successor: people.otherEmployee },
    });
    await pass(officer, second, caseId);
    expect(await typesOf(second, caseId)).toEqual(
      expect.arrayContaining(['caseOpened', 'feedbackRecorded', 'reportSubmitted', 'postHandedOver']),
    );
    // The successor goes on with the file, in the eyes of everyone.
    const { acts } = await second.calls.get('case.open', { caseId });
    const about = acts.find(({ type }) => type === 'reportSubmitted')?.hash ?? '';
    await sign(second.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
    await pass(second, members.head, caseId);
    expect(await typesOf(members.head, caseId)).toContain('reportRegistered');
  });

  it('passes to another assessor, who gets the whole file', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, superior } = members;
    tellAll(
      members,
      publish((directory) => setRoles(directory, superior.entryId, ['assessor', 'assessorSuperior'])),
    );
    const caseId = await observed(assessor.calls);
    await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
    await sign(assessor.calls, caseId, 'assessorReplaced', 'assessor');
    await pass(assessor, superior, caseId);
    expect(await typesOf(superior, caseId)).toEqual(
      expect.arrayContaining(['caseOpened', 'feedbackRecorded', 'problemIdentified', 'assessorReplaced']),
    );
    await sign(superior.calls, caseId, 'problemCommunicated', 'assessor');
  });

  it('is the counsellor of a file that begins with the letter on paper, with a directory too', async () => {
    const { members } = await foundInstitution({
      officer: cast.officer,
      counsellor: { person: people.counsellor, roles: ['counsellor'] },
    });
    const caseId = await acceptedByHolder(members.counsellor.calls);
    expect(await typesOf(members.counsellor, caseId)).toEqual([
      'caseOpened',
      'counsellorAssigned',
      'assignmentAnswered',
    ]);
  });

  it('never makes the employee of a case a receiver by another post', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, employee } = members;
    tellAll(
      members,
      publish((directory) => setRoles(directory, employee.entryId, ['authorisedOfficial'])),
    );
    const caseId = await reported(assessor);
    const { cases } = await assessor.calls.get('exchange.outbox', { caseId });
    expect(cases[0]?.receivers.map(({ entryId }) => entryId)).not.toContain(employee.entryId);
    expect(cases[0]?.unresolved.find(({ role }) => role === 'authorisedOfficial')?.candidates).toEqual([]);
  });

  it('gives a lost vault’s successor everything again', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, officer, second } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    // The officer lost the vault: the key of the new one stands under the same entry.
    const [fresh] = (
      await foundInstitution({ officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] } })
    ).directory.entries;
    const file = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === officer.entryId
          ? {
              ...entry,
              keys: [
                ...entry.keys.map((key) => ({ ...key, revoked: { at: key.from, reason: 'lost' as const } })),
                ...(fresh?.keys ?? []),
              ],
            }
          : entry,
      ),
    }));
    tellAll({ assessor, second }, file);
    const { cases } = await assessor.calls.get('exchange.outbox', { caseId });
    const receiver = cases[0]?.receivers.find(({ entryId }) => entryId === officer.entryId);
    expect(receiver?.acts.map(({ type }) => type)).toEqual(expect.arrayContaining(['caseOpened', 'reportSubmitted']));
  });
});

describe('a draft for signature', () => {
  it('goes to the head with its files and comes back as a signed act', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, head } = members;
    const caseId = await registered(officer.calls);
    const proof = await attach(officer.calls, '%PDF-1.7 telaah staf');
    const draft = {
      type: 'counsellingDecided' as const,
      about: null,
      authorOffice: 'Kepala Bagian Kepegawaian',
      institution: '',
      content: contents.counsellingDecided,
      attachmentIds: [proof],
      remark: 'Mohon berkenan.',
    };
    const sealed = unwrap(
      await sealDraft(officer.exchange, outputOf(officer), { caseId, entryId: head.entryId, draft, partBytes: null }),
    );
    const arrived = await take(
      head,
      sealed.files.map((name) => join(officer.outbox, name)),
    );
    expect(arrived).toMatchObject({ kind: 'draft', draftType: 'counsellingDecided' });
    const [waiting] = await head.calls.get('exchange.drafts', {});
    expect(waiting).toMatchObject({ type: 'counsellingDecided', remark: 'Mohon berkenan.', caseId });
    const { draft: received } = await head.calls.get('exchange.draft', { draftId: waiting?.draftId ?? '' });
    // Its files have ids of their own in each vault.
    expect(received).toEqual({ ...draft, attachmentIds: [expect.any(String)] });
    const [attachmentId = ''] = received.attachmentIds;
    const of = { store: 'records' as const, attachmentId };
    const sent = await officer.calls.get('attachments.info', { ...of, attachmentId: proof });
    expect(await head.calls.get('attachments.info', of)).toEqual({ ...sent, attachmentId });
    await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead', {
      content: received.content,
      attachmentIds: received.attachmentIds,
    });
    await head.calls.get('exchange.settleDraft', { draftId: waiting?.draftId ?? '', state: 'signed' });
    expect(await head.calls.get('exchange.drafts', {})).toEqual([]);
    expect(await head.calls.code('exchange.settleDraft', { draftId: waiting?.draftId ?? '', state: 'signed' })).toBe(
      'unknownDraft',
    );
    await pass(head, officer, caseId);
    expect(await typesOf(officer, caseId)).toContain('counsellingDecided');
  });
});

describe('a draft that the acts table does not allow', () => {
  type DraftType = 'problemIdentified' | 'counsellingDecided' | 'reportRegistered';
  const withPeople = async () => {
    const { members } = await foundInstitution(cast);
    const { calls } = members.assessor;
    const caseId = await observed(calls);
    const own = await attach(calls, '%PDF-1.7 catatan penilai');
    await sign(calls, caseId, 'problemIdentified', 'assessor', { attachmentIds: [own] });
    await sign(calls, caseId, 'problemCommunicated', 'assessor');
    await sign(calls, caseId, 'changeEvaluated', 'assessor', { content: { outcome: 'unchanged' } });
    const evidence = await attach(calls, '%PDF-1.7 lampiran');
    await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });
    const draftTo = (from: Member, to: Member, type: DraftType, files: string[]) =>
      from.calls.code('exchange.sealDraft', {
        caseId,
        entryId: to.entryId,
        partBytes: null,
        draft: {
          type,
          about: null,
          authorOffice: '',
          institution: '',
          content: contents[type],
          attachmentIds: files,
          remark: '',
        },
      });
    return { members, caseId, own, draftTo };
  };

  it('does not leave for somebody who does not sign that act', async () => {
    const { members, draftTo } = await withPeople();
    const { assessor, officer, employee } = members;
    expect(await draftTo(assessor, officer, 'counsellingDecided', [])).toBe('draftNotForReceiver');
    expect(await draftTo(assessor, employee, 'problemIdentified', [])).toBe('draftNotForReceiver');
  });

  it('does not leave with a file of an act that does not reach the receiver', async () => {
    const { members, caseId, own, draftTo } = await withPeople();
    const { assessor, officer } = members;
    const { acts } = await assessor.calls.get('case.open', { caseId });
    const report = acts.find(({ type }) => type === 'reportSubmitted');
    const evidence = (report?.files ?? []).map(({ attachmentId }) => attachmentId);
    expect(await draftTo(assessor, officer, 'reportRegistered', [own])).toBe('attachmentNotForReceiver');
    expect(await draftTo(assessor, officer, 'reportRegistered', evidence)).toBe('ok');
  });
});

describe('a copy for the employee', () => {
  it('comes without the file, is acknowledged by signature, and goes back to who released it', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, employee } = members;
    const caseId = await observed(assessor.calls);
    await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
    const communicated = await enter(assessor.calls, caseId, 'problemCommunicated', 'assessor');
    const released = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about: communicated });
    const request = { caseId, entryId: employee.entryId, again: false, partBytes: null };
    expect(await assessor.calls.code('exchange.seal', request)).toBe('copyWithoutDocument');
    await assessor.calls.get('documents.ofAct', { hash: released });
    const arrived = await pass(assessor, employee, caseId);
    expect(arrived).toMatchObject({ kind: 'copy', acts: [{ type: 'copyReleased', form: 'all' }] });
    expect(arrived.files.map(({ kind }) => kind)).toEqual(['document']);

    expect(await employee.calls.get('case.list', {})).toEqual([]);
    const [copy] = await employee.calls.get('exchange.copies', {});
    expect(copy).toMatchObject({ hash: released, releasedBy: people.assessor.name, acknowledgedAt: null });
    expect(copy?.documentId).not.toBeNull();
    // A day that whoever released it would refuse is refused here, and stands in the way of nothing.
    const before = dumpWhatCounts(employee.vault);
    expect(
      await employee.calls.call('exchange.acknowledgeCopy', { hash: released, date: '2026-02-31', response: '' }),
    ).toMatchObject({ error: { code: 'invalidInput', details: { fields: ['date'] } } });
    expect(dumpWhatCounts(employee.vault)).toBe(before);
    await employee.calls.get('exchange.acknowledgeCopy', {
      hash: released,
      date: '2026-06-04',
      response: 'Terima kasih.',
    });
    const again = { hash: released, date: '2026-06-04', response: '' };
    expect(await employee.calls.code('exchange.acknowledgeCopy', again)).toBe('alreadyAcknowledged');

    const { cases } = await employee.calls.get('exchange.outbox', { caseId: null });
    expect(cases[0]?.receivers.map(({ entryId, acts }) => [entryId, acts.map(({ type }) => type)])).toEqual([
      [assessor.entryId, ['copyAcknowledged']],
    ]);
    await pass(employee, assessor, caseId);
    const view = await assessor.calls.get('case.open', { caseId });
    const acknowledged = view.acts.find(({ type }) => type === 'copyAcknowledged');
    expect(acknowledged).toMatchObject({ withoutEffect: null, capacity: 'employee', about: released });
    expect(acknowledged?.body?.content).toEqual({ date: '2026-06-04', response: 'Terima kasih.' });
  });

  it('is acknowledged too when it is of what not everyone on the file sees', async () => {
    const { members } = await foundInstitution(cast);
    const { officer, employee } = members;
    const caseId = await registered(officer.calls);
    await enter(officer.calls, caseId, 'counsellingDecided', 'authorisedOfficial');
    await enter(officer.calls, caseId, 'counsellorAssigned', 'authorisedOfficial');
    const about = await sign(officer.calls, caseId, 'sessionScheduled', 'personnelOfficer');
    const released = await sign(officer.calls, caseId, 'copyReleased', 'personnelOfficer', { about });
    await officer.calls.get('documents.ofAct', { hash: released });
    await pass(officer, employee, caseId);
    await employee.calls.get('exchange.acknowledgeCopy', { hash: released, date: '2026-06-04', response: '' });
    await pass(employee, officer, caseId);
    const view = await officer.calls.get('case.open', { caseId });
    expect(view.acts.find(({ type }) => type === 'copyAcknowledged')).toMatchObject({ withoutEffect: null });
  });

  it('is not for anyone else', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer, employee } = members;
    const caseId = await observed(assessor.calls);
    await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
    const about = await enter(assessor.calls, caseId, 'problemCommunicated', 'assessor');
    await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about });
    const { cases } = await assessor.calls.get('exchange.outbox', { caseId });
    const due = (member: Member) => cases[0]?.receivers.find(({ entryId }) => entryId === member.entryId)?.acts ?? [];
    expect(due(employee).map(({ type }) => type)).toEqual(['copyReleased']);
    expect(due(officer)).toEqual([]);
    const paths = await send(assessor, employee, caseId).catch((thrown: Error) => thrown.message);
    expect(String(paths)).toContain('copyWithoutDocument');
    expect((await look(officer, [join(assessor.outbox, 'tidak-ada.paket')]).catch(() => null)) ?? null).toBeNull();
  });
});
