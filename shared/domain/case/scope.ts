import type { NamedPerson, Role } from '../identity/person.ts';
import type { ActBody } from './body.ts';
import { checkAct, isAllowed } from './check-act.ts';
import type { Bodies } from './contents.ts';
import type { HeaderDraft } from './definition.ts';
import type { ActScope } from './header.ts';
import { askedOf, enteringRoles, type Holder, isInPost, rolesInCase, type Signer } from './holder.ts';
import { readByOthers } from './identities.ts';
import type { CaseState } from './state.ts';

export interface ScopeInput {
  /** What all share of the case before this act. */
  readonly shared: CaseState;
  /** Bodies at hand as they were signed: how a record for oneself has them read is none of the others' business. */
  readonly signed: Bodies;
  /** Whether the directory has the same entry for two identities, or none for both. */
  readonly sameKey: (before: NamedPerson, after: NamedPerson) => boolean;
  /** Acts of the case that are records for oneself (hashes). */
  readonly own: ReadonlySet<string>;
  readonly header: HeaderDraft;
  readonly body: ActBody;
  /** The holder of this vault. */
  readonly signer: Signer;
}

/**
 * Whether a new act is for all or a record for oneself (law: keeper): for all is what stands on shared acts alone, read
 * as every receiver will read them, and from paper what the holder keeps by law or is the author of.
 */
export const scopeOf = ({ shared, signed, sameKey, own, header, body, signer }: ScopeInput): ActScope => {
  if (header.about !== null && own.has(header.about)) return 'own';
  const bodies = readByOthers(shared, signed);
  const sees = askedOf(shared, bodies, header, body, signer);
  const violations = checkAct({ state: shared, header, body, bodies, signed, sameKey, holderRoles: null, sees });
  return isAllowed(violations) && isInPost(shared, bodies, header, body, signer) ? 'shared' : 'own';
};

/**
 * The role that an act from paper says it was entered in: by which it counts for others; for a record for oneself any
 * in which the holder takes part. Null from a vault, and for who holds no role at all.
 */
export const enteredAs = (
  scope: ActScope,
  { shared, signed, header, body, signer }: ScopeInput,
  holder: Holder,
): Role | null => {
  if (header.origin === 'vault') return null;
  const bodies = readByOthers(shared, signed);
  const roles =
    scope === 'shared'
      ? enteringRoles(shared, bodies, header, body, signer)
      : [...rolesInCase(shared, bodies, holder), ...holder.roles];
  return roles[0] ?? null;
};
