import type { Role } from '../../identity/person.ts';
import { appointmentCited, endsInTime, invitedBefore, reinvitedBefore, toldBeforeSession } from '../asked-gates.ts';
import { contentSchemas } from '../body.ts';
import { authorIsCounsellor, authorIsNotAssessor, independence, qualification, startIsSigned } from '../body-gates.ts';
import {
  assignmentAnswers,
  type CounsellorKind,
  consents,
  counsellorKinds,
  referralTargets,
} from '../content/counselling.ts';
import { define, hasOwnFiles, mayBePaper, maySay } from '../definition.ts';
import { accepted, assigned, atWork, need, resultNotSigned, sessionPlanned, sessionPlannedBefore } from '../gates.ts';
import { type CaseState, type FoldedAct, isAccepted, type SessionState, standingAssignment } from '../state.ts';
import { office } from './observation.ts';
import { assigners } from './report.ts';

const kindOf = (facts: readonly string[]): CounsellorKind =>
  counsellorKinds.find((kind) => facts.includes(kind)) ?? 'independent';

/** Who schedules first: the personnel unit or the authorised official (law: schedule); not the assessor. */
const schedulers = office;

/** The unit, and the counsellor to whom its letters go. */
const unitAndCounsellor = (state: CaseState): readonly Role[] => [...office(state), 'counsellor'];

/** The letter of assignment appoints: its counsellor keeps it for others only where the file begins with it. */
const keepersOfAssignment = (state: CaseState): readonly Role[] =>
  state.startsFrom === 'assignment' ? unitAndCounsellor(state) : office(state);

/**
 * Assignment of the counsellor (law: assign, counsellorKinds). A counsellor who starts alone enters the letter from
 * paper: it is itself the evidence of all that came before, which this vault could never hold.
 */
export const counsellorAssigned = define<'counsellorAssigned'>({
  content: contentSchemas.counsellorAssigned,
  rule: 'assign',
  decides: true,
  factRule: { one: [counsellorKinds], optional: ['qualificationProven'] },
  factFields: ['kind'],
  facts: ({ kind }, body) => (hasOwnFiles(body) ? [kind, 'qualificationProven'] : [kind]),
  capacities: assigners,
  gates: [
    ...atWork,
    need(
      'counsellingNotDecided',
      'decide',
      'counsellingDecided',
      (state) => state.startsFrom === 'assignment' || state.decision?.decision === 'yes',
    ),
    need('counsellorAlreadyAssigned', 'assign', null, (state) => standingAssignment(state) === null),
    need(
      'trainingProofMissing',
      'trainingProof',
      null,
      (_state, act) =>
        act.facts === null || !act.facts.includes('trainedAssessor') || maySay(act, 'qualificationProven'),
    ),
    need(
      'assignmentMustBePaper',
      'startFromPaper',
      null,
      (state, act) => state.startsFrom !== 'assignment' || mayBePaper(act),
    ),
  ],
  bodyGates: [...independence, ...qualification, appointmentCited, authorIsNotAssessor(), startIsSigned('assignment')],
  notBefore: ['counsellingDecided'],
  routes: () => ['personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  keepers: keepersOfAssignment,
  paperEvidence: 'required',
  apply: (_state, { hash, facts, capacity }) => ({
    assignment: { hash, kind: kindOf(facts), by: capacity, answer: null },
    sessions: [],
    consent: null,
  }),
});

const isNotHeld = ({ state }: SessionState): boolean => state !== 'held';

const unanswered = (state: CaseState): readonly string[] =>
  state.assignment?.answer === null ? [state.assignment.hash] : [];

/**
 * The counsellor accepts, declaring on conflicts of interest, or declines (law: answer). Sessions that the personnel
 * unit planned for a counsellor who declines are void.
 */
export const assignmentAnswered = define<'assignmentAnswered'>({
  content: contentSchemas.assignmentAnswered,
  rule: 'answer',
  factRule: { one: [assignmentAnswers] },
  factFields: ['answer'],
  facts: ({ answer }) => [answer],
  capacities: () => ['counsellor'],
  about: unanswered,
  aboutTypes: ['counsellorAssigned'],
  gates: [
    ...atWork,
    assigned,
    need('alreadyAnswered', 'answer', null, (state) => state.assignment === null || unanswered(state).length > 0),
  ],
  bodyGates: [authorIsCounsellor()],
  notBefore: ['counsellorAssigned'],
  routes: () => ['personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  keepers: office,
  apply: ({ assignment, sessions }, { facts }) => {
    if (assignment === null) return {};
    return facts.includes('accepted')
      ? { assignment: { ...assignment, answer: 'accepted' }, sessions }
      : { assignment: { ...assignment, answer: 'declined' }, sessions: [] };
  },
});

/**
 * The unit ends what was accepted, before the first session and without a reason (law: alsoAssesses), so that somebody
 * else may be assigned. Whether a session was held only the counsellor knows: the unit is held to the day of the first
 * one. What was planned and said under it is void; nothing of it tells whoever is assigned next.
 */
export const assignmentEnded = define<'assignmentEnded'>({
  content: contentSchemas.assignmentEnded,
  rule: 'alsoAssesses',
  capacities: assigners,
  about: (state) => (isAccepted(state) && state.assignment !== null ? [state.assignment.hash] : []),
  aboutTypes: ['counsellorAssigned'],
  gates: [
    ...atWork,
    accepted,
    need('resultAlreadySigned', 'result', null, (state) => !state.notified.includes('concluded')),
    { ...need('resultAlreadySigned', 'result', null, (state) => state.result === null, 1), asFarAsEvidence: true },
    {
      ...need('firstSessionPassed', 'alsoAssesses', null, ({ sessions }) => sessions.every(isNotHeld), 2),
      asFarAsEvidence: true,
    },
  ],
  bodyGates: [authorIsNotAssessor(), ...endsInTime],
  notBefore: ['assignmentAnswered'],
  routes: () => ['personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  keepers: office,
  apply: ({ assignment }) =>
    assignment === null
      ? {}
      : { assignment: { ...assignment, answer: 'ended' }, sessions: [], consent: null, referred: false },
});

const inCounselling = [...atWork, accepted, resultNotSigned];
const inAssignment = [...atWork, assigned, resultNotSigned];
const scheduleReaders = (): readonly Role[] => [
  'personnelOfficer',
  'personnelHead',
  'authorisedOfficial',
  'counsellor',
];
const counsellorAlone = (): readonly Role[] => ['counsellor'];

/**
 * The first schedule comes from the personnel unit, with the assignment (law: schedule): it waits for no answer.
 * Later ones come from the counsellor who accepted (law: laterSessions).
 */
export const sessionScheduled = define<'sessionScheduled'>({
  content: contentSchemas.sessionScheduled,
  rule: 'schedule',
  capacities: (state) => (state.sessions.length === 0 ? schedulers(state) : ['counsellor']),
  gates: [
    ...inAssignment,
    need(
      'assignmentNotAccepted',
      'answer',
      'assignmentAnswered',
      (state) => state.sessions.length === 0 || isAccepted(state),
    ),
  ],
  bodyGates: [authorIsCounsellor(), invitedBefore],
  notBefore: ['counsellorAssigned'],
  level: 1,
  routes: scheduleReaders,
  keepers: unitAndCounsellor,
  apply: ({ sessions }, { hash }) => ({ sessions: [...sessions, { hash, latest: hash, state: 'planned' }] }),
});

const plannedSessions = (state: CaseState): readonly string[] =>
  state.sessions.filter((session) => session.state === 'planned').map(({ hash }) => hash);

const changeSession =
  (change: (act: FoldedAct, session: SessionState) => Partial<SessionState>) =>
  ({ sessions }: CaseState, act: FoldedAct): Partial<CaseState> => ({
    sessions: sessions.map((session) =>
      session.hash === act.about ? { ...session, ...change(act, session) } : session,
    ),
  });

const onSession = { about: plannedSessions, aboutTypes: ['sessionScheduled'] } as const;

/** Whether she came is the counsellor's alone (law: sight); in v1 whoever saw the schedule saw that too. */
const ofSession = { ...onSession, level: 2, levelOfV1: 1 } as const;

/** New time or place of a planned session; by the counsellor only after accepting. */
export const sessionRescheduled = define<'sessionRescheduled'>({
  content: contentSchemas.sessionRescheduled,
  rule: 'laterSessions',
  capacities: (state) => (isAccepted(state) ? [...schedulers(state), 'counsellor'] : schedulers(state)),
  ...onSession,
  level: 1,
  // The unit cannot know which sessions were held: of those it moves nothing, and its act stands all the same.
  aboutAnyOfV2: true,
  gates: [...inAssignment, sessionPlannedBefore],
  bodyGates: [authorIsCounsellor(), reinvitedBefore],
  routes: scheduleReaders,
  keepers: unitAndCounsellor,
  apply: changeSession(({ hash }, { state }) => (state === 'planned' ? { latest: hash } : {})),
});

/** Consent or its refusal; no gate of anything (law: consent). */
export const consentRecorded = define<'consentRecorded'>({
  content: contentSchemas.consentRecorded,
  rule: 'consent',
  factRule: { one: [consents] },
  factFields: ['consent'],
  facts: ({ consent }) => [consent],
  capacities: counsellorAlone,
  gates: inCounselling,
  bodyGates: [authorIsCounsellor()],
  level: 2,
  routes: counsellorAlone,
  apply: (_state, { facts }) => ({ consent: facts.includes('given') ? 'given' : 'refused' }),
});

/** A planned session took place. */
export const sessionHeld = define<'sessionHeld'>({
  content: contentSchemas.sessionHeld,
  rule: 'result',
  capacities: counsellorAlone,
  ...ofSession,
  gates: [...inCounselling, sessionPlanned],
  bodyGates: [authorIsCounsellor(), toldBeforeSession],
  routes: counsellorAlone,
  apply: changeSession(() => ({ state: 'held' })),
});

/** A planned session did not take place; no reasons (law: missed). */
export const sessionMissed = define<'sessionMissed'>({
  content: contentSchemas.sessionMissed,
  rule: 'missed',
  capacities: counsellorAlone,
  ...ofSession,
  gates: [...inCounselling, sessionPlanned],
  bodyGates: [authorIsCounsellor()],
  routes: counsellorAlone,
  apply: changeSession(() => ({ state: 'missed' })),
});

/** Referral to a psychologist, doctor or other help; also after the result (law: referral). */
export const referralRecorded = define<'referralRecorded'>({
  content: contentSchemas.referralRecorded,
  rule: 'referral',
  factRule: { one: [referralTargets], optional: ['imminentDanger'] },
  factFields: ['to', 'imminentDanger'],
  facts: ({ to, imminentDanger }) => (imminentDanger ? [to, 'imminentDanger'] : [to]),
  capacities: counsellorAlone,
  gates: [...atWork, accepted],
  bodyGates: [authorIsCounsellor()],
  level: 2,
  routes: counsellorAlone,
  apply: () => ({ referred: true }),
});
