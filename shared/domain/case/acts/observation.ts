import type { Role } from '../../identity/person.ts';
import { earlyJudgement, giverConsents } from '../asked-gates.ts';
import { contentSchemas } from '../body.ts';
import { authorIsAssessor, openerIsAssessor, openingNamesOthers, signatureIsShown } from '../body-gates.ts';
import { changeOutcomes, type StartingPoint, startingPoints } from '../content/observation.ts';
import { define, maySay, says } from '../definition.ts';
import { atWork, need, reportNotUnderWay, startsBefore } from '../gates.ts';
import type { CaseState } from '../state.ts';

const emptyRound: CaseState['round'] = { identified: null, communicated: null, evaluated: null, outcome: null };

/** Everyone whom the file takes in; sight decides who that is. */
export const everyone = () =>
  ['assessor', 'assessorSuperior', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'] as const;

/** The personnel unit and the official above it; a head who is the assessor of the case is none of them. */
export const office = (state: CaseState): readonly Role[] =>
  state.assessorIsHead
    ? ['personnelOfficer', 'authorisedOfficial']
    : ['personnelOfficer', 'personnelHead', 'authorisedOfficial'];

/** What the header of an opening says of where the file begins; null: nothing, it begins with monitoring. */
const factOfStart = { observation: null, report: 'fromReport', assignment: 'fromAssignment' } as const satisfies Record<
  StartingPoint,
  string | null
>;

/** The facts of an opening from this point. */
export const factsOfStart = (start: StartingPoint): readonly string[] => {
  const fact = factOfStart[start];
  return fact === null ? [] : [fact];
};

/**
 * Opening: with monitoring, with a report on paper, or with an assignment on paper (law: startFromPaper). A later start
 * passes over gates that its paper stands for, so only who receives that paper may open so, never somebody else in that
 * name.
 */
export const caseOpened = define<'caseOpened'>({
  content: contentSchemas.caseOpened,
  rule: 'open',
  factRule: { optional: ['assessorIsHead', 'fromReport', 'fromAssignment'] },
  factFields: ['assessorIsHead', 'startsFrom'],
  facts: ({ assessorIsHead, startsFrom }) => [
    ...(assessorIsHead ? ['assessorIsHead'] : []),
    ...factsOfStart(startsFrom),
  ],
  capacities: (_state, facts) => {
    if (facts === null) return ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'];
    if (facts.includes('fromAssignment')) return ['counsellor'];
    const personnel = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'] as const;
    return facts.includes('fromReport') ? personnel : ['assessor', ...personnel];
  },
  gates: [
    need('caseAlreadyOpened', 'open', null, (state) => state.caseId === null),
    need('startAmbiguous', 'open', null, (_state, act) => !(says(act, 'fromReport') && says(act, 'fromAssignment'))),
    need(
      'startNotByHolder',
      'startFromPaper',
      null,
      (_state, act) => act.origin !== 'paper' || !(says(act, 'fromReport') || says(act, 'fromAssignment')),
    ),
  ],
  bodyGates: [openingNamesOthers, openerIsAssessor],
  routes: everyone,
  keepers: office,
  apply: (_state, { facts }) => ({
    assessorIsHead: facts.includes('assessorIsHead'),
    startsFrom:
      startingPoints.find((start) => factOfStart[start] !== null && facts.includes(factOfStart[start])) ??
      'observation',
  }),
});

/** Continuous feedback, dated and from a named kind of source, evidence attached (law: identify). */
export const feedbackRecorded = define<'feedbackRecorded'>({
  content: contentSchemas.feedbackRecorded,
  rule: 'identify',
  factRule: { optional: ['withEvidence'] },
  facts: (_content, { attachments }) => (attachments.length > 0 ? ['withEvidence'] : []),
  capacities: () => ['assessor'],
  gates: atWork,
  bodyGates: [giverConsents],
  routes: () => ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  keepers: office,
  apply: ({ feedback }, { facts }) => ({
    feedback: { count: feedback.count + 1, withEvidence: feedback.withEvidence || facts.includes('withEvidence') },
  }),
});

/** True where behaviour changed: the case ends there, and only there may it begin anew. */
const hasChanged = (state: CaseState): boolean => state.round.outcome === 'changed';

/** Identification of a behaviour problem (law: identify); after "changed" it opens a new round (law: relapse). */
export const problemIdentified = define<'problemIdentified'>({
  content: contentSchemas.problemIdentified,
  rule: 'identify',
  capacities: () => ['assessor'],
  gates: [
    ...atWork.filter(({ code }) => code !== 'caseIsClosed'),
    need('caseIsClosed', 'relapse', null, (state) => !state.closed || state.closedReason === 'behaviourChanged'),
    startsBefore('observation'),
    need('problemAlreadyIdentified', 'identify', null, (state) => state.round.identified === null || hasChanged(state)),
    reportNotUnderWay,
  ],
  routes: () => ['assessor'],
  apply: (_state, { hash }) => ({ round: { ...emptyRound, identified: hash }, closed: false, closedReason: null }),
});

/** The assessor must communicate the problem to the employee (law: communicate). */
export const problemCommunicated = define<'problemCommunicated'>({
  content: contentSchemas.problemCommunicated,
  rule: 'communicate',
  toldByV1: { acknowledgement: { signed: 'acknowledged', refused: 'acknowledgementRefused' } },
  capacities: () => ['assessor'],
  gates: [
    ...atWork,
    startsBefore('observation'),
    need('problemNotIdentified', 'identify', 'problemIdentified', (state) => state.round.identified !== null),
    need('behaviourAlreadyChanged', 'relapse', 'problemIdentified', (state) => !hasChanged(state)),
    reportNotUnderWay,
  ],
  bodyGates: [authorIsAssessor(), signatureIsShown],
  notBefore: ['problemIdentified'],
  routes: () => ['assessor'],
  paperEvidence: 'required',
  apply: ({ round }, { hash }) => ({ round: { ...round, communicated: hash, evaluated: null, outcome: null } }),
});

/** Whether the behaviour changed (law: evaluate): changed ends the case, unchanged makes the report a duty. */
export const changeEvaluated = define<'changeEvaluated'>({
  content: contentSchemas.changeEvaluated,
  rule: 'evaluate',
  factRule: { one: [changeOutcomes] },
  factFields: ['outcome'],
  facts: ({ outcome }) => [outcome],
  capacities: () => ['assessor'],
  gates: [
    ...atWork,
    startsBefore('observation'),
    need('problemNotCommunicated', 'communicate', 'problemCommunicated', (state) => state.round.communicated !== null),
    need('behaviourAlreadyChanged', 'relapse', 'problemIdentified', (state) => !hasChanged(state)),
    reportNotUnderWay,
    need('alreadyEvaluated', 'evaluate', null, (state, act) => state.round.outcome === null || maySay(act, 'changed')),
  ],
  bodyGates: [authorIsAssessor(), ...earlyJudgement],
  notBefore: ['problemCommunicated'],
  routes: () => ['assessor'],
  apply: ({ round }, { hash, facts }) => ({
    round: { ...round, evaluated: hash, outcome: facts.includes('changed') ? 'changed' : 'unchanged' },
  }),
});
