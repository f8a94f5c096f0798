import { z } from 'zod';
import { requiredLine } from '../fields.ts';

/**
 * Words that an office's own system (SRIKANDI and the like) replaces in a DOCX by number, date and signature. Systems
 * differ, so each can be set.
 */
export const placeholdersSchema = z.strictObject({
  numberWord: requiredLine,
  dateWord: requiredLine,
  signatureWord: requiredLine,
});
export type Placeholders = z.infer<typeof placeholdersSchema>;

/** Where the settings start. */
export const defaultPlaceholders: Placeholders = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the words are meant as they stand.
  numberWord: '${nomor}',
  dateWord: '${tanggal}',
  signatureWord: '${ttd}',
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the words are meant as they stand.
};
