import { z } from 'zod';
import { optionalLine, optionalText } from '../../fields.ts';

/** Number of a document; may be empty where the institution gives it later. */
export const documentNumber = optionalLine;

/** Why a number is signed that another paper bears (law: numbers); absent: none does. */
export const numberReason = optionalText.optional();

/** Classification label of a document (derajat), most secret first. */
export const classifications = ['topSecret', 'secret', 'restricted', 'ordinary'] as const;
export const classification = z.enum(classifications);
export type Classification = (typeof classifications)[number];
