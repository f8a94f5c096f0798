import { type GuidanceRecord, leaderRoles, partyOf, requiredParties } from '@shared/domain/guidance/record.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { getProfile } from '../settings/profile.ts';
import type { Unlocked } from '../vault/unlocked.ts';

export type PartyFault = 'notAParty' | 'roleNotHeld';

/**
 * As which party the holder of this vault signs a record: `notAParty` when it asks for no signature of the holder,
 * `roleNotHeld` when a leader has no role for it.
 */
export const ownParty = (
  { work }: Pick<Unlocked, 'work'>,
  record: GuidanceRecord,
): Result<number, AppError<PartyFault>> => {
  const { person, roles } = getProfile(work.records);
  const party = person === null ? undefined : partyOf(record, person);
  if (party === undefined || !requiredParties(record).includes(party)) return fail('notAParty');
  if (party === 0 && !roles.some((role) => leaderRoles[record.guidance].includes(role))) return fail('roleNotHeld');
  return ok(party);
};
