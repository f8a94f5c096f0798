import type { Role } from '../identity/person.ts';
import type { ActBody } from './body.ts';
import { checkAct, isAllowed } from './check-act.ts';
import type { Bodies } from './contents.ts';
import type { HeaderDraft } from './definition.ts';
import type { ActScope } from './header.ts';
import { enteringRoles, type Holder, isInPost, rolesInCase, type Signer } from './holder.ts';
import type { CaseState } from './state.ts';

export interface ScopeInput {
  /** What all share of the case before this act. */
  readonly shared: CaseState;
  readonly bodies: Bodies;
  /** Acts of the case that are records for oneself (hashes). */
  readonly own: ReadonlySet<string>;
  readonly header: HeaderDraft;
  readonly body: ActBody;
  /** The holder of this vault. */
  readonly signer: Signer;
}

/**
 * Whether a new act is for all or a record for oneself (law: keeper): for all is what stands on shared acts alone, and
 * from paper what the holder keeps by law or is the author of.
 */
export const scopeOf = ({ shared, bodies, own, header, body, signer }: ScopeInput): ActScope => {
  if (header.about !== null && own.has(header.about)) return 'own';
  const violations = checkAct({ state: shared, header, body, bodies, holderRoles: null });
  return isAllowed(violations) && isInPost(shared, bodies, header, body, signer) ? 'shared' : 'own';
};

/**
 * The role that an act from paper says it was entered in: by which it counts for others; for a record for oneself any
 * in which the holder takes part. Null from a vault, and for who holds no role at all.
 */
export const enteredAs = (
  scope: ActScope,
  { shared, bodies, header, body, signer }: ScopeInput,
  holder: Holder,
): Role | null => {
  if (header.origin === 'vault') return null;
  const roles =
    scope === 'shared'
      ? enteringRoles(shared, bodies, header, body, signer)
      : [...rolesInCase(shared, bodies, holder), ...holder.roles];
  return roles[0] ?? null;
};
