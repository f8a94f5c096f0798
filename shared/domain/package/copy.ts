import type { ActType } from '../case/act-type.ts';
import { everyone } from '../case/acts/observation.ts';
import type { ActHeader } from '../case/header.ts';
import { fileKeepers } from '../case/holder.ts';
import type { Role } from '../identity/person.ts';
import type { Held } from './outgoing.ts';

/** An act that came in a package for an employee. */
export interface CopiedAct {
  readonly header: Pick<ActHeader, 'type' | 'capacity' | 'authorKey' | 'origin' | 'about'>;
  /** Role in which it was entered from paper with its scan; null: it was not. */
  readonly enteredAs: Role | null;
  readonly form: Held;
  /** True when it names as its author whose key signed it. */
  readonly isOwnName: boolean;
  /** True when its signed paper came along. */
  readonly hasPaper: boolean;
}

/** Who may answer a request that an act be corrected (law: rectify). */
const answering: readonly Role[] = ['personnelHead', 'authorisedOfficial'];

export interface CopyInput {
  readonly acts: readonly CopiedAct[];
  /** True when the receiver takes part in the case otherwise: then its acts come by the table, never as copies. */
  readonly holdsFile: boolean;
  /** Roles that the directory certifies for the receiver. */
  readonly roles: readonly Role[];
  /** Keys that the receiver has or had. */
  readonly ownKeys: readonly string[];
  /** Requests of the receiver that an act be corrected, which are here; with the key of an assessor who released it. */
  readonly requests: readonly { readonly hash: string; readonly assessor: string | null }[];
  /** Whether two keys are, or were, of one person. */
  readonly isSamePerson: (key: string, other: string) => boolean;
  /** Roles that the directory certifies, or certified, for a key. */
  readonly rolesOf: (key: string) => readonly Role[];
}

/**
 * Released by somebody who has a part in files, never by an employee for another one; from paper in the own name alone,
 * since nobody keeps that paper for another one (law: keeper).
 */
const isReleased = (
  { header: { capacity, authorKey, origin }, isOwnName }: CopiedAct,
  rolesOf: CopyInput['rolesOf'],
): boolean => {
  const parts: readonly Role[] = everyone();
  const roles = rolesOf(authorKey);
  const isTheirs = origin === 'vault' || (isOwnName && roles.includes(capacity));
  return isTheirs && parts.includes(capacity) && roles.some((role) => parts.includes(role));
};

/** What an employee says of a copy, by the own key (law: copy, response, rectify). */
export const ownWords: readonly ActType[] = ['copyAcknowledged', 'responseGiven', 'correctionRequested'];

/** Entered from paper by who keeps the paper of answers, in a role that is certified for the key (law: keeper). */
const isKept = ({ header: { authorKey }, enteredAs }: CopiedAct, rolesOf: CopyInput['rolesOf']): boolean =>
  enteredAs !== null && fileKeepers.includes(enteredAs) && rolesOf(authorKey).includes(enteredAs);

/**
 * Answered by the unit or the official, to a request of whom it comes to; never by who assesses, whichever other role
 * that person has (law: rectify).
 */
const isAnswered = (act: CopiedAct, { requests, rolesOf, isSamePerson }: CopyInput): boolean => {
  const { about, authorKey, capacity, origin } = act.header;
  const request = requests.find(({ hash }) => hash === about);
  return (
    request !== undefined &&
    answering.includes(capacity) &&
    (origin === 'paper' ? isKept(act, rolesOf) : isReleased(act, rolesOf)) &&
    rolesOf(authorKey).some((role) => fileKeepers.includes(role)) &&
    (request.assessor === null || !isSamePerson(request.assessor, authorKey))
  );
};

/**
 * True for what an employee receives: copies that were released to the employee, whole and with their papers, answers
 * to own requests, and after the loss of a vault what the employee said of copies; nothing else. They are judged by
 * themselves, since the file that they come from is not the employee's.
 */
export const isCopyForEmployee = (input: CopyInput): boolean => {
  const { acts, holdsFile, roles, ownKeys, rolesOf } = input;
  const isFine = (act: CopiedAct): boolean => {
    if (act.header.type === 'copyReleased') return act.hasPaper && isReleased(act, rolesOf);
    if (act.header.type === 'correctionAnswered') return isAnswered(act, input);
    return ownWords.includes(act.header.type) && ownKeys.includes(act.header.authorKey);
  };
  return (
    !holdsFile &&
    roles.includes('employee') &&
    acts.length > 0 &&
    acts.every((act) => act.form === 'all' && isFine(act))
  );
};
