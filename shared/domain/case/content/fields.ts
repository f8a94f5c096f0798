import { isIsoDate } from '@shared/kernel/date.ts';
import { z } from 'zod';

/** Calendar day. */
export const day = z.string().refine((text): boolean => isIsoDate(text), { error: 'dateInvalid' });
/** Calendar day or empty. */
export const optionalDay = z.union([z.literal(''), day]);
/** One line that must say something. */
export const requiredLine = z.string().trim().min(1).max(300);
/** One line that may be empty. */
export const optionalLine = z.string().trim().max(300);
/** Running text that must say something. */
export const requiredText = z.string().trim().min(1).max(20_000);
/** Running text that may be empty. */
export const optionalText = z.string().trim().max(20_000);
/** Time of day `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Time of day or empty. */
export const optionalTime = z.union([z.literal(''), timeOfDay]);
/** Length in minutes. */
export const minutes = z
  .number()
  .int()
  .min(1)
  .max(24 * 60);
/** Number of a document; may be empty where the institution gives it later. */
export const documentNumber = optionalLine;

/** Classification label of a document (derajat), most secret first. */
export const classifications = ['topSecret', 'secret', 'restricted', 'ordinary'] as const;
export const classification = z.enum(classifications);
export type Classification = (typeof classifications)[number];
