import type { RetentionFile } from '@shared/contract/retention.ts';
import { type FileStanding, obstacleOf } from '@shared/domain/retention/erasure.ts';
import { dueDay, type RetentionKind } from '@shared/domain/retention/schedule.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';
import { type ErasableKind, listFreezes, namedInErasures } from './erasure-rows.ts';
import { readRetention } from './setting.ts';

/** How something that has ended stands: as an erasure judges it, and as it is shown. */
interface Stands {
  readonly standing: FileStanding;
  readonly view: Pick<RetentionFile, 'dueOn' | 'disposition' | 'frozen' | 'erasureId' | 'obstacle'>;
}

/**
 * How each of a kind stands, by its id, the kind of the schedule and the day on which it ended. `exceptIn`: an erasure
 * whose items count as in none.
 */
export const standingsOf = (
  unlocked: Unlocked,
  erasable: ErasableKind,
  exceptIn: string | null,
): ((id: string, kind: RetentionKind, endedOn: string) => Stands) => {
  const { records } = unlocked.work;
  const { schedule, holding } = readRetention(records);
  const freezes = listFreezes(records, erasable);
  const inErasure = namedInErasures(records, erasable);
  const today = todayOf(unlocked);
  return (id, kind, endedOn) => {
    const rule = schedule[kind];
    const erasureId = inErasure.get(id) ?? null;
    const frozen = freezes.get(id) ?? null;
    const dueOn = dueDay(endedOn, rule);
    const disposition = rule?.disposition ?? null;
    const inOtherErasure = erasureId !== null && erasureId !== exceptIn;
    const standing: FileStanding = { frozen: frozen !== null, dueOn, disposition, inOtherErasure };
    const obstacle = obstacleOf(standing, holding ?? 'archive', today);
    return { standing, view: { dueOn, disposition, frozen, erasureId, obstacle } };
  };
};
