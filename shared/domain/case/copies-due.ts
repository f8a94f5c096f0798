import type { Role } from '../identity/person.ts';
import type { ActType } from './act-type.ts';
import { office } from './acts/observation.ts';
import { type CaseState, type FoldedAct, standingAssignment } from './state.ts';

/** An act of which the employee is due a copy without asking. */
export interface CopyDue {
  readonly hash: string;
  readonly type: ActType;
}

const unit: readonly Role[] = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'];

/** Acts of which a copy comes to the employee without asking, and who may give it. */
const givers = {
  problemCommunicated: ['assessor'],
  counsellingDecided: unit,
  // It names the counsellor, and by the kind of counsellor to whom the result goes.
  counsellorAssigned: unit,
  // Whoever writes down what somebody else answered shows it to that person at once.
  responseGiven: ['assessor', 'personnelOfficer', 'personnelHead'],
} as const satisfies Partial<Record<ActType, readonly Role[]>>;

const isGiven = (type: ActType): type is keyof typeof givers => type in givers;

/** True where somebody of these roles gives the employee a copy of such an act once it is recorded. */
export const givesCopyOf = (type: ActType, roles: readonly Role[]): boolean =>
  isGiven(type) && givers[type].some((role) => roles.includes(role));

/** Who owes the employee a copy of an act as the file stands. */
const owingOf = (state: CaseState, act: FoldedAct): readonly Role[] => {
  switch (act.type) {
    case 'problemCommunicated':
      return act.hash === state.round.communicated ? givers[act.type] : [];
    case 'counsellorAssigned':
      return act.hash === standingAssignment(state)?.hash ? office(state) : [];
    case 'counsellingDecided':
      return office(state);
    case 'responseGiven':
      return act.origin === 'paper' && act.enteredAs !== null ? [act.enteredAs] : [];
    default:
      return [];
  }
};

const isReleased = ({ acts }: CaseState, { hash }: FoldedAct): boolean =>
  acts.some(({ type, about }) => type === 'copyReleased' && about === hash);

/**
 * Copies that come to the employee without asking and that somebody of these roles has to release yet, in the order of
 * the fold (law: copyUnasked): of the communication, of what was decided, of who counsels and gets the result, and of
 * an answer that was written down from paper. None once the file is closed or the employee has left.
 */
export const copiesDue = (state: CaseState, roles: readonly Role[]): readonly CopyDue[] =>
  state.closed || state.departed
    ? []
    : state.acts
        .filter((act) => owingOf(state, act).some((role) => roles.includes(role)) && !isReleased(state, act))
        .map(({ hash, type }) => ({ hash, type }));
