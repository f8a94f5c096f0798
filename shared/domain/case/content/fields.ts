import { z } from 'zod';
import { optionalLine } from '../../fields.ts';

/** Number of a document; may be empty where the institution gives it later. */
export const documentNumber = optionalLine;

/** Classification label of a document (derajat), most secret first. */
export const classifications = ['topSecret', 'secret', 'restricted', 'ordinary'] as const;
export const classification = z.enum(classifications);
export type Classification = (typeof classifications)[number];
