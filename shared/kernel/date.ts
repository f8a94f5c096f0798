import type { Brand } from './brand.ts';

/** Calendar day `YYYY-MM-DD` (ISO 8601), without time zone. */
export type IsoDate = Brand<string, 'IsoDate'>;
/** Instant in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ` (ISO 8601). */
export type IsoInstant = Brand<string, 'IsoInstant'>;

/** True for an existing calendar day written `YYYY-MM-DD`. */
export const isIsoDate = (text: string): text is IsoDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

/** True for an instant that exists, written as `toIsoInstant` writes it. */
export const isIsoInstant = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false;
  const milliseconds = Date.parse(text);
  // An hour 24 is read as the next day: only what is written back as it was counts.
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
};

const two = (part: number): string => String(part).padStart(2, '0');

/**
 * The one "day of": of a clock reading in milliseconds or an instant, in the time zone of this computer. A day is its
 * own, and what is no date comes back as it is.
 */
export const toLocalDay = (moment: number | string): IsoDate => {
  const date = new Date(moment);
  if (typeof moment === 'string' && (isIsoDate(moment) || Number.isNaN(date.getTime()))) return moment as IsoDate;
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as IsoDate;
};

/** Time of day of a clock reading in milliseconds, `HH:MM`, in the time zone of this computer. */
export const toLocalTime = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** "20261129-081500": a clock reading in names of files and folders, in the time zone of this computer. */
export const toLocalStamp = (milliseconds: number): string => {
  const digits = `${toLocalDay(milliseconds)}${toLocalTime(milliseconds)}`.replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8)}${two(new Date(milliseconds).getSeconds())}`;
};

/** The time zones of Indonesia, as people name them. */
export const indonesianZones = ['WIB', 'WITA', 'WIT'] as const;
export type IndonesianZone = (typeof indonesianZones)[number];

/** Hours that each is ahead of UTC; clocks are never changed. */
const hoursAhead: Readonly<Record<IndonesianZone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** Most hours between two of them. */
export const widestZones = hoursAhead.WIT - hoursAhead.WIB;

/** The instant at which clocks on the wall show a day and a time `HH:MM` in a zone of Indonesia; null for any other. */
export const instantIn = (zone: string, day: string, time: string): IsoInstant | null => {
  const known = indonesianZones.find((name) => name === zone);
  if (known === undefined) return null;
  return toIsoInstant(Date.parse(`${day}T${time}:00Z`) - hoursAhead[known] * 3_600_000);
};

/**
 * Name of the time zone of this computer at an instant: WIB, WITA, WIT; elsewhere what the platform calls it ("EDT").
 * Empty for what is no instant.
 */
export const zoneOf = (instant: number | string): string => {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const parts = new Intl.DateTimeFormat('id-ID', { timeZoneName: 'short' }).formatToParts(date);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
};

/** The day so many days after another one; before it where negative. */
export const addDays = (day: string, days: number): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as IsoDate;

/** How many days lie between two; negative where the second is the earlier one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Day of the week: 0 for Sunday to 6. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The Monday of the week of a day. */
export const mondayOf = (day: string): IsoDate => addDays(day, -((weekdayOf(day) + 6) % 7));

/**
 * The days that an instant may be to whoever sees it, clocks and time zones being what they are: a day either way. The
 * same on every computer.
 */
export const daysNear = (instant: string): readonly IsoDate[] =>
  [-1, 0, 1].map((days) => addDays(new Date(Date.parse(instant)).toISOString().slice(0, 10), days));

/** True when a day and an instant can be one moment somewhere on earth: zones go from UTC−12 to UTC+14. */
export const isDayOf = (day: string, instant: string): boolean =>
  Math.abs(Date.parse(`${day}T12:00:00Z`) - Date.parse(instant)) <= 26 * 3_600_000;

/** Instant of a clock reading in milliseconds. */
export const toIsoInstant = (milliseconds: number): IsoInstant => new Date(milliseconds).toISOString() as IsoInstant;

/** How far clocks and time zones may differ without anybody being wrong, in milliseconds: a day either way. */
const tolerance = 86_400_000;

/** True when a time lies before another one by more than clocks may differ; never where there is no other. */
export const isEarlier = (time: string, other: string | null): boolean =>
  other !== null && Date.parse(time) + tolerance < Date.parse(other);
