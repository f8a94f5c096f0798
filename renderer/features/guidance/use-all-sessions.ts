import type { Slot } from '@shared/domain/guidance/calendar.ts';
import { type Place, placeOf } from '@shared/domain/place/places.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { useQueryCall } from '../../lib/query.ts';

/** A session of any kind, as a calendar shows it. */
export interface AnySession extends Slot {
  readonly label: string;
  readonly place: string;
  readonly state: 'planned' | 'held' | 'missed';
  /** Page that it belongs to. */
  readonly page: Place;
}

/** Sessions of guidance and of counselling cases in a range of days; none while the range is empty. */
export const useAllSessions = (from: string, to: string): readonly AnySession[] => {
  const isRange = isIsoDate(from) && isIsoDate(to);
  const guidance = useQueryCall('guidance.calendar', { from, to }, { enabled: isRange, keepPrevious: true }).data;
  const cases = useQueryCall('overview.schedule', { from, to }, { enabled: isRange, keepPrevious: true }).data;
  return [
    ...(guidance ?? []).map(({ sessionId, guidanceId, ...session }) => ({
      ...session,
      id: sessionId,
      page: placeOf('guidanceFile', { guidanceId }),
    })),
    ...(cases ?? []).map(({ hash, caseId, employeeName, ...session }) => ({
      ...session,
      id: hash,
      label: employeeName,
      page: placeOf('case', { caseId }),
    })),
  ];
};
