import type { Role } from '../identity/person.ts';
import type { ActType } from './act-type.ts';
import type { CounsellorKind } from './content/counselling.ts';
import type { PaperAnswer } from './content/follow-up.ts';
import type { StartingPoint } from './content/observation.ts';
import type { ActHeader } from './header.ts';

/** Stages of a case in their order; a case is in the stage that is under way. */
export const phases = [
  'observation',
  'communication',
  'evaluation',
  'report',
  'decision',
  'assignment',
  'counselling',
  'result',
  'followUp',
  'closed',
] as const;
export type Phase = (typeof phases)[number];

/**
 * How far an act reaches at most. 0: everyone on the file. 1: those who have to do with the counselling itself.
 * 2: the counsellor alone (consent, referral). The routes give each role a sight of 0, 1 or 2 or none.
 */
export type Level = 0 | 1 | 2;
export const levels: readonly Level[] = [0, 1, 2];

/** Names of heads of exactly level 1 and of exactly level 2; null where they are not told here. */
export type DeeperNames = readonly [readonly string[] | null, readonly string[] | null];
/** Nothing deeper. */
export const nothingDeeper: DeeperNames = [[], []];

/** A header with its name. */
export interface NamedHeader {
  readonly hash: string;
  readonly header: ActHeader;
  /** Heads deeper than itself that it builds on too; none when absent. */
  readonly deeper?: DeeperNames;
}

/** Who is asked whether an act from paper is true (law: answered). */
export interface Asked {
  /** The key that the act names; null: it names none, and whoever its words name answers. */
  readonly key: string | null;
}

/** An act with effect, as far as its header tells. */
export interface FoldedAct {
  readonly hash: string;
  readonly type: ActType;
  readonly capacity: Role;
  readonly origin: ActHeader['origin'];
  readonly facts: readonly string[];
  readonly about: string | null;
  readonly level: Level;
  /** The named author of an act from paper, where that is another one than who entered it; else null. */
  readonly asks: Asked | null;
  /** Role in which it was entered from paper; null from a vault and in v1. */
  readonly enteredAs: Role | null;
}

/** How a session stands. */
export const sessionStates = ['planned', 'held', 'missed'] as const;

/** One session, named by the act that scheduled it. */
export interface SessionState {
  readonly hash: string;
  /** The act that holds its present time and place: the last rescheduling, else `hash`. */
  readonly latest: string;
  readonly state: (typeof sessionStates)[number];
}

export interface AssignmentState {
  readonly hash: string;
  readonly kind: CounsellorKind;
  /** Who assigned: personnel head or authorised official. */
  readonly by: Role;
  /** How it stands: `ended` by the unit after it was accepted; null while nobody answered. */
  readonly answer: 'accepted' | 'declined' | 'ended' | null;
}

export interface FollowUpState {
  readonly hash: string;
  /** Whom the decision names as deciding, the author included. */
  readonly named: readonly Role[];
  /** Those of them who said so themselves, or by a paper that counts. */
  readonly deciders: readonly Role[];
  /** Number of items chosen. */
  readonly count: number;
  /** Latest state by index of the item; items without progress are absent. */
  readonly progress: Readonly<Record<number, string>>;
}

/** What the acts that this vault holds add up to. Plain data: equal states are deeply equal. */
export interface CaseState {
  /** Null until the file is opened. */
  readonly caseId: string | null;
  readonly phase: Phase;
  readonly startsFrom: StartingPoint;
  readonly assessorIsHead: boolean;
  readonly closed: boolean;
  /** Code of `caseClosed.reason`; null while open. */
  readonly closedReason: string | null;
  /** The act that says that the file names the wrong employee; null for every other file. */
  readonly mistaken: string | null;
  /** The employee moved, retired, resigned or died. */
  readonly departed: boolean;
  /** Acts with effect, in the order of the fold. */
  readonly acts: readonly FoldedAct[];
  /** Acts without effect and why, in the order of the fold, and how far each reaches. */
  readonly refused: readonly { readonly hash: string; readonly code: string; readonly level: Level }[];
  /** Headers that the next act builds on, sorted. */
  readonly heads: readonly string[];
  /** The same for each level: heads among the acts up to that level. */
  readonly headsByLevel: readonly (readonly string[])[];
  /** Acts without effect that no act with effect names yet. */
  readonly unseen: readonly string[];
  /**
   * Acts from paper that wait for their named author and have no effect; once denied they stay here without one.
   */
  readonly waiting: readonly FoldedAct[];
  /** Latest answer to an act from paper, by its hash. */
  readonly answers: Readonly<Record<string, PaperAnswer>>;
  /** Latest correction by the act that it corrects. */
  readonly corrections: Readonly<Record<string, string>>;
  readonly feedback: { readonly count: number; readonly withEvidence: boolean };
  /** Observation of the present round; a relapse opens a new one. */
  readonly round: {
    readonly identified: string | null;
    readonly communicated: string | null;
    readonly evaluated: string | null;
    readonly outcome: 'changed' | 'unchanged' | null;
  };
  readonly report: { readonly hash: string; readonly state: 'submitted' | 'returned' | 'registered' } | null;
  readonly decision: { readonly hash: string; readonly decision: 'yes' | 'no' } | null;
  readonly assignment: AssignmentState | null;
  readonly sessions: readonly SessionState[];
  readonly consent: 'given' | 'refused' | null;
  readonly referred: boolean;
  /** `outcome`: as headers of v1 told it; since v2 the record alone says it. */
  readonly result: { readonly hash: string; readonly outcome: 'completed' | 'ended' | null } | null;
  /** Roles that confirmed the result record. */
  readonly receivedBy: readonly Role[];
  readonly followUp: FollowUpState | null;
  /** Statuses told so far. */
  readonly notified: readonly string[];
}

/** A file in which nothing has happened. */
export const emptyCase: CaseState = {
  caseId: null,
  phase: 'observation',
  startsFrom: 'observation',
  assessorIsHead: false,
  closed: false,
  closedReason: null,
  mistaken: null,
  departed: false,
  acts: [],
  refused: [],
  heads: [],
  headsByLevel: [[], [], []],
  unseen: [],
  waiting: [],
  answers: {},
  corrections: {},
  feedback: { count: 0, withEvidence: false },
  round: { identified: null, communicated: null, evaluated: null, outcome: null },
  report: null,
  decision: null,
  assignment: null,
  sessions: [],
  consent: null,
  referred: false,
  result: null,
  receivedBy: [],
  followUp: null,
  notified: [],
};

/** The assignment that holds: made, and neither declined nor ended. */
export const standingAssignment = ({ assignment }: CaseState): AssignmentState | null =>
  assignment === null || assignment.answer === 'declined' || assignment.answer === 'ended' ? null : assignment;

/** True once the counsellor has accepted. */
export const isAccepted = (state: CaseState): boolean => state.assignment?.answer === 'accepted';

/** Those whom the decision on the follow-up names and who have not said so themselves. */
export const awaitedDeciders = ({ followUp }: CaseState): readonly Role[] =>
  followUp === null ? [] : followUp.named.filter((role) => !followUp.deciders.includes(role));

/** True while the personnel unit has a report that it neither returned nor registered. */
export const isReportPending = (state: CaseState): boolean => state.report?.state === 'submitted';

/** True once a report reached the personnel unit, or the file began after that. */
export const isReported = (state: CaseState): boolean => state.report !== null || state.startsFrom !== 'observation';

/** The act with this hash, if it has effect. */
export const actOf = (state: CaseState, hash: string | null): FoldedAct | undefined =>
  state.acts.find((act) => act.hash === hash);

/** The act with this hash that waits, or waited in vain, for its named author. */
export const waitingAct = (state: CaseState, hash: string | null): FoldedAct | undefined =>
  state.waiting.find((act) => act.hash === hash);

/** Acts with effect that their named author denied and nobody has settled (law: answered). */
export const disputedActs = ({ acts, answers }: CaseState): readonly FoldedAct[] =>
  acts.filter(({ hash }) => answers[hash] === 'denied');

/** Acts that were denied and withdrawn: they count as if they had never been entered. */
export const withdrawnActs = ({ answers }: CaseState): readonly string[] =>
  Object.keys(answers).filter((hash) => answers[hash] === 'withdrawn');
