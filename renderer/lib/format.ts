import type { Language } from '@shared/i18n/index.ts';
import { type IndonesianZone, indonesianZones, isIsoDate, toLocalDay, zoneOf } from '@shared/kernel/date.ts';
import { useTranslation } from 'react-i18next';

const locale = (language: Language): string => (language === 'en' ? 'en-GB' : 'id-ID');

const asDate = (text: string): Date => new Date(isIsoDate(text) ? `${text}T00:00:00` : text);

const format = (text: string, language: Language, options: Intl.DateTimeFormatOptions): string => {
  const date = asDate(text);
  return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat(locale(language), options).format(date);
};

/** "24 November 2026" of a day or an instant; what is no date comes back as it is. */
export const formatDate = (text: string, language: Language = 'id'): string =>
  format(text, language, { day: 'numeric', month: 'long', year: 'numeric' });

/** "24 Nov 2026". */
export const formatShortDate = (text: string, language: Language = 'id'): string =>
  format(text, language, { day: 'numeric', month: 'short', year: 'numeric' });

/** "Selasa, 24 November 2026". */
export const formatWeekday = (text: string, language: Language = 'id'): string =>
  format(text, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "November 2026". */
export const formatMonth = (text: string, language: Language = 'id'): string =>
  format(text, language, { month: 'long', year: 'numeric' });

/** "Nov", for where the year is known. */
export const formatShortMonth = (text: string, language: Language = 'id'): string =>
  format(text, language, { month: 'short' });

/** "14.05" of an instant or of a time of day `HH:MM` ("14:05" in English). */
export const formatTime = (text: string, language: Language = 'id'): string => {
  const clock = /^\d{2}:\d{2}$/.test(text)
    ? text
    : format(text, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return language === 'id' ? clock.replace(':', '.') : clock;
};

/** "14.05 WIB" of an instant: for whoever sits in another zone than the one who tells it. */
const formatTimeInZone = (text: string, language: Language): string =>
  `${formatTime(text, language)} ${zoneOf(text)}`.trim();

/** A time of day and its zone, as a meeting has them. */
export interface ZonedTime {
  readonly startTime: string;
  /** Empty where its act names none. */
  readonly zone: string;
}

/** "14.05 WITA" of a meeting. */
export const formatZonedTime = ({ startTime, zone }: ZonedTime, language: Language = 'id'): string =>
  `${formatTime(startTime, language)} ${zone}`.trim();

/** "24 Nov 2026 14.05 WIB". */
export const formatDateTime = (text: string, language: Language = 'id'): string =>
  `${formatShortDate(text, language)} ${formatTimeInZone(text, language)}`;

/** "14.05 WIB" of an instant within `day`, "24 Nov 2026 14.05 WIB" of any other. */
export const formatMoment = (text: string, day: string, language: Language = 'id'): string =>
  toLocalDay(text) === day ? formatTimeInZone(text, language) : formatDateTime(text, language);

/** "1.234" in the way of the language. */
export const formatNumber = (value: number, language: Language = 'id'): string =>
  new Intl.NumberFormat(locale(language)).format(value);

/** "3, 5, dan 8" in the way of the language. */
export const formatList = (parts: readonly string[], language: Language = 'id'): string =>
  new Intl.ListFormat(locale(language), { type: 'conjunction' }).format(parts);

/** "1,2 MB": size of a file in decimal units. */
export const formatSize = (bytes: number, language: Language = 'id'): string => {
  const units = ['B', 'kB', 'MB', 'GB'];
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = new Intl.NumberFormat(locale(language), { maximumFractionDigits: step === 0 ? 0 : 1 }).format(
    bytes / 1000 ** step,
  );
  return `${value} ${units[step]}`;
};

/** Day of today here, `YYYY-MM-DD`. */
export const today = (): string => toLocalDay(Date.now());

/** The time zone of Indonesia in which this computer is; empty where it is in none. */
export const zoneHere = (): IndonesianZone | '' => indonesianZones.find((zone) => zone === zoneOf(Date.now())) ?? '';

/** All formats in the language of the moment. */
export const useFormat = () => {
  const language: Language = useTranslation().i18n.language === 'en' ? 'en' : 'id';
  return {
    language,
    date: (text: string) => formatDate(text, language),
    shortDate: (text: string) => formatShortDate(text, language),
    weekday: (text: string) => formatWeekday(text, language),
    month: (text: string) => formatMonth(text, language),
    shortMonth: (text: string) => formatShortMonth(text, language),
    time: (text: string) => formatTime(text, language),
    zonedTime: (time: ZonedTime) => formatZonedTime(time, language),
    dateTime: (text: string) => formatDateTime(text, language),
    moment: (text: string) => formatMoment(text, today(), language),
    number: (value: number) => formatNumber(value, language),
    size: (bytes: number) => formatSize(bytes, language),
    list: (parts: readonly string[]) => formatList(parts, language),
  };
};
