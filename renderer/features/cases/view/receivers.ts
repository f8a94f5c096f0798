import type { ActView } from '@shared/contract/case.ts';
import type { Role } from '@shared/domain/identity/person.ts';

type Delivery = ActView['deliveries'][number];

/** Roles that no counselling file has to do with. */
const foreignRoles: readonly Role[] = ['coach', 'mentor'];

/** Who receives something of an act, and who of those on a file receives nothing. */
export const splitReceivers = (
  deliveries: readonly Delivery[],
): { readonly receivers: readonly Delivery[]; readonly outside: readonly Role[] } => ({
  receivers: deliveries.filter(({ form }) => form !== 'nothing'),
  outside: deliveries
    .filter(({ role, form }) => form === 'nothing' && !foreignRoles.includes(role))
    .map(({ role }) => role),
});
