import { daysNear, isDayOf, isIsoDate, toLocalDay } from '@shared/kernel/date.ts';
import type { StatedTime } from '../audit/stated-time.ts';
import type { ActBody } from './body.ts';
import type { ActHeader, ActHeaderV2 } from './header.ts';

/** The two days of an act: when what it tells about happened (*terjadi*), and when it was signed (*dicatat*). */
export interface ActDays {
  /** Null where the act names no day, or its body is not at hand. */
  readonly happenedOn: string | null;
  readonly statedOn: string;
  /** False: an act of v1 names no day, and `statedOn` is what it was in the time zone of this computer. */
  readonly isDayTold: boolean;
}

const day = (text: unknown): string | null => (typeof text === 'string' && isIsoDate(text) ? text : null);

/** The day that an act tells about: its content's date, else that of its paper; null where it names none. */
export const happenedOn = (
  content: ActBody['content'] | null | undefined,
  paper: ActBody['paper'] | undefined,
): string | null => day(content?.date) ?? day(paper?.documentDate);

/** The day on which an act was signed, as its signer saw it; one of v1 does not say it: as it was at this computer. */
export const statedOnOf = (header: ActHeader): string =>
  header.format === 'bilik/act/v2' ? header.statedOn : toLocalDay(header.statedAt);

/** Whether a header names the day that its signer saw. */
export const isDayTold = ({ format }: Pick<ActHeader, 'format'>): boolean => format === 'bilik/act/v2';

/** What a header says of when it was signed; v1 names no day. */
export interface Stated {
  readonly statedAt: string;
  readonly statedOn?: string;
}

/** Whether the day that a signer saw, where a header names it, and the time that it states can be one moment. */
export const isOneMoment = ({ statedAt, statedOn }: Stated): boolean =>
  statedOn === undefined || isDayOf(statedOn, statedAt);

/**
 * The days on which whoever signed an act must have had a role for it: the day that the signer saw. Where v1 does not
 * say it, or where no zone on earth has that day, a day either way of `statedAt`: so a forged day is never further off.
 */
export const daysOfRole = (stated: Stated): readonly string[] =>
  stated.statedOn !== undefined && isOneMoment(stated) ? [stated.statedOn] : daysNear(stated.statedAt);

/** Both days of an act. */
export const daysOf = (header: ActHeader, body: ActBody | null): ActDays => ({
  happenedOn: happenedOn(body?.content, body?.paper),
  statedOn: statedOnOf(header),
  isDayTold: isDayTold(header),
});

/** What a header says of the time of its signature; the day is that of this computer's time zone. */
export const statedParts = ({ at, corrected }: StatedTime): Pick<ActHeaderV2, 'statedAt' | 'statedOn' | 'clock'> => ({
  statedAt: at,
  statedOn: toLocalDay(at),
  ...(corrected && { clock: 'corrected' as const }),
});

/** True when an act was signed on a later day than the one that it tells about: said beside it, never refused. */
export const isRecordedLate = ({ happenedOn: happened, statedOn }: Pick<ActDays, 'happenedOn' | 'statedOn'>): boolean =>
  happened !== null && happened < statedOn;
