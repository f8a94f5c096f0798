import { join } from 'node:path';
import { assumedMinutes } from '@shared/domain/guidance/calendar.ts';
import { nextSent, type SentSession, sentSessions } from '@shared/domain/guidance/calendar-sent.ts';
import { instantIn, toLocalDay } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { readMeta, writeMeta } from '../db/meta-json.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { allSessions } from './calendar.ts';
import { findGuidance } from './guidance-rows.ts';

/** Title of every entry: a calendar is read by others, on other machines, so it names nobody and no subject. */
const neutralTitle = 'Pertemuan';
const minute = 60_000;

/** Signs that no text of a calendar may have (RFC 5545, 3.3.11), and ends of lines that only some readers see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const noText = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0085\u2028\u2029]+/g;

/** A published file names an organizer (RFC 5546, 3.2.1); this one names nobody and no address that exists. */
const organizer = { name: 'Bilik', email: 'bilik@bilik.invalid' };

/**
 * When a session begins (RFC 5545, 3.3.5). Of a time whose zone is said, the instant, written in UTC: a calendar in
 * another zone shows the right hour, whichever zones it knows, and Indonesia changes no clocks. Where nobody says the
 * zone, and for whole days, wall-clock time without one, as the person meant it: the library writes the UTC fields of
 * such a floating time, whatever the zone of the computer.
 */
const startOf = ({ date, startTime, zone }: SentSession): { readonly start: Date; readonly floating: boolean } => {
  const instant = startTime === '' ? null : instantIn(zone, date, startTime);
  return { start: new Date(instant ?? `${date}T${startTime || '00:00'}:00Z`), floating: instant === null };
};

/** A day whose year the library wrote by less than four figures, as of `0206` for `2026`: a slip, and told as it is. */
const shortYear = /^(DT(?:START|END)[^:\r\n]*:)(\d{5,7})(?=[T\r])/gm;

/**
 * Sessions as iCalendar (RFC 5545): date, time, place; neutral titles. Published (RFC 5546, 3.2.1), which is the one
 * method under which planned and dropped sessions may stand in one file.
 */
export const toCalendarFile = (sessions: readonly SentSession[], now: Date): string => {
  const prodId = { company: 'Bilik', product: 'Bilik', language: 'ID' };
  const calendar = ical({ prodId, method: ICalCalendarMethod.PUBLISH });
  for (const session of sessions) {
    const { start, floating } = startOf(session);
    const allDay = session.startTime === '';
    const length = (allDay ? 24 * 60 : (session.minutes ?? assumedMinutes)) * minute;
    calendar.createEvent({
      id: session.sessionId,
      sequence: session.sequence,
      status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start,
      end: new Date(start.getTime() + length),
      allDay,
      floating,
      stamp: now,
      summary: neutralTitle,
      organizer,
      location: session.place.replace(noText, ' ') || null,
    });
  }
  return calendar.toString().replace(shortYear, (_all, name: string, digits: string) => name + digits.padStart(8, '0'));
};

const metaKey = 'calendarSent';

/** What an export asks and where it starts. */
export interface CalendarExportDeps extends ExportDeps {
  readonly chooseTarget: (defaultPath: string, extension: string) => Promise<string | null>;
  readonly folder: string;
}

type ExportCalendarError = 'unknownGuidance' | 'nothingPlanned' | ExportErrorCode | StorageErrorCode;

/**
 * Saves planned sessions of one file, or of all (`guidanceId` null), where the person says, and those that earlier
 * files had and that were dropped. What was written is kept, so that the next file counts its changes from it.
 */
export const exportCalendar = async (
  work: Workspace,
  deps: CalendarExportDeps,
  guidanceId: string | null,
): Promise<Result<{ saved: boolean; count: number }, AppError<ExportCalendarError>>> => {
  if (guidanceId !== null && findGuidance(work.records, guidanceId) === undefined) return fail('unknownGuidance');
  const isMeant = (session: { readonly guidanceId: string }): boolean =>
    guidanceId === null || session.guidanceId === guidanceId;
  const sessions = allSessions(work).filter(isMeant);
  const held = new Set(sessions.filter(({ state }) => state === 'held').map(({ sessionId }) => sessionId));
  const planned = sessions.filter(({ state }) => state === 'planned');
  const before = readMeta(work.records, metaKey, sentSessions) ?? [];
  const now = work.clock.now();
  const file = nextSent(before.filter(isMeant), planned, { held, today: toLocalDay(now) });
  if (file.length === 0) return fail('nothingPlanned');
  // What this file leaves out is kept too: other calendars know its number, and a lower one is no news to them.
  const said = new Set(file.map(({ sessionId }) => sessionId));
  const target = await deps.chooseTarget(join(deps.folder, 'jadwal.ics'), 'ics');
  if (target === null) return ok({ saved: false, count: 0 });
  const bytes = new TextEncoder().encode(toCalendarFile(file, new Date(now)));
  const record = () =>
    transactRecords(work.records, (tx) => {
      writeMeta(tx, metaKey, [...before.filter(({ sessionId }) => !said.has(sessionId)), ...file]);
      appendAudit(work, tx, { kind: 'calendarExported', subject: '' });
      return ok(null);
    });
  const saved = await recordFirst(record, () => saveFile(deps, target, [bytes]));
  return saved.ok ? ok({ saved: true, count: file.length }) : saved;
};
