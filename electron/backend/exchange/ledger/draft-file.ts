import { draftContent } from '@shared/contract/exchange.ts';
import { attachmentRefsSchema } from '@shared/domain/case/body.ts';
import { z } from 'zod';
import { canonicalJson, readPlainJson } from '../../crypto/canonical-json.ts';

/** `draft.json` of a package: an act as it was drafted for the receiver's signature, with its files by content. */
const draftFileSchema = z.strictObject({
  format: z.literal('bilik/draft/v1'),
  draft: draftContent,
  attachments: attachmentRefsSchema,
});
export type DraftFile = z.infer<typeof draftFileSchema>;

/** The bytes of a draft file (RFC 8785 JSON). */
export const writeDraftFile = (file: Omit<DraftFile, 'format'>): Uint8Array =>
  canonicalJson({ format: 'bilik/draft/v1', ...file });

/** Reads a draft file; undefined when it is none, or names other files than it describes. Never throws. */
export const readDraftFile = (bytes: Uint8Array): DraftFile | undefined => {
  const parsed = draftFileSchema.safeParse(readPlainJson(bytes));
  if (!parsed.success) return undefined;
  const described = parsed.data.attachments.map(({ attachmentId }) => attachmentId);
  return parsed.data.draft.attachmentIds.every((id) => described.includes(id)) ? parsed.data : undefined;
};
