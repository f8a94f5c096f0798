import type { ActType } from '../case/act-type.ts';
import { everyone } from '../case/acts/observation.ts';
import type { ActHeader } from '../case/header.ts';
import type { Role } from '../identity/person.ts';
import type { Held } from './outgoing.ts';

/** An act that came in a package for an employee. */
export interface CopiedAct {
  readonly header: Pick<ActHeader, 'type' | 'capacity' | 'authorKey' | 'origin'>;
  readonly form: Held;
  /** True when it names as its author whose key signed it. */
  readonly isOwnName: boolean;
  /** True when its signed paper came along. */
  readonly hasPaper: boolean;
}

export interface CopyInput {
  readonly acts: readonly CopiedAct[];
  /** True when the receiver takes part in the case otherwise: then its acts come by the table, never as copies. */
  readonly holdsFile: boolean;
  /** Roles that the directory certifies for the receiver. */
  readonly roles: readonly Role[];
  /** Keys that the receiver has or had. */
  readonly ownKeys: readonly string[];
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

/** What an employee says of a copy, by the own key (law: copy, response). */
export const ownWords: readonly ActType[] = ['copyAcknowledged', 'responseGiven'];

/**
 * True for what an employee receives: copies that were released to the employee, whole and with their papers, and
 * after the loss of a vault the own receipts and answers; nothing else. They are judged by themselves, since the file
 * that they come from is not the employee's.
 */
export const isCopyForEmployee = ({ acts, holdsFile, roles, ownKeys, rolesOf }: CopyInput): boolean => {
  const isFine = (act: CopiedAct): boolean =>
    act.header.type === 'copyReleased'
      ? act.hasPaper && isReleased(act, rolesOf)
      : ownWords.includes(act.header.type) && ownKeys.includes(act.header.authorKey);
  return (
    !holdsFile &&
    roles.includes('employee') &&
    acts.length > 0 &&
    acts.every((act) => act.form === 'all' && isFine(act))
  );
};
