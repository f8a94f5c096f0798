import type { ActType } from '@shared/domain/case/act-type.ts';
import type { FoldedAct } from '@shared/domain/case/state.ts';

/**
 * What the law forbids, read from docs/law.md ("Counselling") alone: nothing here looks at the acts table or
 * at a state. Each rule sees one act with effect and the acts with effect before it, and says whether it is lawful.
 */
interface Moment {
  readonly act: FoldedAct;
  readonly before: readonly FoldedAct[];
}
type Rule = (moment: Moment) => boolean;

const has = (act: FoldedAct | undefined, fact: string): boolean => act?.facts.includes(fact) ?? false;
const some = ({ before }: Moment, type: ActType, fact?: string): boolean =>
  before.some((act) => act.type === type && (fact === undefined || has(act, fact)));
const last = (before: readonly FoldedAct[], ...types: readonly ActType[]): FoldedAct | undefined =>
  before.findLast((act) => types.includes(act.type));
const starts = (moment: Moment, fact: string): boolean => some(moment, 'caseOpened', fact);
const since = (before: readonly FoldedAct[], type: ActType): readonly FoldedAct[] =>
  before.slice(before.findLastIndex((act) => act.type === type) + 1);
/** The assessor heads the personnel unit: as opened, or as the latest replacement says. */
const assessorIsHead = ({ before }: Moment): boolean =>
  has(last(before, 'caseOpened', 'assessorReplaced'), 'assessorIsHead');
const assignmentOf = ({ before }: Moment): FoldedAct | undefined => last(before, 'counsellorAssigned');
const answerOf = (moment: Moment): FoldedAct | undefined =>
  moment.before.findLast((act) => act.type === 'assignmentAnswered' && act.about === assignmentOf(moment)?.hash);
/** The unit ended the latest assignment. */
const isEnded = (moment: Moment): boolean =>
  moment.before.some((act) => act.type === 'assignmentEnded' && act.about === assignmentOf(moment)?.hash);
const isAccepted = (moment: Moment): boolean => has(answerOf(moment), 'accepted') && !isEnded(moment);
/** Nobody counsels by it any more. */
const isOver = (moment: Moment): boolean => has(answerOf(moment), 'declined') || isEnded(moment);
const on =
  (types: readonly ActType[], rule: Rule): Rule =>
  (moment) =>
    !types.includes(moment.act.type) || rule(moment);
const isClosed = ({ before }: Moment): boolean => {
  if (before.some(({ type }) => type === 'employeeMistaken')) return true;
  const end = before.findLastIndex((act) => act.type === 'caseClosed');
  return end >= 0 && !before.slice(end).some((act) => act.type === 'problemIdentified');
};

const feedbackProven: Rule = (moment) =>
  starts(moment, 'fromReport')
    ? has(moment.act, 'withEvidence')
    : some(moment, 'feedbackRecorded', 'withEvidence') ||
      (some(moment, 'feedbackRecorded') && has(moment.act, 'withEvidence'));

const deciders = ['assessorSuperior', 'authorisedOfficial', 'personnelHead'];

const mayReceive = (moment: Moment): readonly string[] => {
  const assignment = assignmentOf(moment);
  if (has(assignment, 'trainedAssessor')) return ['assessorSuperior'];
  if (has(assignment, 'counsellingOfficial')) return ['assessor', 'assessorSuperior'];
  return assessorIsHead(moment) ? ['authorisedOfficial'] : ['authorisedOfficial', 'personnelHead'];
};

/** Counselling was decided on where the head is the assessor, to whom its result does not come. */
const isCounselledUnseen = (moment: Moment): boolean => {
  const isAskedFor = some(moment, 'counsellingDecided', 'yes') || starts(moment, 'fromAssignment');
  const comesToAssessor = has(assignmentOf(moment), 'counsellingOfficial') && !isOver(moment);
  return assessorIsHead(moment) && isAskedFor && !comesToAssessor;
};

/** What may still be said when a file is closed. */
const afterTheEnd: readonly ActType[] = [
  'employeeMistaken',
  'paperAnswered',
  'copyReleased',
  'copyAcknowledged',
  'responseGiven',
  'correctionRequested',
  'correctionAnswered',
  'postHandedOver',
  'actCorrected',
  'identityCorrected',
  'statusNotified',
];
const sessionActs: readonly ActType[] = ['sessionRescheduled', 'sessionHeld', 'sessionMissed'];
/** Schedules for the counsellor who is assigned now; those for one who declined are void. */
const schedules = ({ before }: Moment): readonly FoldedAct[] =>
  since(before, 'counsellorAssigned').filter((act) => act.type === 'sessionScheduled');

/** The laws, by what they say. */
export const laws: Readonly<Record<string, Rule>> = {
  'a file is opened first and once': ({ act, before }) => (act.type === 'caseOpened') === (before.length === 0),
  'a file that starts later is opened by who received the paper, never in that name': on(
    ['caseOpened'],
    ({ act }) =>
      !(has(act, 'fromReport') || has(act, 'fromAssignment')) ||
      (act.origin === 'vault' && (act.capacity === 'counsellor') === has(act, 'fromAssignment')),
  ),
  '1: the assessor identifies, communicates, evaluates and reports': on(
    ['problemIdentified', 'problemCommunicated', 'changeEvaluated', 'reportSubmitted'],
    ({ act }) => act.capacity === 'assessor',
  ),
  '2: communicated only what was identified': on(['problemCommunicated'], (moment) =>
    some(moment, 'problemIdentified'),
  ),
  '3: evaluated only after it was communicated': on(['changeEvaluated'], ({ before }) =>
    since(before, 'problemIdentified').some((act) => act.type === 'problemCommunicated'),
  ),
  '3: no report without evidence of feedback': on(['reportSubmitted'], feedbackProven),
  '3: no report without communication and unchanged behaviour': on(['reportSubmitted'], (moment) => {
    if (starts(moment, 'fromReport')) return moment.act.origin === 'paper';
    const round = since(moment.before, 'problemIdentified');
    const communicated = round.findLastIndex((act) => act.type === 'problemCommunicated');
    return communicated >= 0 && has(last(round.slice(communicated), 'changeEvaluated'), 'unchanged');
  }),
  '3: changed ends the case but for a relapse': on(
    ['reportSubmitted', 'problemCommunicated', 'changeEvaluated'],
    ({ before }) => !has(last(since(before, 'problemIdentified'), 'changeEvaluated'), 'changed'),
  ),
  '3: a report is examined once': on(
    ['reportRegistered', 'reportReturned'],
    ({ act, before }) =>
      before.some((other) => other.hash === act.about && other.type === 'reportSubmitted') &&
      !before.some((other) => other.about === act.about && /^report(Registered|Returned)$/.test(other.type)),
  ),
  '4: decided only on what is registered, once': on(
    ['counsellingDecided'],
    (moment) => some(moment, 'reportRegistered') && !some(moment, 'counsellingDecided'),
  ),
  '4: decided and assigned by head or official, never by the assessor or an officer': on(
    ['counsellingDecided', 'counsellorAssigned'],
    (moment) =>
      (assessorIsHead(moment) ? ['authorisedOfficial'] : ['authorisedOfficial', 'personnelHead']).includes(
        moment.act.capacity,
      ),
  ),
  '4: assigned only after yes': on(['counsellorAssigned'], (moment) =>
    starts(moment, 'fromAssignment') ? moment.act.origin === 'paper' : some(moment, 'counsellingDecided', 'yes'),
  ),
  '4: one counsellor at a time': on(
    ['counsellorAssigned'],
    (moment) => assignmentOf(moment) === undefined || isOver(moment),
  ),
  '4: what was accepted is ended once, by who assigns, while nobody was told that the counselling is over': on(
    ['assignmentEnded'],
    (moment) =>
      (assessorIsHead(moment) ? ['authorisedOfficial'] : ['authorisedOfficial', 'personnelHead']).includes(
        moment.act.capacity,
      ) &&
      moment.act.about === assignmentOf(moment)?.hash &&
      isAccepted(moment) &&
      !some(moment, 'statusNotified', 'concluded'),
  ),
  '4: the first schedule comes from the personnel unit, later ones from the counsellor': on(
    ['sessionScheduled'],
    (moment) =>
      schedules(moment).length > 0 === (moment.act.capacity === 'counsellor') &&
      !['assessor', 'assessorSuperior'].includes(moment.act.capacity),
  ),
  '5: a trained assessor proves the training': on(
    ['counsellorAssigned'],
    ({ act }) => !has(act, 'trainedAssessor') || has(act, 'qualificationProven'),
  ),
  '4: the schedule goes with the assignment, while it is neither declined nor ended': on(
    ['sessionScheduled', 'sessionRescheduled'],
    (moment) => assignmentOf(moment) !== undefined && !isOver(moment),
  ),
  '5: no session before the counsellor accepted, nor a schedule of the counsellor': on(
    ['sessionScheduled', ...sessionActs, 'consentRecorded', 'referralRecorded'],
    (moment) =>
      isAccepted(moment) ||
      (/^session(Scheduled|Rescheduled)$/.test(moment.act.type) && moment.act.capacity !== 'counsellor'),
  ),
  '5: a session is held or missed once, after it was scheduled': on(
    ['sessionHeld', 'sessionMissed'],
    (moment) =>
      schedules(moment).some((other) => other.hash === moment.act.about) &&
      !moment.before.some((other) => other.about === moment.act.about && /^session(Held|Missed)$/.test(other.type)),
  ),
  '6: the counsellor who accepted signs, once': on(
    ['resultSigned'],
    (moment) => moment.act.capacity === 'counsellor' && isAccepted(moment) && !some(moment, 'resultSigned'),
  ),
  '6: a header tells nothing of how it came out': on(['resultSigned'], ({ act }) => act.facts.length === 0),
  '7: received by the route alone': on(
    ['resultReceived'],
    (moment) => some(moment, 'resultSigned') && mayReceive(moment).includes(moment.act.capacity),
  ),
  '8: follow-up only after the result, once': on(
    ['followUpDecided'],
    (moment) => some(moment, 'resultSigned') && !some(moment, 'followUpDecided'),
  ),
  '8: never decided by the assessor': on(['followUpDecided'], (moment) => {
    const people = [moment.act.capacity, ...moment.act.facts.filter((fact) => !/^(lastItem|ink)/.test(fact))];
    const allowed = deciders.filter((role) => role !== 'personnelHead' || !assessorIsHead(moment));
    return people.every((role) => allowed.includes(role));
  }),
  '8: joined once, by who is named beside the author': on(['followUpJoined'], (moment) => {
    const decided = last(moment.before, 'followUpDecided');
    const { capacity, about } = moment.act;
    const joined = moment.before.some((act) => act.type === 'followUpJoined' && act.capacity === capacity);
    return about === decided?.hash && has(decided, capacity) && decided?.capacity !== capacity && !joined;
  }),
  '8: progress only of what was decided, and not by who is named and has not joined': on(
    ['followUpProgressed'],
    (moment) => {
      const decided = last(moment.before, 'followUpDecided');
      const { capacity } = moment.act;
      const joined = moment.before.some((act) => act.type === 'followUpJoined' && act.capacity === capacity);
      const ink = { assessorSuperior: 'inkSuperior', authorisedOfficial: 'inkOfficial', personnelHead: 'inkHead' };
      const inked = decided?.origin === 'paper' && has(decided, ink[capacity as keyof typeof ink] ?? '');
      return decided !== undefined && (!has(decided, capacity) || decided.capacity === capacity || joined || inked);
    },
  ),
  'a status is borne out, or told on paper': on(['statusNotified'], (moment) => {
    if (moment.act.origin === 'paper') return true;
    if (has(moment.act, 'closed')) return isClosed(moment);
    if (has(moment.act, 'concluded')) return some(moment, 'resultSigned') || isClosed(moment);
    return some(moment, 'counsellingDecided', 'no');
  }),
  'after a positive decision there is one status and one reason': on(['statusNotified', 'caseClosed'], (moment) => {
    if (has(moment.act, 'counselled') || has(moment.act, 'followedUp')) return false;
    if (!some(moment, 'counsellorAssigned') && !some(moment, 'counsellingDecided', 'yes')) return true;
    return !has(moment.act, 'notCounselled') && !has(moment.act, 'closed');
  }),
  'closed for a reason that the file bears out': on(['caseClosed'], (moment) => {
    const told = (status: string): boolean =>
      some(moment, 'statusNotified', status) || some(moment, 'statusNotified', 'closed');
    if (has(moment.act, 'behaviourChanged')) return some(moment, 'changeEvaluated', 'changed');
    if (has(moment.act, 'notCounselled')) {
      return some(moment, 'counsellingDecided', 'no') || told('notCounselled');
    }
    if (has(moment.act, 'concluded')) return some(moment, 'resultSigned') || told('concluded');
    return has(moment.act, 'employeeLeft') === some(moment, 'employeeLeft');
  }),
  'that nothing follows a result is said by who decides the follow-up': on(['caseClosed'], (moment) => {
    if (!has(moment.act, 'concluded') && !has(moment.act, 'other')) return true;
    if (moment.act.capacity === 'personnelHead' && isCounselledUnseen(moment)) return false;
    if (!some(moment, 'resultSigned') || some(moment, 'followUpDecided')) return true;
    const { capacity } = moment.act;
    if (capacity === 'counsellor') return starts(moment, 'fromAssignment');
    return capacity === 'authorisedOfficial' || (capacity === 'personnelHead' && !assessorIsHead(moment));
  }),
  'nothing but copies, corrections and notices after the end, or a relapse where behaviour had changed': (moment) =>
    !isClosed(moment) ||
    afterTheEnd.includes(moment.act.type) ||
    (moment.act.type === 'problemIdentified' && has(last(moment.before, 'caseClosed'), 'behaviourChanged')),
  'a file about the wrong employee ends for good, but for answers': (moment) =>
    !some(moment, 'employeeMistaken') || moment.act.type === 'paperAnswered',
  'that a file is about the wrong employee is said by its opener before a decision, or by who decides': on(
    ['employeeMistaken'],
    (moment) => {
      const { capacity } = moment.act;
      const came = some(moment, 'reportSubmitted') || starts(moment, 'fromReport') || starts(moment, 'fromAssignment');
      if (!came) return capacity === 'assessor';
      const decided =
        some(moment, 'counsellingDecided') || (some(moment, 'counsellorAssigned') && !starts(moment, 'fromAssignment'));
      if (capacity === last(moment.before, 'caseOpened')?.capacity && !decided) return true;
      return [...(assessorIsHead(moment) ? [] : ['personnelHead']), 'authorisedOfficial'].includes(capacity);
    },
  ),
  'after the employee left the file is only closed': (moment) =>
    !some(moment, 'employeeLeft') || ['caseClosed', ...afterTheEnd].includes(moment.act.type),
  'the officer decides nothing': ({ act }) =>
    act.capacity !== 'personnelOfficer' ||
    ![
      'counsellingDecided',
      'counsellorAssigned',
      'assignmentEnded',
      'followUpDecided',
      'resultReceived',
      'resultSigned',
    ].includes(act.type),
  'a copy is confirmed by the employee, once': on(
    ['copyAcknowledged'],
    ({ act, before }) =>
      act.capacity === 'employee' &&
      before.some((other) => other.hash === act.about && other.type === 'copyReleased') &&
      !before.some((other) => other.about === act.about && other.type === 'copyAcknowledged'),
  ),
  'a communication is answered by the employee about a copy of it, once on paper and once by the own key': on(
    ['responseGiven'],
    ({ act, before }) => {
      const copiedBy = (release: string | null) => before.find(({ hash }) => hash === release)?.about;
      const communication = before.find(({ hash }) => hash === copiedBy(act.about));
      const others = before.filter(({ type, origin }) => type === 'responseGiven' && origin === act.origin);
      return (
        act.capacity === 'employee' &&
        communication?.type === 'problemCommunicated' &&
        others.every(({ about }) => copiedBy(about) !== communication.hash)
      );
    },
  ),
  'a correction is asked for by the employee about a copy, and answered once, never by the assessor': on(
    ['correctionRequested', 'correctionAnswered'],
    (moment) => {
      const { act, before } = moment;
      const isAsked = act.type === 'correctionRequested';
      const about = before.some(
        (other) => other.hash === act.about && other.type === (isAsked ? 'copyReleased' : 'correctionRequested'),
      );
      const heads = assessorIsHead(moment) ? ['authorisedOfficial'] : ['authorisedOfficial', 'personnelHead'];
      const isAnswered = before.some((other) => other.about === act.about && other.type === 'correctionAnswered');
      return about && (isAsked ? act.capacity === 'employee' : heads.includes(act.capacity) && !isAnswered);
    },
  ),
  'a post is handed over by who holds it or by the head, after a report': on(
    ['postHandedOver'],
    (moment) =>
      (some(moment, 'reportSubmitted') || starts(moment, 'fromReport') || starts(moment, 'fromAssignment')) &&
      (moment.act.capacity === 'personnelHead' || has(moment.act, moment.act.capacity)),
  ),
  'a correction stays with the author’s role and with a known act': on(['actCorrected'], ({ act, before }) =>
    before.some(
      (other) => other.hash === act.about && other.capacity === act.capacity && other.type !== 'actCorrected',
    ),
  ),
};

/** Laws that a list of acts with effect breaks: `law, at index`. Empty when all is lawful. */
export const brokenLaws = (acts: readonly FoldedAct[]): string[] =>
  acts.flatMap((act, index) =>
    Object.entries(laws).flatMap(([law, holds]) =>
      holds({ act, before: acts.slice(0, index) }) ? [] : [`${law} (${act.type} at ${index})`],
    ),
  );
