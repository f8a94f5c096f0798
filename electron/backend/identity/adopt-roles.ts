import { rolesOn } from '@shared/domain/identity/directory.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { getProfile } from '../settings/profile.ts';
import { writeSetting } from '../settings/setting-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { ownEntryIn } from './own-entry.ts';

/**
 * Gives the holder the roles that the directory certifies today, beside those that the holder claims: whoever is
 * certified for a post works in it without claiming it first. In the caller's transaction; nothing is ever taken away.
 */
export const adoptCertifiedRoles = ({ vault, work }: Unlocked, tx: RecordsWriter): void => {
  const own = ownEntryIn(vault, tx);
  const { person, roles } = getProfile(tx);
  if (own === undefined || person === null) return;
  const certified = rolesOn(own, toLocalDay(work.clock.now()));
  if (certified.every((role) => roles.includes(role))) return;
  writeSetting(tx, 'profile', { personId: person.personId, roles: [...new Set([...roles, ...certified])] });
  appendAudit(work, tx, { kind: 'profileChanged', subject: person.personId });
};
