import { indonesianZones, isIsoDate, isIsoInstant } from '@shared/kernel/date.ts';
import { readableFileName, typedLine, typedText } from '@shared/kernel/hidden-signs.ts';
import { z } from 'zod';

/**
 * The plain fields of which every record, file and call is made, and their limits. A limit or a form of text that
 * several places need is declared here and nowhere else; forms, facts and tests read it from here.
 */

/** Most characters of one line. */
export const maxLine = 300;
/** Most characters of running text. */
export const maxText = 20_000;
/** Most minutes of one session: a day. */
export const maxMinutes = 24 * 60;
/** Most files that one act or note may name. */
export const maxFiles = 200;
/** First and last year that lists and counts know. */
export const years = { first: 1990, last: 2200 } as const;

/** `bytes` bytes in lower-case hexadecimal. */
export const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
/** Name of a thing: 128 random bits. */
export const id = hex(16);
/** A SHA-256, or an Ed25519 public key. */
export const hash = hex(32);

/** Calendar day that exists, `YYYY-MM-DD`; refused with `dateInvalid`. */
export const day = z.string().refine((text): boolean => isIsoDate(text), { error: 'dateInvalid' });
/** Calendar day or empty. */
export const optionalDay = z.union([z.literal(''), day]);
/** Instant in UTC, written as `toIsoInstant` writes it. */
export const instant = z.string().refine(isIsoInstant);
/** Calendar year. */
export const year = z.number().int().min(years.first).max(years.last);
/** The year of this computer's day, for what is asked first: one that lists know, whatever the clock says. */
export const presentYear = (today: string): number =>
  Math.min(years.last, Math.max(years.first, Number(today.slice(0, 4))));
/** Time of day `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Time of day or empty. */
export const optionalTime = z.union([z.literal(''), timeOfDay]);
/** In which zone of Indonesia a time of day is; empty or absent where nobody says it, as in earlier acts. */
export const optionalZone = z.union([z.literal(''), z.enum(indonesianZones)]).optional();
/** Length in minutes. */
export const minutes = z.number().int().min(1).max(maxMinutes);

/**
 * One line that may be empty, by default of at most `maxLine` characters. Every name comes in by it, so this is where
 * signs that nobody sees are taken off (`kernel/hidden-signs.ts`).
 */
export const line = (max = maxLine) => z.string().overwrite(typedLine).max(max);
/** One line that may be empty. */
export const optionalLine = line();
/** One line that must say something. */
export const requiredLine = line().min(1);
/** Most characters of a file's name. */
export const maxFileName = 255;
/** The name of a file, as it is kept and shown; one that nobody could read is replaced. */
export const fileTitle = z.string().min(1).max(maxFileName).overwrite(readableFileName);
/** Running text that may be empty; signs that join letters and pictures stay in it. */
export const text = (max = maxText) => z.string().overwrite(typedText).max(max);
/** Running text that may be empty, of the usual length. */
export const optionalText = text();
/** Running text that must say something. */
export const requiredText = optionalText.min(1);
/** A count, a length or a place in a list; 0 or more. */
export const natural = z.number().int().min(0);
/** Code of an entry that an institution adds to a list. */
export const ownCode = z.string().regex(/^[a-zA-Z0-9]{1,40}$/);
