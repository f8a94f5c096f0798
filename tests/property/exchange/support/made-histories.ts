import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { casts, type Name } from './cast.ts';
import type { Command, History } from './history.ts';
import { stages } from './stages.ts';

// Histories in which somebody does what chance seldom comes to, one after the other, and all of it arrives.

/**
 * Who does what; `dice` chooses among contents (`choiceOf`), and `about` which act it is about. `unsent`: nothing
 * leaves yet, and what others do next they do without knowing of it.
 */
type Step = readonly [
  who: Name,
  type: ActType,
  dice?: number,
  how?: { readonly paper?: true; readonly about?: number; readonly unsent?: true },
];

const commandsOf = (cast: number, steps: readonly Step[]): Command[] => {
  const names = Object.keys(casts[cast]?.members ?? {});
  return steps.flatMap(([name, wanted, variant = 1, { paper = false, about = 0, unsent } = {}], at) => {
    const act = { how: 'any', type: 0, variant, about, paper, wanted } as const;
    const does = (kind: Command['kind'], who: number): Command => ({ kind, who, which: 0, act, salt: at });
    const who = names.indexOf(name);
    if (unsent) return [does('sign', who)];
    return [does('sign', who), does('sealAll', who), ...names.map((_, other) => does('deliverAll', other))];
  });
};

const made = (title: string, stage: (typeof stages)[number], steps: readonly Step[]): History => {
  const cast = casts.findIndex((shape) => shape.title === title);
  const commands = commandsOf(cast, steps);
  return { cast, stage: stages.indexOf(stage), mixed: false, lastMail: 'arrives', dice: 1, commands };
};

export const madeHistories: readonly History[] = [
  made('two who assign, two counsellors', 'resulted', [
    ['head', 'resultReceived'],
    ['head', 'followUpDecided', 2],
    ['official', 'followUpJoined'],
    ['official', 'followUpProgressed', 3],
    ['head', 'statusNotified', 3],
    ['head', 'copyReleased', 1, { about: 1 }],
    ['head', 'caseClosed', 5],
  ]),
  made('the officer changes', 'accepted', [
    ['head', 'sessionScheduled'],
    ['head', 'sessionScheduled'],
    ['head', 'sessionRescheduled'],
    ['counsellor', 'consentRecorded'],
    ['counsellor', 'sessionMissed'],
    ['counsellor', 'sessionHeld'],
    ['counsellor', 'referralRecorded'],
    ['officer', 'postHandedOver'],
    ['counsellor', 'resultSigned'],
    ['head', 'identityCorrected'],
    ['head', 'employeeLeft'],
  ]),
  made('the assessor is replaced', 'opened', [
    ['assessor', 'feedbackRecorded'],
    ['assessor', 'problemIdentified'],
    ['assessor', 'problemCommunicated'],
    ['assessor', 'changeEvaluated'],
    ['assessor', 'reportSubmitted'],
    ['officer', 'reportReturned'],
    ['assessor', 'reportSubmitted'],
    ['officer', 'reportRegistered'],
    ['officer', 'counsellingDecided', 1, { paper: true }],
    ['head', 'paperAnswered', 3],
    ['head', 'counsellorAssigned'],
    ['counsellor', 'assignmentAnswered'],
    ['head', 'assessorReplaced', 0],
    ['assessor', 'feedbackRecorded'],
    ['nextAssessor', 'feedbackRecorded'],
    ['head', 'employeeMistaken'],
  ]),
  // An assignment that the unit ends while its counsellor says what the counsellor alone has; somebody else follows.
  made('two who assign, two counsellors', 'accepted', [
    ['head', 'sessionScheduled'],
    ['counsellor', 'consentRecorded'],
    ['counsellor', 'referralRecorded', 1, { unsent: true }],
    ['official', 'assignmentEnded', 1, { unsent: true }],
    ['head', 'assignmentEnded'],
    ['head', 'counsellorAssigned', 1],
  ]),
  // Paper that is denied while others sign: no vault gives it effect, and its answer has a place all the same.
  made('two who assign, two counsellors', 'decided', [
    ['assessor', 'identityCorrected', 1, { unsent: true }],
    ['assessor', 'feedbackRecorded', 1, { unsent: true }],
    ['official', 'counsellorAssigned', 0, { paper: true }],
    ['head', 'paperAnswered', 1],
    ['official', 'counsellorAssigned'],
  ]),
  // Paper that is confirmed after other paper was entered: it counts from the answer on, not from its own place.
  made('two who assign, two counsellors', 'decided', [
    ['official', 'counsellorAssigned', 0, { paper: true, unsent: true }],
    ['head', 'feedbackRecorded', 1, { paper: true, unsent: true }],
    ['head', 'feedbackRecorded', 1, { paper: true, unsent: true }],
    ['head', 'feedbackRecorded', 1, { paper: true, unsent: true }],
    ['head', 'feedbackRecorded', 1, { paper: true, unsent: true }],
    ['official', 'identityCorrected', 1],
    ['head', 'paperAnswered', 3],
    ['counsellor', 'assignmentAnswered'],
  ]),
];

/** Types of acts that no history signs: the stages open the file, and the employee has nothing of it to acknowledge. */
const elsewhere: readonly ActType[] = [
  'caseOpened',
  'copyAcknowledged',
  'responseGiven',
  'correctionRequested',
  'correctionAnswered',
];
/** Types that these histories do not come to, and chance does. */
export const leftToChance: readonly ActType[] = ['sessionHeld', 'actCorrected'];

/** Types of acts that histories never came to, by what they counted. */
export const neverReached = (counts: Readonly<Record<string, number>>): readonly ActType[] =>
  actTypes.filter((type) => (counts[`act ${type}`] ?? 0) === 0 && !elsewhere.includes(type));
