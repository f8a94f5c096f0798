import { beforeAll, describe, expect, it } from 'vitest';
import { writeMeta } from '../../../electron/backend/db/meta-json.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { defaultSettings } from '../../../electron/backend/settings/settings.ts';
import { noteSheetUnconfirmed } from '../../../electron/backend/vault/sheet-state.ts';
import { type CommandName, contract, type MethodName } from '../../../shared/contract/index.ts';
import { changesOf } from '../../../shared/contract/method.ts';
import type { PersonInput, Role } from '../../../shared/domain/identity/person.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, registered as registeredCase, reported, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { since } from '../../fixtures/directory.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { coachingSample, sampleFile, summarySample } from '../../fixtures/guidance.ts';
import { foundInstitution, type Member } from '../../fixtures/institution.ts';
import { giveKeyFiles } from '../../fixtures/key-files.ts';
import { conversion } from '../../fixtures/learning.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultTemplate } from '../../fixtures/made-vault.ts';
import { officeContents } from '../../fixtures/office.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { writable } from '../../fixtures/writable.ts';
import { writeUnseen } from '../../fixtures/write-unseen.ts';
import { begin, make } from '../guidance/support.ts';
import { type Desk, newDesk, saved } from '../identity/support.ts';
import { backupsWatched } from './backup-scenes.ts';
import { institutionWatched, learningWatched } from './competence-scenes.ts';
import { answerRequest, eraseRecordsWatched, eraseShared, eraseWatched } from './erasure-scenes.ts';
import { passCase, takeIn } from './pass-package.ts';
import { type Seen, watched } from './watched.ts';

// What a command changes stands in its contract, and the window asks again just that. Here the main commands are run in
// real vaults with everything asked before and after: none may change what it does not declare.

const seen: Seen = new Map();

beforeAll(async () => {
  await vaultTemplate();
});

/** An employee whom no directory knows. */
const someone = { ...people.employee, name: 'Laras Contoh Peraga', nip: '199103142015032998' };

/** Opened by somebody as the assessor whom it names. */
const openedBy = (assessor: PersonInput) => ({ content: { assessor } });

const officer = async (): Promise<Calls> =>
  watched(callsOn(await testVault(people.personnelOfficer, ['personnelOfficer', 'assessor'])), seen);

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  second: { person: people.otherEmployee, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor', 'coach'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const;

const members = async () => {
  const { members: made, publish } = await foundInstitution(cast);
  const watch = (member: Member) => ({ ...member, calls: watched(member.calls, seen), unwatched: member.calls });
  const { head, officer: unit, assessor, employee } = made;
  const all = { head: watch(head), officer: watch(unit), assessor: watch(assessor), employee: watch(employee) };
  return { members: all, publish };
};

/** Somebody whose commands are watched, but for those that only prepare. */
type Watched = Member & { readonly unwatched: Calls };

/** The report of a file with its evidence, registered by the unit; `before` comes between sealing and taking in. */
const registered = async (from: Watched, unit: Member, before: () => void = () => undefined): Promise<string> => {
  const caseId = await observed(from.unwatched);
  await evaluated(from.unwatched, caseId);
  const place = { kind: 'act:reportSubmitted', caseId, subjectKey: '' };
  const { draftId } = await from.calls.get('drafts.save', { ...place, content: '{}' });
  const attachmentIds = [await attach(from.unwatched, '%PDF-1.7 lampiran')];
  const report = step('reportSubmitted', 'assessor', { caseId, attachmentIds });
  const { hash } = await from.calls.get('case.recordAct', { ...report, draftId });
  await from.calls.get('documents.ofAct', { hash });
  await from.calls.get('exchange.chooseReceiver', { caseId, role: 'personnelOfficer', entryId: unit.entryId });
  before();
  await passCase(from, unit, caseId);
  await sign(unit.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: hash });
  return caseId;
};

/** A vault in which there is something to do, and a record that nobody signed; watched from then on. */
const deskWith = async (
  person: PersonInput,
  roles: readonly Role[],
  work: (calls: Calls) => Promise<unknown>,
): Promise<Desk> => {
  const desk = await newDesk(person, roles);
  await work(desk.calls);
  await make(desk.calls, await begin(desk.calls), coachingSample(), false);
  return { ...desk, calls: watched(desk.calls, seen) };
};

describe('a command changes what it declares', () => {
  it('in cases, with their drafts, papers and packages, and the directory that comes along', async () => {
    const { members: all, publish } = await members();
    const { assessor, officer: unit } = all;
    const roles = since(['personnelOfficer', 'counsellor']);
    const newer = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) => (entry.entryId === unit.entryId ? { ...entry, roles } : entry)),
    }));
    const { work, vault } = assessor.exchange;
    await registered(assessor, unit, () => unwrap(takeDirectory(work, writable(vault.records), newer)));
  });

  it('for a file from paper, and a draft that is to be signed elsewhere', async () => {
    const { officer: unit, head } = (await members()).members;
    const place = { kind: 'caseFromPaper', caseId: null, subjectKey: '' };
    const { draftId } = await unit.calls.get('drafts.save', { ...place, content: '{}' });
    const { caseId, report } = await reported(unit.calls, { content: { employee: someone } }, draftId);
    await sign(unit.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
    const draft = {
      type: 'counsellingDecided' as const,
      about: null,
      authorOffice: '',
      institution: people.institution,
      content: contents.counsellingDecided,
      attachmentIds: [],
      remark: '',
    };
    const request = { caseId, entryId: head.entryId, draft, partBytes: null };
    await takeIn(head, unit, (await unit.calls.get('exchange.sealDraft', request)).files);
    const [received] = await head.calls.get('exchange.drafts', {});
    await head.calls.get('exchange.settleDraft', { draftId: received?.draftId ?? '', state: 'declined' });
    // The profile of the institution goes along.
    await head.calls.get('office.publish', officeContents);
    await takeIn(unit, head, (await head.calls.get('exchange.sealReceipt', { entryId: unit.entryId })).files);
    const before = { name: someone.name, nip: someone.nip, licence: '' };
    const after = { name: 'Lara Contoh Peraga', nip: '199103142015042998', licence: '' };
    const content = { ...contents.identityCorrected, before, after };
    const ralat = await sign(unit.calls, caseId, 'identityCorrected', 'personnelOfficer', { content });
    await passCase(unit, head, caseId);
    await head.calls.get('case.answerIdentity', { hash: ralat, same: true });
    await head.calls.get('exchange.renewEpoch', {});
    // Nobody certified the unit as assessor: the package is held, and listed.
    const act = { caseId, type: 'feedbackRecorded', capacity: 'assessor', refs: [report] } as const;
    const forged = forgeAct(unit, { ...act, content: contents.feedbackRecorded });
    const path = await forgePackage(unit, await addressOf(head), { caseId, acts: [forged] });
    await head.calls.get('exchange.inspect', { fileTokens: [head.calls.context.files.issue('file', path)] });
  });

  it('for a request after an erasure', async () => {
    const { assessor, officer: unit } = (await members()).members;
    const caseId = await eraseShared({ ...assessor, calls: assessor.unwatched }, unit);
    await takeIn(unit, assessor, (await assessor.calls.get('exchange.sealErasure', { entryId: unit.entryId })).files);
    await answerRequest(unit.calls, caseId);
  });

  it('for the copy of an act', async () => {
    const { assessor, employee } = (await members()).members;
    const caseId = await observed(assessor.unwatched);
    await sign(assessor.unwatched, caseId, 'problemIdentified', 'assessor');
    const about = await enter(assessor.calls, caseId, 'problemCommunicated', 'assessor');
    const hash = await sign(assessor.calls, caseId, 'copyReleased', 'assessor', { about });
    await assessor.calls.get('documents.ofAct', { hash });
    await passCase(assessor, employee, caseId);
    await employee.calls.get('exchange.acknowledgeCopy', { hash, date: '2026-06-04', response: '' });
    await employee.calls.get('exchange.answerCopy', { hash, date: '2026-06-04', response: 'Tanggapan.' });
    await employee.calls.get('exchange.askCorrection', { hash, date: '2026-06-05', request: 'Tanggalnya keliru.' });
    await employee.unwatched.get('drafts.save', {
      kind: 'copyAcknowledgement',
      caseId,
      subjectKey: hash,
      content: '{}',
    });
    await giveKeyFiles(employee.vault, passphrase);
    const folderToken = employee.unwatched.context.files.issue('folder', temporaryFolder());
    await employee.unwatched.get('backup.setPlace', { folderToken });
    await employee.unwatched.get('backup.make', {});
    const note = { noteId: null, caseId, title: 'Catatan', content: '{"type":"doc"}', attachmentIds: [] };
    await employee.unwatched.get('notes.save', note);
    // Whom a copy is about no act says that is here: the register does.
    const [own] = await employee.calls.get('persons.list', { search: people.employee.name });
    const renamed = { ...people.employee, name: 'Nama Baru' };
    await employee.calls.get('persons.save', { personId: own?.personId ?? null, person: renamed });
    await employee.calls.get('retention.eraseCopies', { hashes: [hash] });
  });

  it('in coaching, with its records in two vaults', async () => {
    const { assessor: coach, employee } = (await members()).members;
    const guidanceId = await begin(coach.calls);
    const hash = await make(coach.calls, guidanceId, coachingSample());
    const sealed = await coach.calls.get('guidance.seal', { hash, entryId: employee.entryId });
    await takeIn(employee, coach, sealed.files);
    await employee.calls.get('guidance.signRecord', { hash });
    const back = await employee.calls.get('guidance.seal', { hash, entryId: coach.entryId });
    await takeIn(coach, employee, back.files);
    // What one alone signs has its paper made here.
    const alone = await make(coach.calls, guidanceId, summarySample('refused'));
    await coach.calls.get('guidance.documentOf', { hash: alone });
    const onPaper = await make(coach.calls, guidanceId, coachingSample(), false);
    const attachmentIds = [await attach(coach.unwatched, '%PDF-1.7 rekaman')];
    const paper = { hash: onPaper, medium: 'ink' as const, signedOn: '2026-11-21', attachmentIds };
    await coach.calls.get('guidance.addPaper', paper);
    const unsigned = await make(coach.calls, guidanceId, coachingSample(), false);
    await coach.calls.get('guidance.discardRecord', { hash: unsigned });
    const skills = { qualification: '', topics: [], training: [], availability: '', remark: '' };
    const coaches = { person: people.assessor, kinds: ['coaching' as const], ...skills };
    await coach.calls.get('guidance.saveCoach', { coachId: null, archived: false, coach: coaches });
  });

  it('in learning hours and the programme', () => learningWatched(seen));

  it('in the plan of an institution and its evaluation', () => institutionWatched(seen));

  it('in figures of the programme, of which nothing changes once they have left', async () => {
    const { assessor, head } = (await members()).members;
    const tally = {
      period: '2025-1',
      unit: '',
      sheets: 9,
      productivity: 5,
      creativity: 5,
      satisfaction: 5,
      engagement: 5,
    };
    const { tallyId } = await assessor.calls.get('programme.addTally', { tally });
    await assessor.calls.get('programme.removeTally', { tallyId, period: '2025-1' });
    await assessor.calls.get('programme.addTally', { tally });
    const sealed = await assessor.calls.get('programme.seal', { period: '2025-1', entryId: head.entryId });
    await takeIn(head, assessor, sealed.files);
  });

  it('where the clock was wrong', async () => {
    const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
    const wrong = callsOn(vault, { now: () => Date.now() + 1000 * 86_400_000 });
    await wrong.get('competence.publishTable', { table: conversion({ fromYear: new Date().getFullYear() + 3 }) });
    const calls = watched(callsOn(vault), seen);
    await calls.get('overview.stateClock', { reason: 'earlierWrong' });
    await calls.get('competence.withdrawTable', { versionNo: 1, reason: 'Jam komputer salah' });
  });

  it('in notes, settings, the profile and the register of people', async () => {
    const calls = await officer();
    const caseId = await observed(calls, openedBy(people.personnelOfficer));
    const note = { noteId: null, title: 'Catatan', content: '{}', caseId, attachmentIds: [] };
    const { noteId } = await calls.get('notes.save', note);
    await calls.get('notes.erase', { noteId });
    const { personId } = await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    const place = { kind: 'presentCompetences', caseId: null, subjectKey: personId };
    const { draftId } = await calls.get('drafts.save', { ...place, content: '{}' });
    await calls.get('persons.save', { personId, person: { ...people.otherEmployee, name: 'Nama Baru' } });
    await calls.get('drafts.discard', { draftId });
    await calls.get('persons.setArchived', { personId, archived: true });
    await calls.get('settings.set', { ...defaultSettings('Badan Contoh'), reminderDays: 9 });
    await make(
      calls,
      await begin(calls, sampleFile('coaching', { leader: people.personnelOfficer })),
      coachingSample(),
      false,
    );
    const person = { ...people.personnelOfficer, name: 'Pemilik Baru', nip: '' };
    await calls.get('profile.save', { person, roles: ['personnelOfficer', 'counsellor'] });
    await calls.get('notes.save', note);
    await calls.get('profile.save', { person, roles: ['personnelOfficer'] });
    await calls.get('notes.decide', { fate: 'keep', until: null });
    await calls.get('notes.eraseAll', {});
  });

  it('in the directory of a publisher, and of those who take it', async () => {
    const head = await deskWith(people.personnelHead, ['personnelHead', 'assessor'], (calls) =>
      reportedCase(calls, [500], openedBy(people.personnelHead)),
    );
    // Nobody holds a post in the own file.
    const member = await deskWith(people.employee, ['employee', 'personnelOfficer'], (calls) =>
      registeredCase(calls, { content: { employee: people.otherEmployee } }),
    );
    const other = await deskWith(people.counsellor, ['assessor', 'personnelOfficer'], async (calls) => {
      await reportedCase(calls, [500], openedBy(people.counsellor));
      await registeredCase(calls);
    });
    const { calls } = head;
    const certify = async (desk: Desk, roles: readonly Role[]) => {
      const card = { fileToken: head.token(await desk.card()), words: wordsOfKey(desk.key) };
      await calls.get('directory.certify', { ...card, roles: since(roles), entryId: null, formerKey: null });
    };
    const exported = () => saved(calls, () => calls.get('directory.export', {}));
    const trust = async (desk: Desk) =>
      desk.calls.get('directory.trust', { fileToken: desk.token(await exported()), words: wordsOfKey(head.key) });
    await calls.get('directory.found', { roles: since(['personnelHead']), takeOver: false });
    await certify(other, ['assessor']);
    await trust(other);
    await calls.get('office.publish', officeContents);
    const profile = await saved(calls, () => calls.get('office.export', {}));
    await other.calls.get('office.take', { fileToken: other.token(profile) });
    await other.calls.get('office.choose', { source: 'own' });
    // Another root is trusted: the profile of the one before counts no longer.
    const moved = await deskWith(people.assessor, ['personnelOfficer'], registeredCase);
    await moved.calls.get('directory.found', { roles: since(['personnelOfficer']), takeOver: false });
    await moved.calls.get('office.publish', officeContents);
    await trust(moved);
    const { invitationId } = await calls.get('invitation.make', { person: people.employee, roles: ['employee'] });
    writeMeta(writable(member.vault.records), 'invitation', { invitationId });
    await certify(member, ['employee', 'personnelOfficer', 'personnelHead']);
    await trust(member);
    const entries = await calls.get('directory.members', {});
    const entryOf = (of: PersonInput) => entries.find(({ person: { name } }) => name === of.name)?.entryId ?? '';
    const bare = { ...people.counsellor, name: 'Ratna Misal', nip: '', unit: '' };
    await registeredCase(member.calls, { content: { employee: people.otherEmployee, assessor: bare } });
    await member.calls.get('persons.tellApart', {
      person: { name: bare.name, nip: '', unit: '' },
      other: { entryId: entryOf(people.counsellor) },
      same: true,
    });
    const setRoles = (of: PersonInput, roles: readonly Role[]) =>
      calls.get('directory.setRoles', { entryId: entryOf(of), roles: since(roles) });
    await setRoles(people.counsellor, ['assessor', 'personnelHead']);
    await other.calls.get('directory.update', { fileToken: other.token(await exported()) });
    const revoked = { entryId: entryOf(people.employee), key: member.key, reason: 'lost' as const };
    await calls.get('directory.revoke', revoked);
  });

  it('for a publisher who gets a further role, at once or later', async () => {
    const [own, further] = [since(['personnelOfficer']), since(['personnelOfficer', 'personnelHead'])];
    const atOnce = (await deskWith(people.personnelOfficer, ['personnelOfficer'], registeredCase)).calls;
    await atOnce.get('directory.found', { roles: further, takeOver: false });
    const later = (await deskWith(people.personnelOfficer, ['personnelOfficer'], registeredCase)).calls;
    await later.get('directory.found', { roles: own, takeOver: false });
    const [founder] = await later.get('directory.members', {});
    await later.get('directory.setRoles', { entryId: founder?.entryId ?? '', roles: further });
  });

  it('for backups', () => backupsWatched(seen));

  it('for files that are erased, and backups that still have them', () => eraseWatched(seen));

  it('for guidance and learning records that are erased', () => eraseRecordsWatched(seen));

  it('for a recovery sheet that nobody had shown to be at hand', async () => {
    const vault = await openForTest(await copyOfVault());
    unwrap(transactRecords(vault.records, (tx) => ok(noteSheetUnconfirmed(tx))));
    const calls = watched(callsOn(vault), seen);
    const { recoveryGroups: groups, askedGroups: asked } = await calls.get('keys.makeSheet', {});
    await calls.get('keys.confirmSheet', { answers: [groups[asked[0]] ?? '', groups[asked[1]] ?? ''] });
  });

  it('for another identity', async () => {
    const unwatched = callsOn(await openForTest(await copyOfVault()));
    unwatched.host.passphrase = passphrase;
    await watched(unwatched, seen).get('keys.replaceIdentity', { reason: 'replaced' });
  });

  it('for a vault that was changed outside of the program', async () => {
    const vault = await openForTest(await copyOfVault());
    const calls = watched(callsOn(vault), seen);
    writeUnseen(vault.records, "INSERT INTO meta VALUES ('luar', 'x')");
    await calls.get('integrity.check', {});
    await calls.get('integrity.accept', {});
  });

  it('and declares nothing that none of these showed', () => {
    const never = [...seen].flatMap(([method, areas]) =>
      changesOf(contract[method])
        .filter((area) => !areas.has(area))
        .map((area) => `${method}: ${area}`),
    );
    expect(never).toEqual([]);
  });

  it('and nearly all that declare something were run here', () => {
    const methods = Object.keys(contract) as MethodName[];
    const unseen = methods.filter(
      (method) => changesOf(contract[method]).length > 0 && !seen.has(method as CommandName),
    );
    // The trail counts for its own page alone; what is held brings what any package brings; who is who is asked of
    // such a package (like-names.test.ts); preferences are a file.
    expect(unseen.sort()).toEqual([
      'audit.export',
      'audit.verify',
      'exchange.decide',
      'exchange.importHeld',
      'exchange.tellApart',
      'session.setPreferences',
    ]);
  });
});
