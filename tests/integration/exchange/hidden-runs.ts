import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { CounsellorKind } from '../../../shared/domain/case/content/counselling.ts';
import type { PersonInput, Role } from '../../../shared/domain/identity/person.ts';
import { deskOn } from '../../fixtures/case-desk.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { hashOf, pass } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { inside } from '../../fixtures/received.ts';
import {
  type Cases,
  type Cause,
  causes,
  dayOfCause,
  type Hidden,
  type Name,
  namesIn,
  type Papers,
  type Setting,
  strangers,
} from './hidden-cast.ts';

// Runs of a case that differ in what some do not see (every-hidden-pair.test.ts).

/** Has somebody say something and gives everyone what is due from there. */
const tell = async ({ says, give }: Cases, ...said: Parameters<Cases['says']>): Promise<void> => {
  await says(...said);
  await give(said[0]);
};

/** Carries to one alone what is due from another. */
const hand = ({ members, caseId }: Cases, from: Name, to: Name) => pass(members[from], members[to], caseId);

/** Of two in a post the one who holds it: nothing names them before something is theirs. */
const choose = async ({ members, caseId }: Cases, by: Name): Promise<void> => {
  if (hashOf(members[by], caseId, 'caseOpened') === '') return;
  for (const [role, name] of [
    ['personnelHead', 'head'],
    ['authorisedOfficial', 'official'],
  ] as const)
    await members[by].calls.get('exchange.chooseReceiver', { caseId, role, entryId: members[name].entryId });
};

/** A case up to the list of the personnel unit. */
const begin = async (
  members: Cases['members'],
  { headAssesses = false }: Setting,
  registers = true,
): Promise<Cases> => {
  const by: Name = headAssesses ? 'head' : 'assessor';
  const { calls, person: author } = members[by];
  const content = headAssesses ? { assessor: people.personnelHead, assessorIsHead: true } : {};
  const opening = step('caseOpened', 'assessor', { author, content });
  const { caseId, hash } = await calls.get('case.recordAct', { ...opening, draftId: null });
  const desk = deskOn(members, caseId, inside);
  desk.script.push(hash);
  const as = 'assessor';
  await desk.says(by, 'feedbackRecorded', { as, attachmentIds: [await attach(calls, '%PDF-1.7 bukti')] });
  for (const type of ['problemIdentified', 'problemCommunicated', 'changeEvaluated'] as const)
    await desk.says(by, type, { as });
  await desk.enters(by, 'reportSubmitted', { as, author });
  await choose(desk, by);
  await desk.give(by);
  if (registers) await desk.says('officer', 'reportRegistered', { of: 'reportSubmitted' });
  await choose(desk, 'officer');
  await desk.give('officer');
  for (const name of ['head', 'official', 'assessor'] as const) await choose(desk, name);
  return desk;
};

/** The usual setting. */
export const independent = { kind: 'independent', counsels: 'counsellor' } as const;

/** Somebody enters paper in another's name, who denies it: between these two. */
const denied =
  (desk: Cases) =>
  async (by: Name, named: Name, type: ActType, change: Parameters<Cases['says']>[2] = {}): Promise<void> => {
    const { says, enters, members } = desk;
    const as = change.as ?? members[named].roles[0]!;
    await enters(by, type, { as, author: members[named].person, ...change });
    await hand(desk, by, named);
    await says(named, 'paperAnswered', { as, of: type, content: { answer: 'denied' } });
    await hand(desk, named, by);
  };

/** What only the counsellor knows, beside the session of every run. */
const alone = async ({ says }: Cases, by: Name): Promise<void> => {
  const as = 'counsellor';
  await says(by, 'consentRecorded', { as, content: { consent: 'refused' } });
  await says(by, 'consentRecorded', { as });
  await says(by, 'actCorrected', { as, of: 'consentRecorded', content: { content: contents.consentRecorded } });
  for (const to of ['psychologist', 'doctor', 'other'] as const)
    await says(by, 'referralRecorded', { as, content: { to, imminentDanger: to === 'doctor' } });
};

/** The employee gets a copy. */
const releaseCopy = async (desk: Cases, by: Name, of: ActType, as?: Role): Promise<string> => {
  const { says, members } = desk;
  const hash = await says(by, 'copyReleased', { of, ...(as && { as }) });
  await members[by].calls.get('documents.ofAct', { hash });
  await hand(desk, by, 'employee');
  return hash;
};

/** The employee asks that what was copied be corrected, and gets an answer. */
const askOfCopy = async (desk: Cases, by: Name, hash: string, answer: 'accepted' | 'refused'): Promise<void> => {
  const { members, script } = desk;
  const input = { hash, date: '2026-06-05', request: contents.correctionRequested.request };
  const asked = await members.employee.calls.get('exchange.askCorrection', input);
  script.push(asked.hash);
  await hand(desk, 'employee', by);
  const content = { ...contents.correctionAnswered, answer };
  await desk.says(by, 'correctionAnswered', { about: asked.hash, content });
  await hand(desk, by, 'employee');
};

/** The same, and confirms it. */
const deliverCopy = async (desk: Cases, by: Name, of: ActType): Promise<void> => {
  const { members, caseId, script } = desk;
  const hash = await releaseCopy(desk, by, of);
  await members.employee.calls.get('exchange.acknowledgeCopy', { hash, date: '2026-06-04', response: '' });
  script.push(hashOf(members.employee, caseId, 'copyAcknowledged'));
  await hand(desk, 'employee', by);
  for (const answer of ['refused', 'accepted'] as const) await askOfCopy(desk, by, hash, answer);
};

/** The employee answers the communication, and gets a copy of that too. */
const answerCommunication = async (desk: Cases): Promise<void> => {
  const { members, script } = desk;
  const hash = await releaseCopy(desk, 'assessor', 'problemCommunicated');
  const said = { hash, date: '2026-06-04', response: contents.responseGiven.response };
  script.push((await members.employee.calls.get('exchange.answerCopy', said)).hash);
  await hand(desk, 'employee', 'assessor');
  await releaseCopy(desk, 'assessor', 'responseGiven');
};

/** Copies of all that there is before the session. */
const releaseEarly = async (desk: Cases, by: Name, counsels: Name): Promise<void> => {
  await answerCommunication(desk);
  await desk.give('assessor');
  for (const of of ['reportSubmitted', 'counsellingDecided', 'counsellorAssigned'] as const)
    await releaseCopy(desk, by, of);
  await desk.says(by, 'sessionRescheduled', { of: 'sessionScheduled' });
  await hand(desk, by, counsels);
  await releaseCopy(desk, by, 'sessionRescheduled');
  await deliverCopy(desk, by, 'sessionScheduled');
};

/** Two of the unit say something to all at the same time, and somebody learns of both. */
const sayAside = async (desk: Cases, to: Name): Promise<void> => {
  const { says } = desk;
  for (const [by, of] of [
    ['officer', 'reportRegistered'],
    ['head', 'counsellingDecided'],
  ] as const) {
    await says(by, 'actCorrected', { of, content: { content: contents[of] } });
    if (by !== to) await hand(desk, by, to);
  }
};

/** What the unit does about a session, and the assessor never sees; what the counsellor knows of it besides. */
const inTheUnit = async (desk: Cases, by: Name, counsels: Name): Promise<void> => {
  const { says, enters, members, caseId } = desk;
  const of = 'sessionScheduled';
  await says('officer', 'sessionRescheduled', { of });
  for (const answers of [['confirmed'], ['denied', 'stands'], ['denied', 'withdrawn']]) {
    await enters('officer', 'sessionRescheduled', { of, as: members[by].roles[0]!, author: members[by].person });
    await hand(desk, 'officer', by);
    const about = hashOf(members[by], caseId, 'sessionRescheduled');
    for (const answer of answers) await says(by, 'paperAnswered', { about, content: { answer } });
    await hand(desk, by, 'officer');
  }
  await says(by, 'actCorrected', { of, content: { content: contents.sessionScheduled } });
  await hand(desk, by, counsels);
  for (const type of ['sessionScheduled', 'sessionMissed', 'sessionScheduled'] as const)
    await says(counsels, type, { as: 'counsellor', ...(type === 'sessionMissed' && { of }) });
};

const decider = (role: Role, person: PersonInput) => ({ role, person });
const items = Array.from({ length: 3 }, () => contents.followUpDecided.items[0]);

/** The follow-up, decided by all who may. */
const followUp = async (
  desk: Cases,
  { headAssesses = false, handsOver = false }: Setting,
  hidden: Hidden,
  by: Name,
): Promise<void> => {
  const { says, members } = desk;
  const deny = denied(desk);
  await choose(desk, 'superior');
  if (hidden.unit) await says(by, 'resultReceived', { of: 'resultSigned' });
  if (hidden.ink) {
    const others = { assessorSuperior: strangers[0]!, personnelHead: strangers[1]!, authorisedOfficial: strangers[2]! };
    const own = members[hidden.ink].roles[0]!;
    const roles = (['assessorSuperior', 'authorisedOfficial', 'personnelHead'] as const).filter(
      (role) => !headAssesses || role !== 'personnelHead',
    );
    const deciders = roles.map((role) => decider(role, role === own ? members[hidden.ink!].person : others[role]));
    await desk.enters(hidden.ink, 'followUpDecided', { content: { items, deciders } });
    await desk.give(hidden.ink);
    return;
  }
  const all: readonly Name[] = headAssesses
    ? ['official', 'superior']
    : [by, handsOver ? 'nextOfficial' : 'official', 'superior'];
  const deciders = all.map((name) => decider(members[name].roles[0]!, members[name].person));
  const content = { items, deciders };
  const others = all.filter((name) => name !== by);
  const [enters, named]: readonly [Name, Name] =
    hidden.paper === 'headForOfficial'
      ? ['head', 'official']
      : hidden.paper === 'officerForHead'
        ? ['head', 'superior']
        : ['official', 'superior'];
  await (hidden.paper && deny(enters, named, 'followUpDecided', { content }));
  await tell(desk, by, 'followUpDecided', { content });
  // Who has not joined yet enters for nobody.
  if (hidden.paper && enters === by) await deny(enters, named, 'followUpJoined', { of: 'followUpDecided' });
  if (!hidden.unit) return;
  for (const name of others) {
    await choose(desk, name);
    await says(name, 'followUpJoined', { of: 'followUpDecided' });
    await hand(desk, name, by);
  }
  for (const [item, state] of ['ongoing', 'done', 'dropped'].entries())
    await says(by, 'followUpProgressed', { of: 'followUpDecided', content: { item, state } });
};

/** In which runs somebody who receives the record enters it in the counsellor's name. */
const recordPaper: Readonly<Record<CounsellorKind | 'headAssesses', Papers | null>> = {
  independent: 'headForOfficial',
  trainedAssessor: 'officerForHead',
  counsellingOfficial: null,
  headAssesses: 'officerForOfficial',
};

/** Ends the counselling for one cause, by one act. */
const endBy = async ({ says }: Cases, by: Name, cause: Cause): Promise<void> => {
  const as = 'counsellor';
  if (cause === 'refused') await says(by, 'consentRecorded', { as, content: { consent: 'refused', date: dayOfCause } });
  if (cause === 'missed')
    await says(by, 'sessionMissed', { as, of: 'sessionScheduled', content: { date: dayOfCause } });
  if (cause === 'referred')
    await says(by, 'referralRecorded', { as, content: { date: dayOfCause, to: 'doctor', imminentDanger: true } });
};

/** The session, and the record of how it came out. */
const conclude = async (desk: Cases, setting: Setting, hidden: Hidden, decides: Name): Promise<void> => {
  const { says } = desk;
  const { kind, counsels, headAssesses = false } = setting;
  const own = { as: 'counsellor' } as const;
  const cause = causes.find((of) => of === hidden.alone);
  const hasEnded = cause !== undefined || hidden.alone === 'ended' || hidden.alone === 'endedHeld';
  if (cause !== undefined) await endBy(desk, counsels, cause);
  else {
    if (hasEnded) await says(counsels, 'consentRecorded', { ...own, content: { consent: 'refused' } });
    const session = hidden.alone === 'ended' ? 'sessionMissed' : 'sessionHeld';
    await says(counsels, session, { of: 'sessionScheduled', ...own });
  }
  if (hidden.paper !== undefined && hidden.paper === recordPaper[headAssesses ? 'headAssesses' : kind])
    await denied(desk)(kind === 'independent' ? decides : 'superior', counsels, 'resultSigned', own);
  const outcome = hasEnded ? { content: { outcome: 'ended', sessions: [] } } : {};
  await tell(desk, counsels, 'resultSigned', { ...own, ...outcome });
};

/** Head and official pass their posts on. */
const handOver = async (desk: Cases): Promise<void> => {
  const { members } = desk;
  for (const [from, to] of [
    ['head', 'nextHead'],
    ['official', 'nextOfficial'],
  ] as const) {
    const content = { ...contents.postHandedOver, post: members[from].roles[0]!, successor: members[to].person };
    await tell(desk, from, 'postHandedOver', { content });
  }
};

/** What all see comes last, when there is most to hide; everybody has passed on what there is. */
const endShort = async (desk: Cases, decides: Name, correct: () => Promise<void>): Promise<Cases> => {
  await desk.give(decides, decides === 'head' ? 'official' : 'head');
  await correct();
  return desk;
};

/** One run of a case. */
export const run = async (members: Cases['members'], setting: Setting, hidden: Hidden): Promise<Cases> => {
  const desk = await begin(members, setting);
  const { says, enters } = desk;
  const { kind, counsels, headAssesses = false, handsOver = false } = setting;
  let decides: Name = headAssesses ? 'official' : 'head';
  const deny = denied(desk);
  const own = { as: 'counsellor' } as const;
  const denyEach = async (type: ActType, changeBy: (by: Name) => Promise<object> = async () => ({})) => {
    if (hidden.paper === undefined) return;
    const [by, named] = namesIn[hidden.paper];
    await deny(by, named, type, await changeBy(by));
  };

  await denyEach('counsellingDecided', async () => ({ content: { decision: 'no', reason: 'Belum perlu.' } }));
  await tell(desk, decides, 'counsellingDecided');
  const assigning = async (by: Name) => ({
    content: { kind, counsellor: members[counsels].person, qualification: 'Sertifikat 7/2025' },
    attachmentIds: [await attach(members[by].calls, '%PDF-1.7 sertifikat')],
  });
  await denyEach('counsellorAssigned', assigning);
  await says(decides, 'counsellorAssigned', await assigning(decides));
  if (hidden.aside) await sayAside(desk, decides);
  if (hidden.to !== 'acceptance') await says(decides, 'sessionScheduled');
  await desk.give(decides);
  await choose(desk, counsels);
  await tell(desk, counsels, 'assignmentAnswered', { of: 'counsellorAssigned', ...own });
  if (handsOver) {
    await handOver(desk);
    decides = 'nextHead';
  }

  if (hidden.paper !== undefined) {
    const [by] = namesIn[hidden.paper];
    await enters(by, 'consentRecorded', { ...own, author: members[counsels].person });
    if (by === 'officer' && hidden.paper !== 'officerForHead')
      await enters(counsels, 'postHandedOver', { as: 'personnelHead' });
  }
  if (hidden.unit) await inTheUnit(desk, decides, counsels);
  if (hidden.copy === 'all') await releaseEarly(desk, decides, counsels);
  else if (hidden.copy) await deliverCopy(desk, decides, 'sessionScheduled');
  if (hidden.alone === 'much') await alone(desk, counsels);
  const accepted = { ...contents.assignmentAnswered, declaration: 'Tidak ada benturan kepentingan.' };
  const correct = () =>
    tell(desk, counsels, 'actCorrected', { of: 'assignmentAnswered', ...own, content: { content: accepted } });
  if (hidden.to === 'acceptance') return endShort(desk, decides, correct);
  if (hidden.to === 'end') await correct();

  if (hidden.aside) await sayAside(desk, counsels);
  await conclude(desk, setting, hidden, decides);
  if (hidden.aside) await sayAside(desk, decides);
  await followUp(desk, setting, hidden, decides);
  if (hidden.copy === 'all') {
    await releaseCopy(desk, counsels, 'resultSigned', 'counsellor');
    await releaseCopy(desk, decides, 'followUpDecided');
  }
  if (hidden.to === 'followUp') return endShort(desk, decides, correct);
  await tell(desk, counsels, 'statusNotified', own);
  await denyEach('caseClosed');
  await denyEach('employeeMistaken');
  await tell(desk, decides, 'caseClosed');
  return desk;
};

/** The unit ends what was accepted, and there is no more: nothing of it comes to who sees no file. */
export const endedRun = async (members: Cases['members']): Promise<Cases> => {
  const desk = await begin(members, independent);
  await tell(desk, 'head', 'counsellingDecided');
  await tell(desk, 'head', 'counsellorAssigned');
  await choose(desk, 'counsellor');
  await tell(desk, 'counsellor', 'assignmentAnswered', { of: 'counsellorAssigned' });
  await tell(desk, 'head', 'assignmentEnded', { of: 'counsellorAssigned' });
  return desk;
};

/** Whatever else a file can say: of these nothing comes to who sees no file. */
export const oddRun = async (members: Cases['members']): Promise<Cases> => {
  const desk = await begin(members, independent, false);
  const { says, enters } = desk;
  await says('assessor', 'copyReleased', { of: 'problemCommunicated' });
  await enters('assessor', 'responseGiven', { as: 'employee', of: 'copyReleased' });
  await hand(desk, 'assessor', 'officer');
  await says('officer', 'reportReturned', { of: 'reportSubmitted' });
  await says('officer', 'identityCorrected');
  await says('officer', 'assessorReplaced');
  await says('officer', 'copyReleased', { of: 'reportSubmitted' });
  await enters('officer', 'copyAcknowledged', { as: 'employee', of: 'copyReleased' });
  await enters('officer', 'correctionRequested', { as: 'employee', of: 'copyReleased' });
  await enters('officer', 'correctionAnswered', { as: 'personnelHead', of: 'correctionRequested' });
  await enters('officer', 'employeeLeft', { as: 'personnelHead' });
  await hand(desk, 'officer', 'head');
  await says('head', 'paperAnswered', { of: 'employeeLeft' });
  await says('head', 'employeeMistaken');
  return desk;
};
