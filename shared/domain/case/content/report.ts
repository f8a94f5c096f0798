import { z } from 'zod';
import { day, optionalText, requiredLine, requiredText } from '../../fields.ts';
import { namedPerson } from '../../identity/person.ts';
import { documentNumber, numberReason } from './fields.ts';
import { comparisons, conductReference, judgements, levels, maxConduct } from './observation.ts';

/** Laporan permasalahan perilaku kerja; the evidence of continuous feedback is attached. */
export const reportSubmitted = z.strictObject({
  date: day,
  number: documentNumber,
  numberReason,
  addressee: namedPerson.nullable(),
  behaviour: requiredText,
  monitoring: requiredText,
  comparisons,
  judgement: z.enum(judgements),
  level: z.enum(levels),
  communicationDate: day,
  communicationContent: requiredText,
  /** Tanggapan on the sheet and in acts of its own, word for word; empty: none came (law: responseReported). */
  response: optionalText.default(''),
  unchanged: requiredText,
  /** Why that was judged before the date set on the communication sheet (law: tooEarly). */
  earlyReason: optionalText.default(''),
  conduct: z.array(conductReference).max(maxConduct),
});

/** The personnel unit returns the file for completion. */
export const reportReturned = z.strictObject({
  date: day,
  number: documentNumber.default(''),
  numberReason,
  missing: requiredText,
});

/** The personnel unit takes the report into its list. */
export const reportRegistered = z.strictObject({
  date: day,
  number: requiredLine,
  numberReason,
  remark: optionalText,
});

export const counsellingDecisions = ['yes', 'no'] as const;

/** Decision on who is to be counselled; a refusal has a reason. */
export const counsellingDecided = z
  .strictObject({
    date: day,
    number: documentNumber.default(''),
    numberReason,
    decision: z.enum(counsellingDecisions),
    reason: optionalText,
  })
  .refine((content) => content.decision === 'yes' || content.reason !== '', { error: 'required', path: ['reason'] });
