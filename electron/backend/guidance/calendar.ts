import type { GuidanceKind } from '@shared/domain/guidance/record.ts';
import { type Reminder, remindersOf } from '@shared/domain/guidance/reminders.ts';
import type { GuidanceFile } from '@shared/domain/guidance/working-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { listGuidanceRows } from './guidance-rows.ts';
import { listRecords } from './record-rows.ts';
import { soundRecord } from './record-state.ts';

/** A session as a calendar shows it. */
export interface CalendarEntry {
  readonly guidanceId: string;
  readonly sessionId: string;
  readonly kind: GuidanceKind;
  readonly label: string;
  readonly state: 'planned' | 'held' | 'missed';
  readonly date: string;
  readonly startTime: string;
  /** WIB, WITA, WIT; empty where the working papers name none. */
  readonly zone: string;
  readonly minutes: number | null;
  readonly place: string;
}

/** Whom it is with, for the person's own eyes. */
const labelOf = ({ participants: [first, ...others] }: GuidanceFile): string =>
  others.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''} +${others.length}`;

/** Sessions with a date, of all files, by date and time. */
export const allSessions = ({ records }: Pick<Workspace, 'records'>): CalendarEntry[] =>
  listGuidanceRows(records)
    .flatMap(({ id, kind, file }) =>
      (file?.sessions ?? [])
        .filter(({ date }) => date !== '')
        .map(({ sessionId, state, date, startTime, zone = '', minutes, place }) => ({
          guidanceId: id,
          sessionId,
          kind,
          label: file === null ? '' : labelOf(file),
          state,
          date,
          startTime,
          zone,
          minutes,
          place,
        })),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.startTime.localeCompare(b.startTime));

/** Sessions in a range of days, both days included. */
export const sessionsBetween = (work: Pick<Workspace, 'records'>, from: string, to: string): CalendarEntry[] =>
  allSessions(work).filter(({ date }) => from <= date && date <= to);

/** What is due in all open files, the earliest first. */
export const listReminders = (
  { records }: Pick<Workspace, 'records'>,
  today: string,
): (Reminder & { readonly guidanceId: string; readonly label: string; readonly topic: string })[] => {
  const unsigned = new Map<string, string[]>();
  for (const row of listRecords(records)) {
    const sound = soundRecord(row);
    if (sound === undefined || sound.complete) continue;
    unsigned.set(row.guidanceId, [...(unsigned.get(row.guidanceId) ?? []), sound.record.content.date]);
  }
  return listGuidanceRows(records)
    .flatMap(({ id, file }) =>
      file === null
        ? []
        : remindersOf(file, unsigned.get(id) ?? [], today).map((due) => ({
            ...due,
            guidanceId: id,
            label: labelOf(file),
            topic: file.topic,
          })),
    )
    .sort((a, b) => a.date.localeCompare(b.date));
};
