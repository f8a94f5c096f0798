import type { Role } from '../../identity/person.ts';
import { reportTellsAll } from '../asked-gates.ts';
import { contentSchemas } from '../body.ts';
import { authorIsAssessor, authorIsNotAssessor, startIsSigned } from '../body-gates.ts';
import { counsellingDecisions } from '../content/report.ts';
import { define, hasOwnFiles, mayBePaper, maySay } from '../definition.ts';
import { atWork, need, reportNotUnderWay, reportPending, startsBefore } from '../gates.ts';
import type { CaseState } from '../state.ts';
import { office } from './observation.ts';

/**
 * Those who register: the personnel unit and the official; registering decides nothing (law: officerDecidesNothing).
 */
const registrars: readonly Role[] = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'];

/**
 * Those who decide and assign (law: decide, assign); the official alone where the head assesses (law: assessorIsHead).
 */
export const assigners = (state: CaseState): readonly Role[] =>
  state.assessorIsHead ? ['authorisedOfficial'] : ['personnelHead', 'authorisedOfficial'];

const feedbackIsProven = (state: CaseState, attached: boolean): boolean =>
  state.startsFrom === 'report' ? attached : state.feedback.withEvidence || (state.feedback.count > 0 && attached);

/**
 * The report to the head of the personnel unit (law: report, reportEvidence). Hard gates: (a) evidence that continuous
 * feedback was given, (b) the behaviour report. Where the personnel unit starts from paper, the acts before it are not
 * typed again: the report on paper stands for them, (a) is then an attachment of its own beside (b), the scan.
 */
export const reportSubmitted = define<'reportSubmitted'>({
  content: contentSchemas.reportSubmitted,
  rule: 'report',
  factRule: { optional: ['withEvidence'] },
  facts: (_content, body) => (hasOwnFiles(body) ? ['withEvidence'] : []),
  capacities: () => ['assessor'],
  gates: [
    ...atWork,
    startsBefore('assignment'),
    reportNotUnderWay,
    need('feedbackEvidenceMissing', 'reportEvidence', 'feedbackRecorded', (state, act) =>
      feedbackIsProven(state, maySay(act, 'withEvidence')),
    ),
    need(
      'problemNotCommunicated',
      'communicate',
      'problemCommunicated',
      (state) => state.startsFrom === 'report' || state.round.communicated !== null,
    ),
    need(
      'changeNotEvaluatedUnchanged',
      'report',
      'changeEvaluated',
      (state) => state.startsFrom === 'report' || state.round.outcome === 'unchanged',
    ),
    need('reportMustBePaper', 'startFromPaper', null, (state, act) => state.startsFrom !== 'report' || mayBePaper(act)),
  ],
  bodyGates: [authorIsAssessor(), startIsSigned('report'), ...reportTellsAll],
  notBefore: ['problemCommunicated', 'changeEvaluated'],
  routes: () => ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  keepers: office,
  paperEvidence: 'required',
  apply: (_state, { hash }) => ({ report: { hash, state: 'submitted' } }),
});

const pendingReport = (state: CaseState): readonly string[] =>
  state.report?.state === 'submitted' ? [state.report.hash] : [];

/** Back to the assessor for completion (law: returnReport). */
export const reportReturned = define<'reportReturned'>({
  content: contentSchemas.reportReturned,
  rule: 'returnReport',
  capacities: () => registrars,
  about: pendingReport,
  aboutTypes: ['reportSubmitted'],
  gates: [...atWork, reportPending],
  notBefore: ['reportSubmitted'],
  routes: () => ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  keepers: (state) => ['assessor', ...office(state)],
  apply: ({ report }) => (report === null ? {} : { report: { ...report, state: 'returned' } }),
});

/** Into the list of employees with behaviour problems (law: list). */
export const reportRegistered = define<'reportRegistered'>({
  content: contentSchemas.reportRegistered,
  rule: 'list',
  capacities: () => registrars,
  about: pendingReport,
  aboutTypes: ['reportSubmitted'],
  gates: [...atWork, reportPending],
  notBefore: ['reportSubmitted'],
  routes: () => ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  keepers: office,
  apply: ({ report }) => (report === null ? {} : { report: { ...report, state: 'registered' } }),
});

/** Who is to be counselled (law: decide). */
export const counsellingDecided = define<'counsellingDecided'>({
  content: contentSchemas.counsellingDecided,
  rule: 'decide',
  decides: true,
  factRule: { one: [counsellingDecisions] },
  factFields: ['decision'],
  facts: ({ decision }) => [decision],
  capacities: assigners,
  gates: [
    ...atWork,
    startsBefore('assignment'),
    need('reportNotRegistered', 'list', 'reportRegistered', (state) => state.report?.state === 'registered'),
    need('alreadyDecided', 'decide', null, (state) => state.decision === null),
  ],
  bodyGates: [authorIsNotAssessor()],
  notBefore: ['reportRegistered'],
  routes: () => ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  keepers: office,
  paperEvidence: 'required',
  apply: (_state, { hash, facts }) => ({ decision: { hash, decision: facts.includes('yes') ? 'yes' : 'no' } }),
});
