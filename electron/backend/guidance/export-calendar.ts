import { join } from 'node:path';
import { assumedMinutes } from '@shared/domain/guidance/calendar.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import ical from 'ical-generator';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { allSessions, type CalendarEntry } from './calendar.ts';
import { findGuidance } from './guidance-rows.ts';

/** Title of every entry: a calendar is read by others, on other machines, so it names nobody and no subject. */
const neutralTitle = 'Pertemuan';
const minute = 60_000;

/**
 * Wall-clock time, as the person meant it: floating, without a time zone (RFC 5545, 3.3.5). The library writes the UTC
 * fields of a floating time, whatever the zone of the computer.
 */
const startOf = ({ date, startTime }: CalendarEntry): Date => new Date(`${date}T${startTime || '00:00'}:00Z`);

/** Planned sessions as iCalendar (RFC 5545): date, time, place; neutral titles. */
export const toCalendarFile = (sessions: readonly CalendarEntry[], now: Date): string => {
  const calendar = ical({ prodId: { company: 'Bilik', product: 'Bilik', language: 'ID' } });
  for (const session of sessions) {
    const start = startOf(session);
    const allDay = session.startTime === '';
    const length = (allDay ? 24 * 60 : (session.minutes ?? assumedMinutes)) * minute;
    calendar.createEvent({
      id: session.sessionId,
      start,
      end: new Date(start.getTime() + length),
      allDay,
      floating: true,
      stamp: now,
      summary: neutralTitle,
      location: session.place || null,
    });
  }
  return calendar.toString();
};

/** What an export asks and where it starts. */
export interface CalendarExportDeps extends ExportDeps {
  readonly chooseTarget: (defaultPath: string, extension: string) => Promise<string | null>;
  readonly folder: string;
}

type ExportCalendarError = 'unknownGuidance' | 'nothingPlanned' | ExportErrorCode | StorageErrorCode;

/** Saves planned sessions of one file, or of all (`guidanceId` null), where the person says. */
export const exportCalendar = async (
  work: Workspace,
  deps: CalendarExportDeps,
  guidanceId: string | null,
): Promise<Result<{ saved: boolean; count: number }, AppError<ExportCalendarError>>> => {
  if (guidanceId !== null && findGuidance(work.records, guidanceId) === undefined) return fail('unknownGuidance');
  const planned = allSessions(work).filter(
    (session) => session.state === 'planned' && (guidanceId === null || session.guidanceId === guidanceId),
  );
  if (planned.length === 0) return fail('nothingPlanned');
  const target = await deps.chooseTarget(join(deps.folder, 'jadwal.ics'), 'ics');
  if (target === null) return ok({ saved: false, count: 0 });
  const bytes = new TextEncoder().encode(toCalendarFile(planned, new Date(work.clock.now())));
  const record = () =>
    transactRecords(work.records, (tx) => {
      appendAudit(work, tx, { kind: 'calendarExported', subject: '' });
      return ok(null);
    });
  const saved = await recordFirst(record, () => saveFile(deps, target, [bytes]));
  return saved.ok ? ok({ saved: true, count: planned.length }) : saved;
};
