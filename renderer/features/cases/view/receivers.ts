import type { ActView } from '@shared/contract/case.ts';
import { everyone } from '@shared/domain/case/acts/observation.ts';
import type { Role } from '@shared/domain/identity/person.ts';

type Delivery = ActView['deliveries'][number];

/** Roles that a counselling file has to do with: whom it takes in, and the employee, who gets copies. */
const caseRoles: readonly Role[] = [...everyone(), 'employee'];

/** Who receives something of an act, and who of those on a file receives nothing. */
export const splitReceivers = (
  deliveries: readonly Delivery[],
): { readonly receivers: readonly Delivery[]; readonly outside: readonly Role[] } => ({
  receivers: deliveries.filter(({ form }) => form !== 'nothing'),
  outside: deliveries
    .filter(({ role, form }) => form === 'nothing' && caseRoles.includes(role))
    .map(({ role }) => role),
});
