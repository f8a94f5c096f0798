import { actHashSchema } from '@shared/domain/case/header.ts';
import { z } from 'zod';

/** A document kept in the vault. */
export const documentSummary = z.strictObject({
  documentId: z.string(),
  caseId: z.string().nullable(),
  kind: z.string(),
  actHash: actHashSchema.nullable(),
  /** `signed`: made and signed by Bilik, here or in another vault. `external`: signed outside and brought back. */
  state: z.enum(['signed', 'external']),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  createdAt: z.string(),
});
export type DocumentSummary = z.infer<typeof documentSummary>;
