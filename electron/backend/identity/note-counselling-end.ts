import { rolesEver, rolesOn } from '@shared/domain/identity/directory.ts';
import { toIsoInstant, toLocalDay } from '@shared/kernel/date.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { leftCounselling, noteCounselling } from '../settings/left-counselling.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { ownEntryIn } from './own-entry.ts';

/**
 * Notes at the opening that the directory certified the holder as a counsellor once and does so no longer, or does
 * again. In the caller's transaction.
 */
export const noteCounsellingEnd = ({ vault, work }: Unlocked, tx: RecordsWriter): void => {
  const own = ownEntryIn(vault, tx);
  if (own === undefined || !rolesEver(own).includes('counsellor')) return;
  const certified = rolesOn(own, toLocalDay(work.clock.now()));
  const counsels = certified.includes('counsellor');
  if (counsels === (leftCounselling(tx) === null)) return;
  noteCounselling(tx, counsels ? [] : ['counsellor'], certified, toIsoInstant(work.clock.now()));
};
